package org.constancia.app.log;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.constancia.core.record.ChangeId;
import org.constancia.evidence.log.LogState;
import org.constancia.evidence.log.TransparencyLog;
import org.constancia.evidence.note.LogProof;
import org.constancia.store.log.LogPlace;
import org.constancia.store.log.OpeningRow;
import org.constancia.store.log.OpeningRows;
import org.constancia.store.log.Sequencer;
import org.constancia.store.postgres.Database;

/// The record's transparency log: takes the outbox to the log, finds the leaf of a change.
///
/// It looks into every collection. Pages ask for a change only after they found it in their own session.
public final class RecordLog implements AutoCloseable {
    private final Sequencer sequencer;
    private final OpeningRows openings;
    private final Map<Integer, TransparencyLog> earlier = new ConcurrentHashMap<>();

    private RecordLog(Sequencer sequencer, OpeningRows openings) {
        this.sequencer = sequencer;
        this.openings = openings;
    }

    /// Opens the log of the record, beginning it in an empty home.
    ///
    /// @param checkpointCopy where the last signed checkpoints are kept besides
    public static RecordLog open(Path home, Path checkpointCopy, Database database, Clock clock, SecureRandom random) {
        LogPlace place = LogPlace.of(home, checkpointCopy, random);
        return new RecordLog(new Sequencer(database.owner(), place, clock), new OpeningRows(database.owner()));
    }

    /// The log that takes the entries.
    public TransparencyLog current() {
        return sequencer.log();
    }

    /// The log with this number, an earlier one for reading only.
    public TransparencyLog log(int number) {
        TransparencyLog current = current();
        return number == current.number() ? current : earlier.computeIfAbsent(number, sequencer::openEarlier);
    }

    /// Whether changes can be logged; when not, nothing may be recorded.
    public LogState state() {
        return sequencer.state();
    }

    /// Takes every committed change to the log now.
    ///
    /// @return how many, 0 when none waited
    public int sequence() {
        return sequencer.sequence();
    }

    /// How many changes wait.
    public long waiting() {
        return sequencer.waiting();
    }

    /// The leaf of a change; empty while it waits.
    public Optional<Logged> findLogged(ChangeId change) {
        return openings.find(change.value()).flatMap(this::logged);
    }

    /// The changes of a subject that are logged, in log order.
    public List<Logged> listLogged(String subject) {
        return openings.list(subject).stream()
                .map(this::logged)
                .flatMap(Optional::stream)
                .toList();
    }

    /// The proof of an entry under the last checkpoint.
    public LogProof proof(Logged logged) {
        return log(logged.log()).proof(logged.index());
    }

    private Optional<Logged> logged(OpeningRow row) {
        if (row.leaf() >= log(row.log()).size()) {
            // Another process may have appended it since this one looked.
            sequencer.refresh();
        }
        TransparencyLog log = log(row.log());
        return row.leaf() >= log.size()
                ? Optional.empty()
                : Optional.of(new Logged(
                        new ChangeId(row.change()),
                        row.log(),
                        row.leaf(),
                        log.entry(row.leaf()),
                        row.content().getBytes(StandardCharsets.UTF_8),
                        row.salt()));
    }

    /// Nothing more is appended by this one; what waits is taken by the next that opens the record.
    @Override
    public void close() {
        earlier.clear();
    }
}
