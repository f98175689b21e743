package org.constancia.evidence.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.constancia.evidence.custody.CustodyRecord;
import org.constancia.evidence.digest.Sha512;

/// What goes into a dossier. The caller chooses; nothing else is added.
///
/// @param id names the dossier and its directory: letters, digits, hyphen
/// @param files originals, working copies, `records.json` and readable PDFs, by their path below `data/`
/// @param custody one record for each item
/// @param policies examples for the verifier, by file name; not to be trusted because they are enclosed
/// @param info further lines for `bag-info.txt`
public record Dossier(
        String id,
        List<File> files,
        List<CustodyRecord> custody,
        Map<String, String> policies,
        Map<String, String> info) {
    /// The type of the log entry that commits to a dossier.
    public static final String EXPORTED = "dossier.exported";

    /// The member of that entry's payload with the digest of `manifest-sha512.txt`.
    public static final String MANIFEST = "manifestSha512";

    public Dossier {
        files = List.copyOf(files);
        custody = List.copyOf(custody);
        policies = Map.copyOf(policies);
        info = Map.copyOf(info);
    }

    /// A file and where its bytes come from.
    public record File(BagPath path, Source source) {}

    /// Gives a fresh stream of a file's bytes.
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /// Takes the export to the log before anything leaves: called once, when the payload is written.
    @FunctionalInterface
    public interface Export {
        /// @param manifest the digest of `manifest-sha512.txt`, which the payload of the export's entry names under
        ///     [#MANIFEST]
        /// @return the proofs, that of the export among them
        Proofs log(Sha512 manifest);
    }
}
