package org.constancia.app.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.archive.ArchiveReader;
import org.constancia.evidence.durable.DurableFiles;
import org.constancia.store.archive.Loading;
import org.constancia.store.postgres.Database;
import org.constancia.store.postgres.DatabaseLocation;
import org.jspecify.annotations.Nullable;

/// Reads an archive into an empty home and an empty database, in one pass. Nothing of it counts until its last entry,
/// the manifest, has confirmed every other one: the rows are in a transaction that is not committed, and the home
/// bears a mark with which it is never opened. What fails or is cancelled leaves both empty.
///
/// The log's last checkpoint is not put where the outside copy is kept, unless the caller knows that nothing was signed
/// after it: the log would go on from there and contradict what was signed since. Without that copy a log takes no
/// entries, and says what to do.
public final class Restore {
    private final Path home;
    private final DatabaseLocation location;
    private final Supplier<Path> checkpointCopy;
    private final LogContinuation continuation;
    private final Consumer<String> terminal;

    /// Whether the log may go on from where it stands in the archive.
    public enum LogContinuation {
        /// Only when a copy of its last checkpoint, kept outside, is the same.
        WITH_OUTSIDE_COPY,
        /// The caller knows that the archive is the last state there was.
        NOTHING_RECORDED_SINCE
    }

    /// @param home an empty directory, or a new one
    /// @param location of an empty database
    /// @param checkpointCopy where the last checkpoints are kept outside; asked when the files are there,
    ///     since the home may say it
    /// @param terminal told, in one line each, the steps of the database that take time
    public Restore(
            Path home,
            DatabaseLocation location,
            Supplier<Path> checkpointCopy,
            LogContinuation continuation,
            Consumer<String> terminal) {
        this.checkpointCopy = checkpointCopy;
        this.home = home;
        this.location = location;
        this.continuation = continuation;
        this.terminal = terminal;
    }

    /// What was restored.
    ///
    /// @param shortcomings what the archive says it lacks: a line each
    public record Result(ArchiveHead head, long files, List<String> shortcomings) {
        public Result {
            shortcomings = List.copyOf(shortcomings);
        }
    }

    /// Reads the archive and returns when all of it is durable. The database then has the tables of the archive's
    /// version;
    /// whoever opens it next migrates them.
    ///
    /// @throws ConstanciaException `BAD_INPUT` when the archive is damaged, with the place;
    ///     `CANNOT_WRITE_OUTPUT` or `DATABASE_NOT_OURS` when home or database are not empty
    public Result from(InputStream archive, Progress progress) {
        try {
            RestoredFiles files = RestoredFiles.in(home);
            Arrival arrival = new Arrival(files, progress);
            try {
                ArchiveReader.read(archive, arrival::receive);
                return arrival.commit();
            } catch (RuntimeException | IOException failure) {
                removeAfter(failure, arrival, files);
                throw failure;
            }
        } catch (IOException failure) {
            throw new ConstanciaException(
                            Problem.STORAGE_FAILED, "The files could not be written; nothing was restored", failure)
                    .with("reason", String.valueOf(failure.getMessage()));
        }
    }

    /// A thread that was interrupted would not wait for the server to stop.
    private static void removeAfter(Exception failure, Arrival arrival, RestoredFiles files) {
        boolean isInterrupted = Thread.interrupted();
        try {
            arrival.close();
            files.remove();
        } catch (RuntimeException | IOException further) {
            failure.addSuppressed(further);
        } finally {
            if (isInterrupted) Thread.currentThread().interrupt();
        }
    }

    /// The entries as they come, in the order in which a backup writes them.
    private final class Arrival implements AutoCloseable {
        private final RestoredFiles files;
        private final Progress progress;
        private @Nullable ArchiveHead head;
        private @Nullable Database database;
        private @Nullable Loading loading;
        private List<String> shortcomings = List.of();
        private long tables;
        private long written;

        private Arrival(RestoredFiles files, Progress progress) {
            this.files = files;
            this.progress = progress;
        }

        private void receive(String name, InputStream content) throws IOException {
            if (Thread.currentThread().isInterrupted()) {
                throw new ConstanciaException(Problem.CANCELLED, "The restore was stopped; nothing was restored");
            }
            if (head == null) {
                begin(name, content);
            } else if (name.startsWith(Backup.TABLES) && name.endsWith(".copy")) {
                load(name.substring(Backup.TABLES.length(), name.length() - ".copy".length()), content);
            } else if (name.startsWith(Backup.FILES)) {
                keep(name.substring(Backup.FILES.length()), content);
            } else if (name.equals(Backup.SHORTCOMINGS)) {
                shortcomings = new String(content.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            } else {
                throw new ConstanciaException(Problem.BAD_INPUT, "The archive holds an entry nobody knows")
                        .with("entry", name);
            }
        }

        private void begin(String name, InputStream content) {
            if (!name.equals(ArchiveHead.ENTRY)) {
                throw new ConstanciaException(Problem.BAD_INPUT, "This is not an archive of Constancia");
            }
            ArchiveHead read = ArchiveHead.read(content);
            head = read;
            database = Database.openEmpty(location, read.schema(), terminal);
            loading = Loading.begin(database.owner(), read.tables());
        }

        private void load(String table, InputStream rows) throws IOException {
            if (loading == null || head == null) throw new IllegalStateException("no head yet");
            loading.load(table, rows);
            progress.reached("tables", ++tables, head.tables().size());
        }

        private void keep(String name, InputStream content) throws IOException {
            if (isLastCheckpoint(name)) return;
            files.write(name, content);
            progress.reached("files", ++written, 0);
        }

        private boolean isLastCheckpoint(String name) {
            return head != null && name.equals(HomeFiles.CHECKPOINTS + "/" + head.log() + "/latest");
        }

        private Result commit() throws IOException {
            if (loading == null || head == null) {
                throw new ConstanciaException(Problem.BAD_INPUT, "This is not an archive of Constancia");
            }
            if (tables != head.tables().size()) {
                throw new ConstanciaException(Problem.BAD_INPUT, "The archive lacks a table").with("tables", tables);
            }
            progress.reached("disk", 0, 0);
            files.force();
            keepLastCheckpoint(head);
            loading.commit(head.sequences());
            close();
            RestoringMark.remove(home);
            return new Result(head, written, shortcomings);
        }

        private void keepLastCheckpoint(ArchiveHead head) throws IOException {
            if (head.checkpoint() == null || continuation == LogContinuation.WITH_OUTSIDE_COPY) return;
            Path copies = checkpointCopy.get().resolve(Integer.toString(head.log()));
            Path latest = copies.resolve("latest");
            if (!Files.exists(latest)) {
                DurableFiles.createDirectories(copies);
                DurableFiles.write(latest, head.checkpoint().getBytes(StandardCharsets.UTF_8));
            }
        }

        @Override
        public void close() {
            if (loading != null) loading.close();
            if (database != null) database.close();
            loading = null;
            database = null;
        }
    }
}
