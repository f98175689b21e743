package org.constancia.evidence.content;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where bytes land before they have a name. Each opened store has its own directory below `incoming/` and
/// holds a lock on it, so that the sweep of a starting process removes what dead processes left and never what
/// a living one writes.
///
/// File locks belong to the process, and closing any channel on a file drops them: the directories of this
/// process are therefore remembered in memory and their lock files never opened twice.
final class Incoming implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final Set<Path> HELD_BY_THIS_PROCESS = new HashSet<>();

    private final Path own;
    private final FileChannel lockFile;
    private final long swept;
    private final AtomicLong count = new AtomicLong();

    private Incoming(Path own, FileChannel lockFile, long swept) {
        this.own = own;
        this.lockFile = lockFile;
        this.swept = swept;
    }

    /// Removes the directories of dead processes and makes one for this store.
    static Incoming open(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path real = directory.toRealPath();
        synchronized (HELD_BY_THIS_PROCESS) {
            try (FileChannel channel =
                            FileChannel.open(real.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                long swept = 0;
                for (Path sibling : list(real)) {
                    if (Files.isDirectory(sibling) && !HELD_BY_THIS_PROCESS.contains(sibling)) {
                        swept += removeIfAbandoned(sibling);
                    }
                }
                Path own = Files.createDirectory(real.resolve(UUID.randomUUID().toString()));
                FileChannel lockFile =
                        FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                lockFile.lock();
                HELD_BY_THIS_PROCESS.add(own);
                return new Incoming(own, lockFile, swept);
            }
        }
    }

    /// A fresh name for a file that is not complete yet.
    Path next() {
        return own.resolve(Long.toString(count.getAndIncrement()));
    }

    /// How many unfinished files of dead processes were removed when this store was opened.
    long swept() {
        return swept;
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD_BY_THIS_PROCESS) {
            removeAll(own);
            lockFile.close();
            HELD_BY_THIS_PROCESS.remove(own);
        }
    }

    private static long removeIfAbandoned(Path sibling) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(sibling.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                @Nullable FileLock held = channel.tryLock()) {
            return held == null ? 0 : removeAll(sibling);
        }
    }

    private static long removeAll(Path directory) throws IOException {
        long unfinished = 0;
        for (Path file : list(directory)) {
            Files.deleteIfExists(file);
            if (!file.endsWith(LOCK)) {
                unfinished++;
            }
        }
        Files.deleteIfExists(directory);
        return unfinished;
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        }
    }
}
