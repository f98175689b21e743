package org.constancia.evidence.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.SignedNote;

/// The logs of a directory as they stood at one moment, copied while the last of them grows.
///
/// Tiles never change once they are full, and an unfinished tile is the beginning of its successor, so the log of an
/// earlier checkpoint can be copied at any later time: what came after the checkpoint is left out. Whoever takes the
/// moment before a snapshot of the database has a log that is never ahead of it: a checkpoint is signed only over
/// changes that are committed.
public final class LogCopy {
    private final Path directory;
    private final List<Standing> standings;
    private final List<String> missing = new ArrayList<>();

    /// Where one log stood.
    private record Standing(int number, SignedNote note, Checkpoint checkpoint) {}

    /// Takes a file of the copy.
    @FunctionalInterface
    public interface Receiver {
        /// @param name the path below the logs' directory, with `/`
        void receive(String name, byte[] content) throws IOException;
    }

    private LogCopy(Path directory, List<Standing> standings) {
        this.directory = directory;
        this.standings = standings;
    }

    /// Remembers where each log stands now.
    ///
    /// @param directory where the logs are; it need not exist
    /// @throws ConstanciaException `STORAGE_FAILED` when a checkpoint cannot be read
    public static LogCopy now(Path directory) {
        List<Standing> standings = new ArrayList<>();
        int last = LogNumbers.current(directory, directory);
        for (int number = 1; number <= last; number++) {
            Path file = directory.resolve(Integer.toString(number)).resolve("checkpoint");
            if (Files.exists(file)) {
                standings.add(standing(number, file));
            }
        }
        return new LogCopy(directory, standings);
    }

    private static Standing standing(int number, Path file) {
        try {
            SignedNote note = SignedNote.parse(Files.readAllBytes(file));
            return new Standing(number, note, Checkpoint.parse(note.text()));
        } catch (IOException | ConstanciaException unreadable) {
            throw new ConstanciaException(
                            Problem.STORAGE_FAILED,
                            "A log's checkpoint cannot be read; run fsck, and restore it from a backup",
                            unreadable)
                    .with("file", file);
        }
    }

    /// The last log's number; 0 when there is none.
    public int number() {
        return standings.isEmpty() ? 0 : standings.getLast().number();
    }

    /// The last log's checkpoint.
    public Optional<SignedNote> checkpoint() {
        return standings.isEmpty()
                ? Optional.empty()
                : Optional.of(standings.getLast().note());
    }

    /// How many entries all logs have.
    public long entries() {
        return standings.stream().mapToLong(each -> each.checkpoint().size()).sum();
    }

    /// Hands out every file, each log's checkpoint last.
    public void copyTo(Receiver receiver) throws IOException {
        for (Standing standing : standings) {
            String prefix = standing.number() + "/";
            Path log = directory.resolve(Integer.toString(standing.number()));
            copyOther(log, prefix, receiver);
            copyTiles(new TileFiles(log), standing.checkpoint().size(), prefix, receiver);
            receiver.receive(prefix + "checkpoint", standing.note().bytes());
        }
    }

    /// Tiles that could not be read, after [#copyTo]; the copy is complete when there is none.
    public List<String> missing() {
        return List.copyOf(missing);
    }

    private void copyTiles(TileFiles tiles, long size, String prefix, Receiver receiver) throws IOException {
        for (long from = 0; from < size; from += TilePath.WIDTH) {
            long index = from / TilePath.WIDTH;
            int width = (int) Math.min(TilePath.WIDTH, size - from);
            copy(
                    prefix + TilePath.entries(index, width),
                    receiver,
                    () -> EntryBundle.write(tiles.entries(index, width)));
        }
        for (int level = 0; size >> (8 * level) > 0; level++) {
            int each = level;
            long count = size >> (8 * level);
            for (long from = 0; from < count; from += TilePath.WIDTH) {
                long index = from / TilePath.WIDTH;
                int width = (int) Math.min(TilePath.WIDTH, count - from);
                copy(prefix + TilePath.hashes(level, index, width), receiver, () -> tiles.hashes(each, index, width));
            }
        }
    }

    private void copy(String name, Receiver receiver, Supplier<byte[]> source) throws IOException {
        byte[] content;
        try {
            content = source.get();
        } catch (ConstanciaException unreadable) {
            missing.add("log/" + name);
            return;
        }
        receiver.receive(name, content);
    }

    /// What lies beside the tiles: time stamps, witnesses' signatures.
    private static void copyOther(Path log, String prefix, Receiver receiver) throws IOException {
        List<Path> found;
        try (Stream<Path> files = Files.walk(log)) {
            found = files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(log.resolve("tile")))
                    .filter(file -> !file.equals(log.resolve("checkpoint")))
                    .filter(file -> !file.toString().endsWith(".partial"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        for (Path file : found) {
            receiver.receive(prefix + log.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
    }
}
