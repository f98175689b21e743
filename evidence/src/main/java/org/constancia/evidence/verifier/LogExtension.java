package org.constancia.evidence.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.log.LogRoot;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.Policy;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.verifier.Verification.Verdict;

/// Whether a log on disk extends a checkpoint that the verifier kept.
final class LogExtension {
    private LogExtension() {}

    static Verification verify(Path directory, Policy policy, SignedNote older) {
        try {
            Checkpoint head = Checkpoint.parse(SignedNote.parse(Files.readAllBytes(directory.resolve("checkpoint")))
                    .text());
            return switch (policy.judge(older)) {
                case Policy.Judgement.Refused(String reason) -> invalid("--older-checkpoint", reason);
                case Policy.Judgement.Accepted accepted -> compare(directory, head, accepted.checkpoint());
            };
        } catch (IOException | ConstanciaException failure) {
            return Verifier.cannotTell(directory.toString(), String.valueOf(failure.getMessage()));
        }
    }

    private static Verification compare(Path directory, Checkpoint head, Checkpoint kept) {
        if (!kept.origin().equals(head.origin())) {
            return invalid("checkpoint", "another log than that of your checkpoint");
        }
        if (kept.size() > head.size()) {
            return invalid("checkpoint", "entries are missing that your checkpoint covers");
        }
        return LogRoot.of(directory, head.size(), kept.size()).equals(kept.root())
                ? new Verification(
                        Verdict.VALID,
                        "",
                        "",
                        List.of("log: whole, and nothing was rewritten since your checkpoint"),
                        List.of())
                : invalid("checkpoint", "the log was rewritten since your checkpoint");
    }

    private static Verification invalid(String place, String reason) {
        return new Verification(Verdict.INVALID, place, reason, List.of(), List.of());
    }
}
