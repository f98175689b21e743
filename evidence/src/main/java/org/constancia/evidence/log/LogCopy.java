package org.constancia.evidence.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.SignedNote;

/// A copy of the logs of a directory as they stood at an earlier checkpoint of the last one, made while that grows.
///
/// Tiles never change once they are full, and an unfinished tile is the beginning of its successor, so the log of an
/// earlier checkpoint can be copied at any later time: what came after is left out. Logs that have ended are copied as
/// they lie.
public final class LogCopy {
    private final Path directory;
    private final int number;
    private final SignedNote checkpoint;
    private final List<String> missing = new ArrayList<>();

    /// Takes a file of the copy.
    @FunctionalInterface
    public interface Receiver {
        /// @param name the path below the logs' directory, with `/`
        void receive(String name, byte[] content) throws IOException;
    }

    /// @param directory where the logs are
    /// @param number of the last log
    /// @param checkpoint of that log, up to which it is copied
    public LogCopy(Path directory, int number, SignedNote checkpoint) {
        this.directory = directory;
        this.number = number;
        this.checkpoint = checkpoint;
    }

    /// Hands out every file, the checkpoint of a log after its tiles.
    public void copyTo(Receiver receiver) throws IOException {
        for (int ended = 1; ended < number; ended++) {
            Path log = directory.resolve(Integer.toString(ended));
            copyFiles(log, log.resolve("checkpoint"), ended + "/", receiver);
            copyFile(log, log.resolve("checkpoint"), ended + "/", receiver);
        }
        String prefix = number + "/";
        Path log = directory.resolve(Integer.toString(number));
        copyFiles(log, log.resolve("tile"), prefix, receiver);
        copyTiles(new TileFiles(log), Checkpoint.parse(checkpoint.text()).size(), prefix, receiver);
        receiver.receive(prefix + "checkpoint", checkpoint.bytes());
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

    /// Files as they lie, such as time stamps beside the tiles.
    ///
    /// @param leftOut a file or directory that is not copied, besides the log's own checkpoint
    private static void copyFiles(Path log, Path leftOut, String prefix, Receiver receiver) throws IOException {
        if (!Files.isDirectory(log)) return;
        List<Path> found;
        try (Stream<Path> files = Files.walk(log)) {
            found = files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(leftOut))
                    .filter(file -> !file.equals(log.resolve("checkpoint")))
                    .filter(file -> !file.toString().endsWith(".partial"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        for (Path file : found) copyFile(log, file, prefix, receiver);
    }

    private static void copyFile(Path log, Path file, String prefix, Receiver receiver) throws IOException {
        if (Files.isRegularFile(file)) {
            receiver.receive(prefix + log.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
    }
}
