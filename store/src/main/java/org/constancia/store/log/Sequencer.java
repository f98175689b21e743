package org.constancia.store.log;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.log.Appended;
import org.constancia.evidence.log.Halt;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.log.LogKeyring;
import org.constancia.evidence.log.LogState;
import org.constancia.evidence.log.NewOrigin;
import org.constancia.evidence.log.TransparencyLog;
import org.constancia.evidence.merkle.MerkleHash;

/// Takes committed changes from the outbox to the transparency log.
///
/// Each batch goes three steps, each durable before the next: indices in the database; tiles and a signed
/// checkpoint; the checkpoint in the database. A program that is killed between them leaves nothing to
/// repair: the next turn makes the same leaves for the indices that were given and appends those the log does
/// not have. Any number of processes may sequence the same record, one at a time.
///
/// A database and a log that do not tell the same story make the log read-only ([LogComparison]).
public final class Sequencer {
    /// The most changes one signed checkpoint adds.
    public static final int BATCH = 1024;

    private final DataSource owner;
    private final LogPlace place;
    private final Clock clock;
    private volatile TransparencyLog log;
    private volatile LogState state;

    /// Opens the log, beginning the first one in an empty place, and compares it with the database.
    public Sequencer(DataSource owner, LogPlace place, Clock clock) {
        this.owner = owner;
        this.place = place;
        this.clock = clock;
        try (LogTurn turn = LogTurn.take(owner, place.logs())) {
            this.log = open(turn);
            this.state = judge(turn);
        }
    }

    /// The log that takes the entries.
    public TransparencyLog log() {
        return log;
    }

    /// Whether changes can be logged; when not, nothing may be recorded either.
    public LogState state() {
        return state;
    }

    /// Checks blobs, rows and logs against each other.
    public RecordCheck.Report check(ContentStore contents, RecordCheck.Progress progress) {
        return RecordCheck.run(owner, place, this, contents, progress);
    }

    /// An earlier log, for reading.
    public TransparencyLog openEarlier(int number) {
        try (LogTurn turn = LogTurn.take(owner, place.logs())) {
            return TransparencyLog.open(place.logs(), place.outside(), keyring(turn), clock, number);
        }
    }

    /// Looks again at what other processes did.
    public void refresh() {
        try (LogTurn turn = LogTurn.take(owner, place.logs())) {
            refresh(turn);
        }
    }

    /// Whether anything has to be done: a change without index, or an index without entry.
    public boolean isWaiting() {
        TransparencyLog current = log;
        return LogScope.inTransaction(owner, jdbc -> new LogLedger(jdbc).isWaiting(current.number(), current.size()));
    }

    /// How many changes wait for an index.
    public long waiting() {
        return LogScope.inTransaction(owner, jdbc -> new LogLedger(jdbc).waiting());
    }

    /// Takes every change that is committed now.
    ///
    /// @return how many entries became part of the log
    /// @throws ConstanciaException `READ_ONLY` when the log takes none, `STORAGE_FAILED` when the disk is
    ///     full or broken: the changes stay where they are and are taken by a later call
    public int sequence() {
        try (LogTurn turn = LogTurn.take(owner, place.logs())) {
            refresh(turn);
            requireWritable();
            Blinding blinding = turn.inTransaction(jdbc -> new LogLedger(jdbc).blinding(place.random()));
            LeafMaker leaves = new LeafMaker(blinding, log.number());
            int taken = appendGiven(turn, leaves);
            for (int batch = takeBatch(turn, leaves); batch > 0; batch = takeBatch(turn, leaves)) taken += batch;
            return taken;
        }
    }

    /// Accepts a log whose outside copy is known to be lost, after a person compared it with another witness.
    public void acceptWithoutOutsideCopy() {
        try (LogTurn turn = LogTurn.take(owner, place.logs())) {
            log = TransparencyLog.acceptWithoutOutsideCopy(place.logs(), place.outside(), keyring(turn), clock);
            state = judge(turn);
        }
    }

    /// Ends a log that no longer tells what the database tells, and begins the next one, which commits to its
    /// last checkpoint. Changes whose entries are lost wait again and become entries of the new log.
    ///
    /// @param author who decided
    /// @return how many changes wait for the new log
    /// @throws ConstanciaException `USAGE` when there is nothing to end
    public long beginNewOrigin(String author) {
        try (LogTurn turn = LogTurn.take(owner, place.logs())) {
            log = open(turn);
            state = judge(turn);
            if (state instanceof LogState.Writable) {
                throw new ConstanciaException(
                                Problem.USAGE, "The log is sound; a new origin would only break its history")
                        .with("origin", log.origin());
            }
            int ended = log.number();
            Optional<LogLedger.KnownLog> known = turn.inTransaction(jdbc -> new LogLedger(jdbc).findLatest())
                    .filter(latest -> latest.number() == ended);
            Blinding blinding = turn.inTransaction(jdbc -> new LogLedger(jdbc).blinding(place.random()));
            log = NewOrigin.begin(
                    place.logs(),
                    place.outside(),
                    keyring(turn),
                    clock,
                    blinding.actor(log.number() + 1, author),
                    new NewOrigin.Loss(known.flatMap(LogLedger.KnownLog::checkpoint), new GivenHashes(turn, ended)));
            state = judge(turn);
            return turn.inTransaction(jdbc -> new LogLedger(jdbc).waiting());
        }
    }

