package org.constancia.store.log;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.audit.Fsck;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.log.Disagreement;
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
        Set<Sha256> digests = new LinkedHashSet<>();
        inEveryCollection(jdbc -> jdbc.sql("select distinct sha256 from source order by sha256")
                .query((row, number) -> Sha256.parse(row.getString(1)))
                .list()
                .forEach(digests::add));
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
            int current = sequencer.log().number();
            if (sequencer.state() instanceof LogState.ReadOnly(String reason, _)) {
                fsck.note("log " + current, "read-only: " + reason);
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
        TransparencyLog log = number == sequencer.log().number()
                ? sequencer.log()
                : TransparencyLog.open(place.logs(), place.outside(), sequencer.keyring(turn), Clock.systemUTC(), number);
        Policy policy = Policy.parse(log.policy());
        Blinding blinding = turn.inTransaction(jdbc -> new LogLedger(jdbc).blinding(place.random()));
        LogScope.inSnapshot(owner, connection -> {
            try (LogRows rows = new LogRows(connection, number)) {
                fsck.log(
                        place.logs().resolve(Integer.toString(number)),
                        policy,
                        new ComparedRows(rows, blinding, number),
                        (done, of) -> progress.reached(Part.LOG, done, of));
            }
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            signed(new LogLedger(jdbc), log);
            return number;
        });
        kept(log, policy);
        entries += log.size();
    }

    /// The checkpoints the database saw signed.
    private void signed(LogLedger ledger, TransparencyLog log) {
        long given = ledger.given(log.number());
        if (given < log.size()) {
            fsck.note("log " + log.number(), "the database knows %d of its %d entries".formatted(given, log.size()));
        }
        for (LogLedger.Signed signed : ledger.signed(log.number())) {
            Optional<Sha256> root = root(log, signed.size());
            if (root.isEmpty() || !root.get().equals(signed.root())) {
                fsck.note("row checkpoint " + signed.size(), "the log does not have the root that was signed");
            }
        }
    }

    private void kept(TransparencyLog log, Policy policy) {
        for (LocalDate day : log.days()) {
            Optional<SignedNote> note = log.findCheckpoint(day);
            long size = note.map(kept -> Checkpoint.parse(kept.text()).size()).orElse(0L);
            note.ifPresent(kept -> root(log, size)
                    .ifPresentOrElse(
                            root -> fsck.kept("outside copy of " + day, kept, policy, root),
                            () -> fsck.note("outside copy of " + day, "the log does not reach this checkpoint")));
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
            nameEveryCollection(jdbc);
            work.accept(jdbc);
            return connection;
        });
    }

    private static void nameEveryCollection(JdbcClient jdbc) {
        jdbc.sql("""
                        select set_config('constancia.collections', coalesce(array_agg(id), '{}')::text, true) from collection
                        """).query((row, number) -> number).list();
    }
}
