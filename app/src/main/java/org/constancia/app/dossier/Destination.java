package org.constancia.app.dossier;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.durable.DurableFiles;

/// A file that is either absent, or its old self, or complete, whenever the program is stopped: it is written aside,
/// forced to the disk and renamed. What a killed program left aside is overwritten by the next.
final class Destination {
    private final Path file;

    Destination(Path file) {
        this.file = file.toAbsolutePath();
    }

    /// Writes what the file is to hold.
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// @throws ConstanciaException with [Problem#CANNOT_WRITE_OUTPUT]; then there is no new file
    void write(Content content) {
        Path aside = file.resolveSibling("." + file.getFileName() + ".partial");
        try {
            Files.deleteIfExists(aside);
            Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                content.writeTo(new Unclosed(out));
                out.flush();
                channel.force(true);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DurableFiles.forceDirectory(file.resolveSibling(""));
        } catch (IOException failure) {
            remove(aside, failure);
            throw new ConstanciaException(
                            Problem.CANNOT_WRITE_OUTPUT, "The file cannot be written; none was made", failure)
                    .with("file", file)
                    .with("reason", String.valueOf(failure.getMessage()));
        } catch (RuntimeException failure) {
            remove(aside, failure);
            throw failure;
        }
    }

    private static void remove(Path aside, Exception because) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException left) {
            because.addSuppressed(left);
        }
    }

    /// The content may close its stream; the file is forced to the disk after that.
    private static final class Unclosed extends FilterOutputStream {
        private Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