    private int appendGiven(LogTurn turn, LeafMaker leaves) {
        int appended = 0;
        while (true) {
            long first = log.size();
            List<ChangeForLog> changes =
                    turn.inTransaction(jdbc -> new LogLedger(jdbc).given(log.number(), first, BATCH));
            if (changes.isEmpty()) return appended;
            List<Leaf> made = leaves.make(
                    changes,
                    turn.inTransaction(
                            jdbc -> new LogLedger(jdbc).lastHashes(leaves.subjects(changes), log.number(), first)));
            append(turn, first, made);
            appended += made.size();
        }
    }

    private int takeBatch(LogTurn turn, LeafMaker leaves) {
        long first = log.size();
        List<Leaf> given = turn.inTransaction(jdbc -> {
            LogLedger ledger = new LogLedger(jdbc);
            List<ChangeForLog> changes = ledger.queued(BATCH);
            if (changes.isEmpty()) return List.<Leaf>of();
            List<Leaf> made = leaves.make(changes, ledger.lastHashes(leaves.subjects(changes), log.number(), first));
            ledger.give(log.number(), first, made);
            return made;
        });
        if (!given.isEmpty()) append(turn, first, given);
        return given.size();
    }

    private void append(LogTurn turn, long first, List<Leaf> leaves) {
        List<LogEntry> entries = leaves.stream().map(Leaf::entry).toList();
        requireAsGiven(turn, first, entries);
        Appended appended = log.append(first, entries);
        turn.inTransaction(jdbc -> {
            new LogLedger(jdbc).signed(log.number(), appended.checkpoint(), clock.instant());
            return first;
        });
    }

    /// An outbox row that was altered after its index was given makes another leaf; it must not get into the
    /// log.
    private void requireAsGiven(LogTurn turn, long first, List<LogEntry> entries) {
        List<Sha256> hashes =
                turn.inTransaction(jdbc -> new LogLedger(jdbc).hashes(log.number(), first, first + entries.size()));
        for (int i = 0; i < entries.size(); i++) {
            if (!hashes.get(i).equals(entries.get(i).leafHash())) {
                state = LogState.ReadOnly.because(Halt.ALTERED_CHANGE, first + i);
                throw readOnly((LogState.ReadOnly) state);
            }
        }
    }

    /// A log that was read-only is looked at again: somebody may have restored what was missing.
    void refresh(LogTurn turn) {
        if (state instanceof LogState.ReadOnly || log.isStale(place.logs(), place.outside())) {
            log = open(turn);
            state = judge(turn);
        }
    }

    private void requireWritable() {
        if (state instanceof LogState.ReadOnly readOnly) throw readOnly(readOnly);
    }

    private static ConstanciaException readOnly(LogState.ReadOnly state) {
        return new ConstanciaException(Problem.READ_ONLY, "The record is read-only, because its log takes no entries")
                .with("reason", state.reason())
                .with("remedy", state.remedy());
    }

    private TransparencyLog open(LogTurn turn) {
        return TransparencyLog.open(place.logs(), place.outside(), keyring(turn), clock);
    }

    LogKeyring keyring(LogTurn turn) {
        Optional<String> known =
                turn.inTransaction(jdbc -> new LogLedger(jdbc).findLatest().map(LogLedger.KnownLog::origin));
        return new LogKeyring(place.keys(), LogName.find(known, place.keys(), place.random()), place.random());
    }

    /// Compares log and database, and tells the database about a log that is new to it.
    private LogState judge(LogTurn turn) {
        TransparencyLog opened = log;
        if (opened.state() instanceof LogState.ReadOnly halted) return halted;
        return turn.inTransaction(jdbc -> {
            LogLedger ledger = new LogLedger(jdbc);
            return switch (LogComparison.compare(ledger, opened)) {
                case LogComparison.Finding.Agreeing() -> {
                    ledger.queueForgotten();
                    yield new LogState.Writable();
                }
                case LogComparison.Finding.NewLog() -> {
                    adopt(ledger, opened);
                    ledger.queueForgotten();
                    yield new LogState.Writable();
                }
                case LogComparison.Finding.Diverging(LogState.ReadOnly reason) -> reason;
            };
        });
    }

    private void adopt(LogLedger ledger, TransparencyLog opened) {
        ledger.begin(opened.number(), opened.origin(), clock.instant());
        if (opened.number() == 1) return;
        LogEntry origin = LogEntry.parse(opened.entry(0));
        ledger.giveToOrigin(opened.number(), origin.subject(), MerkleHash.ofLeaf(opened.entry(0)));
        ledger.signed(opened.number(), opened.checkpoint(), clock.instant());
        origin.facts().findWhole("lostFrom").ifPresent(from -> ledger.queueLost(opened.number() - 1, from));
    }
}
