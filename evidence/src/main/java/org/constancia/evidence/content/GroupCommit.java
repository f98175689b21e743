package org.constancia.evidence.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.constancia.evidence.durable.DurableFiles;
import org.jspecify.annotations.Nullable;

/// Gives finished temporary files their final names, many writers at a time. Whoever finds no leader leads: it
/// takes everything that waits, renames it all, and forces each directory once. The others sleep until their
/// own file is durable or has failed.
///
/// When forcing a directory fails, every file of that directory in the batch fails, although its name may be
/// visible: nobody can tell whether it would survive.
final class GroupCommit {
    private static final class Waiting {
        private final Path from;
        private final Path to;
        private boolean finished;
        private @Nullable IOException failure;

        private Waiting(Path from, Path to) {
            this.from = from;
            this.to = to;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition batchFinished = lock.newCondition();
    private List<Waiting> queue = new ArrayList<>();
    private boolean led;

    /// Renames and returns when the new name is durable.
    void commit(Path from, Path to) throws IOException {
        Waiting own = new Waiting(from, to);
        lock.lock();
        try {
            queue.add(own);
            while (!own.finished) {
                if (led) {
                    batchFinished.awaitUninterruptibly();
                } else {
                    lead();
                }
            }
        } finally {
            lock.unlock();
        }
        if (own.failure != null) {
            throw new IOException(own.failure);
        }
    }

    private void lead() {
        List<Waiting> batch = queue;
        queue = new ArrayList<>();
        led = true;
        lock.unlock();
        try {
            makeDurable(batch);
        } finally {
            lock.lock();
            led = false;
            batch.forEach(waiting -> waiting.finished = true);
            batchFinished.signalAll();
        }
    }

    private static void makeDurable(List<Waiting> batch) {
        Map<Path, List<Waiting>> directories = new HashMap<>();
        for (Waiting waiting : batch) {
            try {
                Files.move(
                        waiting.from, waiting.to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                directories
                        .computeIfAbsent(waiting.to.getParent(), _ -> new ArrayList<>())
                        .add(waiting);
            } catch (IOException failure) {
                waiting.failure = failure;
            }
        }
        directories.forEach((directory, renamed) -> {
            try {
                DurableFiles.forceDirectory(directory);
            } catch (IOException failure) {
                renamed.forEach(waiting -> waiting.failure = failure);
            }
        });
    }
}
