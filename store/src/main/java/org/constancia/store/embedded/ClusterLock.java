package org.constancia.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.jspecify.annotations.Nullable;

/// Who may start and stop the server of one home directory, and who uses it.
///
/// Byte 0 of the lock file, held exclusively, is the start and stop critical section; byte 1, held shared, says "I
/// am using the server". The operating system frees both when the process dies.
///
/// Such locks belong to the process: closing any second channel on the file would drop them. There is therefore one
/// channel per file and process, never closed, and an ordinary lock and a count for the threads of this process.
final class ClusterLock {
    private static final Map<Path, ClusterLock> OPENED = new ConcurrentHashMap<>();
    private static final Duration POLL = Duration.ofMillis(20);

    private final FileChannel channel;
    private final ReentrantLock inProcess = new ReentrantLock();
    private @Nullable FileLock usage;
    private int users;

    private ClusterLock(FileChannel channel) {
        this.channel = channel;
    }

    static ClusterLock of(Path file) {
        return OPENED.computeIfAbsent(file, ClusterLock::open);
    }

    private static ClusterLock open(Path file) {
        try {
            return new ClusterLock(FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// What is done in the critical section.
    interface Section<T> {
        T run() throws IOException;
    }

    /// Runs the section while no other thread or process is in it, waiting for them as long as needed.
    <T> T exclusively(Section<T> section) throws IOException {
        inProcess.lock();
        try {
            FileLock start = await();
            try {
                return section.run();
            } finally {
                start.release();
            }
        } finally {
            inProcess.unlock();
        }
    }

    /// Polls, because a thread interrupted in a blocking lock would close the channel and drop every lock of this
    /// process.
    private FileLock await() throws IOException {
        while (true) {
            FileLock granted = channel.tryLock(0, 1, false);
            if (granted != null) {
                return granted;
            }
            pause(POLL);
        }
    }

    /// Registers one more user of this process. Only inside [#exclusively].
    void enter() throws IOException {
        if (users == 0) {
            FileLock shared = channel.tryLock(1, 1, true);
            if (shared == null) {
                throw new ConstanciaException(
                        Problem.BUG, "The lock of the database is held outside its critical section");
            }
            usage = shared;
        }
        users++;
    }

    /// Takes one user of this process away and tells whether it was the last of all processes. Only inside
    /// [#exclusively].
    boolean leaveAsLast() throws IOException {
        users--;
        if (users > 0 || usage == null) {
            return false;
        }
        usage.release();
        usage = null;
        FileLock alone = channel.tryLock(1, 1, false);
        if (alone == null) {
            return false;
        }
        alone.release();
        return true;
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConstanciaException(Problem.CANCELLED, "Interrupted while waiting for the database", interrupted);
        }
    }
}
