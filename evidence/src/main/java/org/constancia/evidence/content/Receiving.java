package org.constancia.evidence.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Digests;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.digest.Sha512;
import org.constancia.evidence.durable.DurableFiles;
import org.jspecify.annotations.Nullable;

/// Writes one stream to a file while both digests are computed, in one pass and in constant memory.
///
/// A small item is one buffer in one thread. Of a large one, SHA-512, the slower of the two, is computed beside SHA-256
/// and writing, and what was written goes to the disk meanwhile instead of all of it at the end. A failure of any of
/// these is a failure of the whole.
final class Receiving {
    private static final int SMALL = 1 << 17;
    private static final int LARGE = 1 << 20;
    private static final long FORCED_AT_ONCE = 64L << 20;

    private final MessageDigest sha256 = Digests.sha256();
    private final MessageDigest sha512 = Digests.sha512();
    private final InputStream input;
    private final long limit;
    private long length;
    private long forced;
    private @Nullable FutureTask<Void> hashing;
    private @Nullable FutureTask<Void> forcing;

    /// @param limit the largest number of bytes accepted
    Receiving(InputStream input, long limit) {
        this.input = input;
        this.limit = limit;
    }

    /// Reads the input to its end and returns when its bytes are durable in the file, whose name is the caller's to
    /// make durable.
    Content into(Path file, Epilogue epilogue) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            try {
                byte[] first = new byte[SMALL];
                int read = fill(first);
                take(first, read, channel);
                if (read == SMALL) takeTheRest(channel);
            } finally {
                await(forcing);
            }
            epilogue.before(file);
            channel.force(true);
        }
        return new Content(Sha256.of(sha256.digest()), Sha512.of(sha512.digest()), length);
    }

    /// What is done to the complete file before it is forced.
    @FunctionalInterface
    interface Epilogue {
        void before(Path file) throws IOException;
    }

    private void takeTheRest(FileChannel channel) throws IOException {
        byte[] next = new byte[LARGE];
        byte[] other = new byte[LARGE];
        int read = fill(next);
        try {
            while (read > 0) {
                await(hashing);
                byte[] taken = next;
                int count = read;
                hashing = beside(() -> sha512.update(taken, 0, count));
                sha256.update(taken, 0, count);
                write(taken, count, channel);
                next = other;
                other = taken;
                read = count == LARGE ? fill(next) : 0;
            }
        } finally {
            await(hashing);
        }
    }

    private void take(byte[] buffer, int count, FileChannel channel) throws IOException {
        sha256.update(buffer, 0, count);
        sha512.update(buffer, 0, count);
        write(buffer, count, channel);
    }

    private void write(byte[] buffer, int count, FileChannel channel) throws IOException {
        DurableFiles.writeAll(channel, ByteBuffer.wrap(buffer, 0, count));
        if (length - forced >= FORCED_AT_ONCE && (forcing == null || forcing.isDone())) {
            await(forcing);
            forced = length;
            forcing = beside(() -> channel.force(false));
        }
    }

    /// Fills the buffer as far as the input goes. Only -1 is taken for its end: streams exist whose `readNBytes` gives
    /// less. Tells a failing source from a failing disk.
    private int fill(byte[] buffer) {
        int read = 0;
        try {
            while (read < buffer.length) {
                int more = input.read(buffer, read, buffer.length - read);
                if (more < 0) break;
                read += more;
            }
        } catch (IOException failure) {
            throw new ConstanciaException(
                            Problem.BAD_INPUT, "The input broke off before its end; nothing was kept", failure)
                    .with("reason", String.valueOf(failure.getMessage()));
        }
        length += read;
        if (length > limit) {
            throw new ConstanciaException(Problem.TOO_LARGE, "The input is larger than the limit").with("limit", limit);
        }
        return read;
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private static FutureTask<Void> beside(Step step) {
        FutureTask<Void> task = new FutureTask<>(() -> {
            step.run();
            return null;
        });
        Thread.startVirtualThread(task);
        return task;
    }

    /// Waits, even when interrupted: the other thread still uses the buffer.
    private static void await(@Nullable FutureTask<Void> task) throws IOException {
        if (task == null) return;
        boolean interrupted = false;
        while (true) {
            try {
                task.get();
                break;
            } catch (InterruptedException later) {
                interrupted = true;
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof IOException failure) throw failure;
                throw new IOException(failed);
            } finally {
                if (interrupted && task.isDone()) Thread.currentThread().interrupt();
            }
        }
    }
}
