package org.constancia.app.archive;

import static java.util.Objects.requireNonNull;

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
import java.security.DigestOutputStream;
import java.util.Set;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Digests;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.durable.DurableFiles;

/// The file an archive is written to. It has its name only when it is complete and durable; until then it is
/// `NAME.partial`, readable by nobody else, which [#close] removes.
public final class ArchiveFile implements AutoCloseable {
    private static final int BUFFER = 1 << 18;

    private final Path file;
    private final Path partial;
    private final FileChannel channel;
    private final DigestOutputStream digesting;
    private final OutputStream stream;

    private ArchiveFile(Path file, Path partial, FileChannel channel) {
        this.file = file;
        this.partial = partial;
        this.channel = channel;
        this.digesting = new DigestOutputStream(Channels.newOutputStream(channel), Digests.sha256());
        this.stream = new Kept(new BufferedOutputStream(digesting, BUFFER));
    }

    /// @throws ConstanciaException `CANNOT_WRITE_OUTPUT` when there is such a file already, or it cannot be made
    public static ArchiveFile create(Path file) {
        if (Files.exists(file)) {
            throw new ConstanciaException(
                            Problem.CANNOT_WRITE_OUTPUT, "There is a file of this name already; give another name")
                    .with("file", file);
        }
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            Files.deleteIfExists(partial);
            FileChannel channel = FileChannel.open(
                    partial,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return new ArchiveFile(file, partial, channel);
        } catch (IOException failure) {
            throw cannotWrite(file, failure);
        }
    }

    /// Where the archive goes. Closing it only flushes.
    public OutputStream stream() {
        return stream;
    }

    /// Gives the file its name, durably.
    public void keep() {
        try {
            stream.flush();
            channel.force(true);
            channel.close();
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.forceDirectory(requireNonNull(file.toAbsolutePath().getParent()));
        } catch (IOException failure) {
            throw cannotWrite(file, failure);
        }
    }

    /// The digest of the file; ask once, when it is kept.
    public Sha256 digest() {
        return Sha256.of(digesting.getMessageDigest().digest());
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(partial);
    }

    /// The failure of a disk that is full, or gone.
    public static ConstanciaException cannotWrite(Path file, IOException failure) {
        return new ConstanciaException(
                        Problem.CANNOT_WRITE_OUTPUT, "The archive could not be written; no archive was made", failure)
                .with("file", file)
                .with("reason", String.valueOf(failure.getMessage()));
    }

    private static final class Kept extends FilterOutputStream {
        private Kept(OutputStream out) {
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
