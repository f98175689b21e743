package org.constancia.evidence.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.constancia.evidence.note.Policy;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.time.Timestamp;

/// The verifier's own files, by name.
///
/// @param policy a text of c2sp.org/tlog-policy
/// @param older a signed checkpoint
/// @param entry the entry that a single proof is about
/// @param roots certificates of time-stamp authorities, PEM or DER
public record OwnFiles(Optional<Path> policy, Optional<Path> older, Optional<Path> entry, List<Path> roots) {
    public OwnFiles {
        roots = List.copyOf(roots);
    }

    Means read() throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Path root : roots) {
            certificates.addAll(Timestamp.certificates(Files.readAllBytes(root)));
        }
        Optional<Policy> rules = policy.isEmpty()
                ? Optional.empty()
                : Optional.of(Policy.parse(new String(Files.readAllBytes(policy.get()), StandardCharsets.ISO_8859_1)));
        Optional<SignedNote> kept =
                older.isEmpty() ? Optional.empty() : Optional.of(SignedNote.parse(Files.readAllBytes(older.get())));
        return new Means(rules, kept, certificates);
    }
}
