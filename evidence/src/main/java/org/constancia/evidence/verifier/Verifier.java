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
import org.constancia.evidence.note.LogProof;
import org.constancia.evidence.note.Policy;
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
    /// @param path a dossier (ZIP file or directory), a `.tlog-proof` file, or a log's directory with
    ///     `checkpoint` and `tile/`
    /// @param entry the entry's bytes, for a single proof
    public Verification verify(Path path, Optional<Path> entry) {
        if (!Files.exists(path)) {
            return cannotTell(path.toString(), "there is no such file");
        }
        if (Files.isDirectory(path) && Files.exists(path.resolve("checkpoint"))) {
            return verifyLog(path);
        }
        return path.toString().endsWith(".tlog-proof")
                ? verifyProof(path, entry)
                : new DossierVerifier(means).verify(path);
    }

    /// The entry's file, or else the one of the same name beside the proof.
    private static Optional<Path> entryBeside(Path proof) {
        String name = String.valueOf(proof.getFileName()).replaceFirst("\\.tlog-proof$", ".entry.json");
        return Optional.of(proof.resolveSibling(name)).filter(Files::exists);
    }

    private Verification verifyProof(Path path, Optional<Path> named) {
        Optional<Path> entry = named.or(() -> entryBeside(path));
        if (means.policy().isEmpty() || entry.isEmpty()) {
            return cannotTell(path.toString(), "a proof needs your policy and the entry's file (--entry)");
        }
        try {
            LogProof proof = LogProof.parse(Files.readAllBytes(path));
            return switch (proof.verify(
                    Files.readAllBytes(entry.get()), means.policy().get())) {
                case LogProof.Result.Proven(Policy.Judgement.Accepted head) ->
                    new Verification(
                            Verdict.VALID,
                            "",
                            "",
                            List.of("entry %d of %s is in the log"
                                    .formatted(proof.index(), head.checkpoint().origin())),
                            List.of());
                case LogProof.Result.Refused(String place, String reason) ->
                    new Verification(Verdict.INVALID, path + " (" + place + ")", reason, List.of(), List.of());
            };
        } catch (ConstanciaException malformed) {
            return new Verification(
                    Verdict.INVALID, path.toString(), String.valueOf(malformed.getMessage()), List.of(), List.of());
        } catch (IOException failure) {
            return cannotTell(path.toString(), String.valueOf(failure.getMessage()));
        }
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
