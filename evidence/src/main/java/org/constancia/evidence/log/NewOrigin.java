package org.constancia.evidence.log;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.json.Json;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.Policy;
import org.constancia.evidence.note.SignedNote;

/// The end of a log that lost entries, and the beginning of the next one. The history is never rewritten:
/// entry 0 of the next log commits to the last checkpoint known of the old one and says which range is lost,
/// so that the loss stays on record.
public final class NewOrigin {
    private NewOrigin() {}

    /// What was lost, as far as a caller with a database can tell.
    ///
    /// @param known the last checkpoint the caller has; it counts when it is later than those of the log
    /// @param rows the leaf hashes the caller has, in order of the index
    public record Loss(Optional<SignedNote> known, Iterator<Sha256> rows) {}

    /// Ends the current log, which must not go on by itself.
    ///
    /// @param actor the pseudonym of whoever decided
    /// @return the log that began
    /// @throws ConstanciaException `USAGE` when the current log is sound: then there is nothing to end
    public static TransparencyLog begin(Path directory, Path outside, LogKeyring keyring, Clock clock, String actor) {
        TransparencyLog old = TransparencyLog.open(directory, outside, keyring, clock);
        if (old.state() instanceof LogState.Writable) {
            throw new ConstanciaException(Problem.USAGE, "The log is sound; a new origin would only break its history")
                    .with("origin", old.origin());
        }
        SignedNote last = old.checkpoint();
        long kept = old.tiles().readablePrefix(Checkpoint.parse(last.text()).size());
        return commitTo(
                last, kept, TransparencyLog.open(directory, outside, keyring, clock, old.number() + 1), actor, clock);
    }

    /// Ends the current log because the log and the caller's database do not tell the same story.
    ///
    /// @param actor the pseudonym of whoever decided
    /// @return the log that began
    public static TransparencyLog begin(
            Path directory, Path outside, LogKeyring keyring, Clock clock, String actor, Loss loss) {
        TransparencyLog old = TransparencyLog.open(directory, outside, keyring, clock);
        SignedNote last = later(old, loss.known());
        long kept = old.tiles().agreeingPrefix(Checkpoint.parse(last.text()).size(), loss.rows());
        return commitTo(
                last, kept, TransparencyLog.open(directory, outside, keyring, clock, old.number() + 1), actor, clock);
    }

    private static TransparencyLog commitTo(
            SignedNote last, long kept, TransparencyLog fresh, String actor, Clock clock) {
        Checkpoint head = Checkpoint.parse(last.text());
        Json.Object facts = Json.object()
                .with("origin", head.origin())
                .with("size", head.size())
                .with("root", head.root().hex())
                .with("lostFrom", kept)
                .with("lostTo", head.size());
        fresh.append(List.of(new LogEntry(
                "origin",
                head.origin(),
                Sha256.digestOf(last.bytes()),
                Optional.empty(),
                actor,
                clock.instant(),
                facts)));
        return fresh;
    }

    /// The later of the log's own checkpoint and one that bears the log's signatures.
    private static SignedNote later(TransparencyLog old, Optional<SignedNote> known) {
        Optional<SignedNote> signed =
                known.filter(note -> Policy.parse(old.policy()).judge(note) instanceof Policy.Judgement.Accepted);
        long size = signed.map(note -> Checkpoint.parse(note.text()).size()).orElse(-1L);
        return old.findCheckpoint().isPresent() && size <= old.size()
                ? old.checkpoint()
                : signed.orElseGet(old::checkpoint);
    }
}
