package org.constancia.evidence.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.log.Disagreement;
import org.constancia.evidence.log.LogAudit;
import org.constancia.evidence.verifier.Verification.Verdict;

/// Checks whatever is put before it: a dossier, a single proof, or a whole log.
public final class Verifier {
    private final Means means;

    public Verifier(Means means) {
        this.means = means;
    }

    /// Checks a path with the verifier's own files.
    public static Verification verify(Path path, OwnFiles own) {
        try {
            return new Verifier(own.read()).verify(path, own.entry());
        } catch (IOException | ConstanciaException failure) {
            return cannotTell("your own files", String.valueOf(failure.getMessage()));
        }
    }

    /// Checks a path.
    ///
    /// @param path a dossier (ZIP file or directory), a `.tlog-proof` file or a directory of them, or a log's
    ///     directory with `checkpoint` and `tile/`
    /// @param entry the entry's bytes, for a single proof
    public Verification verify(Path path, Optional<Path> entry) {
        if (!Files.exists(path)) {
            return cannotTell(path.toString(), "there is no such file");
        }
        if (Files.isDirectory(path) && Files.exists(path.resolve("checkpoint"))) {
            return verifyLog(path);
        }
        LooseProofs loose = new LooseProofs(means.policy());
        if (LooseProofs.isProof(path)) return loose.verify(path, entry);
        if (Files.isDirectory(path) && !Files.exists(path.resolve("bagit.txt"))) {
            List<Path> proofs = LooseProofs.list(path);
            if (!proofs.isEmpty()) return loose.verify(proofs);
        }
        return new DossierVerifier(means).verify(path);
    }

    private Verification verifyLog(Path directory) {
        if (means.policy().isEmpty()) {
            return cannotTell("policy", "a log needs your policy");
        }
        List<Disagreement> found =
                LogAudit.audit(directory, means.policy().get(), Collections.emptyIterator(), (_, _) -> {});
        if (!found.isEmpty()) {
            return new Verification(
                    Verdict.INVALID, found.getFirst().place(), found.getFirst().what(), List.of(), List.of());
        }
        return means.older()
                .map(older -> LogExtension.verify(directory, means.policy().get(), older))
                .orElse(new Verification(
                        Verdict.VALID,
                        "",
                        "",
                        List.of("log: every entry, every tile and the signed root agree"),
                        List.of("consistency: not checked; bring a checkpoint you kept with --older-checkpoint")));
    }

    static Verification cannotTell(String place, String reason) {
        return new Verification(Verdict.CANNOT_TELL, place, reason, List.of(), List.of());
    }
}
