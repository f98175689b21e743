package org.constancia.store.log;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.audit.Fsck;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.log.Disagreement;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.log.LogState;
import org.constancia.evidence.log.TransparencyLog;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.Policy;
import org.constancia.evidence.note.SignedNote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The check of the whole record: blobs, rows, leaves, tiles, checkpoints and openings agree. While a log is checked
/// nothing is appended to it; writing to the record goes on.
public final class RecordCheck {
    /// What is being checked.
    public enum Part {
        BLOBS,
        ROWS,
        LOG
    }

    /// Hears how far the check is.
    @FunctionalInterface
    public interface Progress {
        /// @param of 0 when it is not known
        void reached(Part part, long done, long of);
    }

    /// What was checked and what disagrees.
    ///
    /// @param entries of all logs
    public record Report(long blobs, long entries, int logs, List<Disagreement> disagreements) {
        public boolean isSound() {
            return disagreements.isEmpty();
        }
    }

    private final DataSource owner;
    private final LogPlace place;
    private final Sequencer sequencer;
    private final Progress progress;
    private final Fsck fsck = new Fsck();
    private long blobs;
    private long entries;

    RecordCheck(DataSource owner, LogPlace place, Sequencer sequencer, Progress progress) {
        this.owner = owner;
        this.place = place;
        this.sequencer = sequencer;
        this.progress = progress;
    }

    /// Checks everything.
    public static Report run(
            DataSource owner, LogPlace place, Sequencer sequencer, ContentStore contents, Progress progress) {
        RecordCheck check = new RecordCheck(owner, place, sequencer, progress);
        check.content(contents);
        check.rows();
        int logs = check.logs();
        return new Report(check.blobs, check.entries, logs, check.fsck.disagreements());
    }

    private void content(ContentStore contents) {
        List<Sha256> digests = PreservedContent.digests(owner);
        fsck.content(contents, digests, (done, bytes) -> {
            blobs = done;
            progress.reached(Part.BLOBS, done, digests.size());
        });
    }

    private void rows() {
        progress.reached(Part.ROWS, 0, 0);
        inEveryCollection(jdbc -> RowDisagreements.list(jdbc).forEach(each -> fsck.note(each.place(), each.what())));
    }

    /// Nobody appends while entries and rows are compared.
    private int logs() {
        try (LogTurn turn = LogTurn.take(owner, place.logs())) {
            sequencer.refresh(turn);
            int current = sequencer.log().number();
            if (sequencer.state() instanceof LogState.ReadOnly halted) {
                fsck.note("log " + current, "read-only: " + halted.reason());
            }
            turn.inTransaction(jdbc -> {
                LogLedger ledger = new LogLedger(jdbc);
                long forgotten = ledger.forgotten();
                if (forgotten > 0) fsck.note("outbox", forgotten + " changes have no entry and do not wait for one");
                return forgotten;
            });
            for (int number = 1; number <= current; number++) log(turn, number);
            return current;
        }
    }

    private void log(LogTurn turn, int number) {
        TransparencyLog log = open(turn, number);
        Policy policy = Policy.parse(log.policy());
        long kept = kept(turn, number);
        Blinding blinding = turn.inTransaction(jdbc -> new LogLedger(jdbc).blinding(place.random()));
        LogScope.inSnapshot(owner, connection -> {
            try (LogRows rows = new LogRows(connection, number, kept)) {
                fsck.log(
                        place.logs().resolve(Integer.toString(number)),
                        policy,
                        new ComparedRows(rows, blinding, number),
                        (done, of) -> progress.reached(Part.LOG, done, of));
            }
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            signed(new LogLedger(jdbc), log, kept);
            return number;
        });
        kept(log, policy);
        entries += log.size();
    }

    /// How many entries of a log the database answers for: of one that ended, those before the range that the first entry
    /// of the next log calls lost.
    private long kept(LogTurn turn, int number) {
        if (number == sequencer.log().number()) return Long.MAX_VALUE;
        LogEntry origin = LogEntry.parse(open(turn, number + 1).entry(0));
        return origin.facts().findWhole("lostFrom").orElse(Long.MAX_VALUE);
    }

    private TransparencyLog open(LogTurn turn, int number) {
        return number == sequencer.log().number()
                ? sequencer.log()
                : TransparencyLog.open(
                        place.logs(), place.outside(), sequencer.keyring(turn), Clock.systemUTC(), number);
    }

    /// The checkpoints the database saw signed.
    private void signed(LogLedger ledger, TransparencyLog log, long kept) {
        long given = ledger.given(log.number());
        if (given < Math.min(log.size(), kept)) {
            fsck.note("log " + log.number(), "the database knows %d of its %d entries".formatted(given, log.size()));
        }
        for (LogLedger.Signed signed : ledger.signed(log.number())) {
            if (signed.size() > kept) break;
            Optional<Sha256> root = root(log, signed.size());
            if (root.isEmpty() || !root.get().equals(signed.root())) {
                fsck.note("row checkpoint " + signed.size(), "the log does not have the root that was signed");
            }
        }
    }

    private void kept(TransparencyLog log, Policy policy) {
        kept("outside copy", log, policy, log::findOutsideCopy);
        for (LocalDate day : log.days()) {
            kept("outside copy of " + day, log, policy, () -> log.findCheckpoint(day));
        }
    }

    private void kept(String place, TransparencyLog log, Policy policy, Supplier<Optional<SignedNote>> copy) {
        try {
            Optional<SignedNote> note = copy.get();
            if (note.isEmpty()) {
                fsck.note(place, "it is missing");
                return;
            }
            root(log, Checkpoint.parse(note.get().text()).size())
                    .ifPresentOrElse(
                            root -> fsck.kept(place, note.get(), policy, root),
                            () -> fsck.note(place, "the log does not reach this checkpoint"));
        } catch (ConstanciaException malformed) {
            fsck.note(place, "cannot be read: " + malformed.getMessage());
        }
    }

    private static Optional<Sha256> root(TransparencyLog log, long size) {
        try {
            return size > log.size() ? Optional.empty() : Optional.of(log.root(size));
        } catch (ConstanciaException damagedTile) {
            return Optional.empty();
        }
    }

    private void inEveryCollection(Consumer<JdbcClient> work) {
        LogScope.inSnapshot(owner, connection -> {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            PreservedContent.nameEveryCollection(jdbc);
            work.accept(jdbc);
            return connection;
        });
    }
}
