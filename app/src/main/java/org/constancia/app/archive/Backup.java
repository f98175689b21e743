package org.constancia.app.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.archive.ArchiveWriter;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.log.LogCopy;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.SignedNote;
import org.constancia.store.archive.ArchivedTable;
import org.constancia.store.archive.Snapshot;
import org.constancia.store.postgres.Schema;

/// Writes the whole record as one archive while it is being written to.
///
/// The parts fit together because everything follows the snapshot of the database, which is taken first. The log is
/// archived as it stood at the checkpoint the snapshot knows: its tiles were durable before the database was told, they
/// are only ever added to, and all its changes are in the snapshot. The originals are those the snapshot refers to:
/// each was durable before its row was. What is written meanwhile is in a later backup.
public final class Backup {
    static final String TABLES = "database/";
    static final String FILES = "home/";
    static final String SHORTCOMINGS = "shortcomings.txt";

    private final DataSource owner;
    private final Schema schema;
    private final ContentStore contents;
    private final Path home;
    private final Path checkpointCopy;
    private final Clock clock;

    /// @param owner connections of the owner of the tables
    /// @param schema the tables' version
    /// @param checkpointCopy where the last checkpoints are kept outside
    public Backup(DataSource owner, Schema schema, ContentStore contents, Path home, Path checkpointCopy, Clock clock) {
        this.owner = owner;
        this.schema = schema;
        this.contents = contents;
        this.home = home;
        this.checkpointCopy = checkpointCopy;
        this.clock = clock;
    }

    /// What was archived.
    ///
    /// @param originals how many blobs
    /// @param shortcomings what the record should have and has not, or has only damaged: a line each
    public record Result(ArchiveHead head, long originals, List<String> shortcomings) {
        public Result {
            shortcomings = List.copyOf(shortcomings);
        }

        public boolean isComplete() {
            return shortcomings.isEmpty();
        }
    }

    /// Writes the archive to its end. What was not written to its end is no archive.
    ///
    /// @throws ConstanciaException `CANCELLED` when the thread is interrupted
    public Result writeTo(OutputStream out, Progress progress) throws IOException {
        try (Snapshot snapshot = Snapshot.take(owner);
                ArchiveWriter archive = new ArchiveWriter(out)) {
            List<String> shortcomings = new ArrayList<>();
            ArchiveHead head = head(snapshot);
            archive.entry(ArchiveHead.ENTRY, head::writeTo);
            tables(snapshot, head.tables(), archive, progress);
            files(archive, shortcomings);
            log(head, archive, shortcomings, progress);
            long originals = originals(snapshot, archive, shortcomings, progress);
            archive.entry(
                    SHORTCOMINGS,
                    text -> text.write(String.join("\n", shortcomings).getBytes(StandardCharsets.UTF_8)));
            archive.finish();
            return new Result(head, originals, shortcomings);
        }
    }

    private ArchiveHead head(Snapshot snapshot) {
        Optional<Snapshot.KnownLog> log = snapshot.log();
        return new ArchiveHead(
                ArchiveHead.FORMAT,
                clock.instant(),
                schema,
                snapshot.tables(),
                snapshot.sequences(),
                snapshot.figures(),
                log.map(Snapshot.KnownLog::number).orElse(0),
                log.map(Snapshot.KnownLog::checkpoint).orElse(null));
    }

    private static void tables(Snapshot snapshot, List<ArchivedTable> tables, ArchiveWriter archive, Progress progress)
            throws IOException {
        long done = 0;
        for (ArchivedTable table : tables) {
            archive.entry(TABLES + table.name() + ".copy", rows -> snapshot.copy(table, rows));
            progress.reached("tables", ++done, tables.size());
            goOn();
        }
    }

    /// Keys before the blobs whose names depend on them.
    private void files(ArchiveWriter archive, List<String> shortcomings) throws IOException {
        for (Path file : HomeFiles.list(home, checkpointCopy)) {
            if (ArchiveWriter.isName(name(file))) {
                copy(home.resolve(file), FILES + name(file), archive);
            } else {
                shortcomings.add("file " + file + ": left out, it is none of Constancia's");
            }
        }
        Path check = Path.of(HomeFiles.CONTENTS, "key-check");
        copy(home.resolve(check), FILES + name(check), archive);
    }

    private void log(ArchiveHead head, ArchiveWriter archive, List<String> shortcomings, Progress progress)
            throws IOException {
        if (head.checkpoint() == null) return;
        SignedNote last = SignedNote.parse(head.checkpoint());
        LogCopy log = new LogCopy(home.resolve(HomeFiles.LOG), head.log(), last);
        long[] files = {0};
        log.copyTo((name, content) -> {
            archive.entry(FILES + HomeFiles.LOG + "/" + name, out -> out.write(content));
            progress.reached("log", ++files[0], 0);
            goOn();
        });
        shortcomings.addAll(log.missing());
        keptCheckpoints(Checkpoint.parse(last.text()), archive);
    }

    /// The checkpoints kept outside, but none that is ahead of the log in this archive.
    private void keptCheckpoints(Checkpoint last, ArchiveWriter archive) throws IOException {
        if (!Files.isDirectory(checkpointCopy)) return;
        List<Path> kept;
        try (Stream<Path> files = Files.walk(checkpointCopy)) {
            kept = files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".partial"))
                    .filter(file -> !isAhead(file, last))
                    .sorted()
                    .toList();
        }
        for (Path file : kept) {
            Path name = Path.of(HomeFiles.CHECKPOINTS).resolve(checkpointCopy.relativize(file));
            copy(file, FILES + name(name), archive);
        }
    }

    private static boolean isAhead(Path file, Checkpoint last) {
        try {
            Checkpoint kept =
                    Checkpoint.parse(SignedNote.parse(Files.readAllBytes(file)).text());
            return kept.origin().equals(last.origin()) && kept.size() > last.size();
        } catch (IOException | ConstanciaException unreadable) {
            return true;
        }
    }

    private long originals(Snapshot snapshot, ArchiveWriter archive, List<String> shortcomings, Progress progress)
            throws IOException {
        long all = snapshot.figures().bytes();
        long[] done = {0, 0};
        snapshot.contents(kept -> {
            goOn();
            Sha256 digest = Sha256.parse(kept.sha256());
            try (InputStream bytes = contents.open(digest)) {
                archive.entry(FILES + HomeFiles.CONTENTS + "/" + contents.place(digest), bytes::transferTo);
                done[1]++;
            } catch (ConstanciaException unreadable) {
                shortcomings.add("original sha256 " + digest + ": "
                        + (unreadable.problem() == Problem.RECORD_NOT_FOUND ? "missing" : "damaged"));
            }
            done[0] += kept.length();
            progress.reached("originals", done[0], all);
        });
        return done[1];
    }

    private static void copy(Path file, String name, ArchiveWriter archive) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            archive.entry(name, bytes::transferTo);
        } catch (NoSuchFileException gone) {
            // removed since it was listed: nothing the snapshot refers to
            return;
        }
    }

    private static String name(Path file) {
        return file.toString().replace('\\', '/');
    }

    private static void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new ConstanciaException(Problem.CANCELLED, "The backup was stopped; no archive was made");
        }
    }
}
