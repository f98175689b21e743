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
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.log.LogState;
import org.constancia.evidence.log.TransparencyLog;
import org.constancia.evidence.note.LogProof;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.time.TimestampAuthority;
import org.constancia.store.log.LogPlace;
import org.constancia.store.log.OpeningRow;
import org.constancia.store.log.OpeningRows;
import org.constancia.store.log.RecordCheck;
import org.constancia.store.log.Sequencer;
import org.constancia.store.postgres.Database;
import org.constancia.store.record.WritePermit;
import org.jspecify.annotations.Nullable;

/// The record's transparency log: takes the outbox to the log, finds the leaf of a change.
///
/// It looks into every collection. Pages ask for a change only after they found it in their own session.
public final class RecordLog implements AutoCloseable {
    private final Path checkpointCopy;
    private final Path home;
    private final Sequencer sequencer;
    private final OpeningRows openings;
    private final Anchors anchors;
    private final Backlog backlog;
    private final Map<Integer, TransparencyLog> earlier = new ConcurrentHashMap<>();
    private @Nullable Sequencing sequencing;

    private RecordLog(
            Path home,
            Path checkpointCopy,
            Sequencer sequencer,
            OpeningRows openings,
            List<TimestampAuthority> authorities,
            Clock clock,
            SecureRandom random) {
        this.home = home;
        this.checkpointCopy = checkpointCopy;
        this.sequencer = sequencer;
        this.openings = openings;
        this.anchors = new Anchors(home.resolve("anchors"), authorities, sequencer::log, clock, random);
        this.backlog = new Backlog(sequencer, clock);
    }

    /// Opens the log of the record, beginning it in an empty home. No time-stamp authority is asked.
    ///
    /// @param checkpointCopy where the last signed checkpoints are kept besides
    public static RecordLog open(Path home, Path checkpointCopy, Database database, Clock clock, SecureRandom random) {
        return open(home, checkpointCopy, List.of(), database, clock, random);
    }

    /// Opens the log of the record, beginning it in an empty home.
    ///
    /// @param authorities asked for time stamps over checkpoints
    public static RecordLog open(
            Path home,
            Path checkpointCopy,
            List<TimestampAuthority> authorities,
            Database database,
            Clock clock,
            SecureRandom random) {
        LogPlace place = LogPlace.of(home, checkpointCopy, random);
        return new RecordLog(
                home,
                checkpointCopy,
                new Sequencer(database.owner(), place, clock),
                new OpeningRows(database.owner()),
                authorities,
                clock,
                random);
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

    /// Where the last signed checkpoints are kept besides.
    public Path checkpointCopy() {
        return checkpointCopy;
    }

    /// The directory of the record, where `log/` is.
    public Path home() {
        return home;
    }

    public Anchors anchors() {
        return anchors;
    }

    /// What every write to the record has to ask: it is refused while the log is read-only, and held up while more
    /// waits
    /// than the log can take.
    public WritePermit permit() {
        return backlog;
    }

    /// Takes every committed change to the log now.
    ///
    /// @return how many, 0 when none waited
    public int sequence() {
        return sequencer.sequence();
    }

    /// Takes changes to the log from now on until this is closed, and works on the anchors.
    ///
    /// @param stamped hears of time stamps that came in
    public synchronized void sequenceInBackground(Sequencing.Stamped stamped) {
        if (sequencing == null) sequencing = Sequencing.start(sequencer, backlog, anchors, stamped);
    }

    /// How many changes wait.
    public long waiting() {
        return sequencer.waiting();
    }

    /// Ends a log that lost entries or changes and begins the next one.
    ///
    /// @return how many changes wait for the new log
    public long beginNewOrigin(String author) {
        earlier.clear();
        return sequencer.beginNewOrigin(author);
    }

    /// Accepts a log whose outside copy is known to be lost.
    public void acceptWithoutOutsideCopy() {
        sequencer.acceptWithoutOutsideCopy();
    }

    /// Checks blobs, rows and logs against each other.
    public RecordCheck.Report check(ContentStore contents, RecordCheck.Progress progress) {
        return sequencer.check(contents, progress);
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

    /// All that a stranger needs to check a change.
    public ChangeProof changeProof(Logged logged) {
        return ChangeProof.of(this, logged);
    }

    /// The proof of an entry under the last checkpoint.
    public LogProof proof(Logged logged) {
        return log(logged.log()).proof(logged.index());
    }

    /// The signed promise that the entry is in the log, in the words of [org.constancia.evidence.log.Receipt].
    public SignedNote receipt(Logged logged) {
        return log(logged.log()).receipt(LogEntry.parse(logged.entry()));
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
    public synchronized void close() {
        if (sequencing != null) {
            sequencing.close();
            sequencing = null;
        }
        earlier.clear();
    }
}
