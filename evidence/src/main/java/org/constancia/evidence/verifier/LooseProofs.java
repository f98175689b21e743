package org.constancia.evidence.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.dossier.Opening;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.note.LogProof;
import org.constancia.evidence.note.Policy;
import org.constancia.evidence.verifier.Verification.Verdict;

/// Proofs outside a dossier, as they are handed out for one change of the record or for all changes of a thing: a
/// `.tlog-proof` file with its `.entry.json` beside it. An `.opening.json` beside them has to open the entry.
final class LooseProofs {
    private static final String ENDING = ".tlog-proof";

    private final Optional<Policy> policy;

    LooseProofs(Optional<Policy> policy) {
        this.policy = policy;
    }

    static boolean isProof(Path path) {
        return path.toString().endsWith(ENDING);
    }

    /// The proofs in a folder and in the folders in it; none when it holds something else.
    static List<Path> list(Path folder) {
        try (Stream<Path> paths = Files.walk(folder, 2)) {
            return paths.filter(LooseProofs::isProof).sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /// Checks every one, up to the first that is not valid.
    Verification verify(List<Path> proofs) {
        List<String> held = new ArrayList<>();
        List<String> unchecked = new ArrayList<>();
        for (Path proof : proofs) {
            Verification one = verify(proof, Optional.empty());
            if (one.verdict() != Verdict.VALID) return one;
            held.addAll(one.checked());
            unchecked.addAll(one.notes());
        }
        return new Verification(Verdict.VALID, "", "", held, unchecked);
    }

    /// @param named the entry's file, when it is not the one of the same name beside the proof
    Verification verify(Path path, Optional<Path> named) {
        Optional<Path> entry = named.or(() -> beside(path, ".entry.json"));
        if (policy.isEmpty() || entry.isEmpty()) {
            return Verifier.cannotTell(path.toString(), "a proof needs your policy and the entry's file (--entry)");
        }
        try {
            byte[] bytes = Files.readAllBytes(entry.get());
            LogProof proof = LogProof.parse(Files.readAllBytes(path));
            return switch (proof.verify(bytes, policy.get())) {
                case LogProof.Result.Proven(Policy.Judgement.Accepted head) ->
                    opened(
                            path,
                            LogEntry.parse(bytes),
                            "entry %d of %s is in the log"
                                    .formatted(proof.index(), head.checkpoint().origin()));
                case LogProof.Result.Refused(String place, String reason) -> invalid(path + " (" + place + ")", reason);
            };
        } catch (ConstanciaException malformed) {
            return invalid(path.toString(), String.valueOf(malformed.getMessage()));
        } catch (IOException failure) {
            return Verifier.cannotTell(path.toString(), String.valueOf(failure.getMessage()));
        }
    }

    private static Verification opened(Path path, LogEntry entry, String proven) throws IOException {
        Optional<Path> file = beside(path, ".opening.json");
        if (file.isEmpty()) {
            return new Verification(
                    Verdict.VALID,
                    "",
                    "",
                    List.of(proven),
                    List.of("opening: none beside the entry, so nothing tells what it says"));
        }
        Opening opening = Opening.parse(Files.readAllBytes(file.get()));
        return opening.opens(entry.commitment())
                ? new Verification(Verdict.VALID, "", "", List.of(proven + ", and is what its opening says"), List.of())
                : invalid(file.get().toString(), "salt and payload do not open the entry's commitment");
    }

    private static Optional<Path> beside(Path proof, String ending) {
        String name = String.valueOf(proof.getFileName());
        return Optional.of(proof.resolveSibling(name.substring(0, name.length() - ENDING.length()) + ending))
                .filter(Files::exists);
    }

    private static Verification invalid(String place, String reason) {
        return new Verification(Verdict.INVALID, place, reason, List.of(), List.of());
    }
}
