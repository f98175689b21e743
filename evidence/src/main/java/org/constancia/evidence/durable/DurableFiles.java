package org.constancia.evidence.durable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// A file is either absent (or its old self) or complete, whenever the machine stops: the bytes go to a
/// sibling, are forced to the disk, renamed, and the directory is forced too. When any of these steps fails the
/// caller gets the failure and must not acknowledge.
public final class DurableFiles {
    private DurableFiles() {}

    /// Replaces the file by these bytes, durably.
    public static void write(Path file, byte[] bytes) throws IOException {
        replace(file, bytes);
        forceDirectory(directoryOf(file));
    }

    /// Replaces the file by these bytes without forcing the directory: the caller forces the directory of many
    /// files at once and must do so before anything refers to them.
    public static void replace(Path file, byte[] bytes, FileAttribute<?>... attributes) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        Files.createFile(partial, attributes);
        try {
            try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                writeAll(channel, ByteBuffer.wrap(bytes));
                channel.force(true);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            deleteAfter(failure, partial);
            throw failure;
        }
    }

    /// Makes a file only its owner can read; fails when it exists.
    public static void writeSecret(Path file, byte[] bytes) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        createDirectories(directoryOf(file));
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            replace(file, bytes, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            replace(file, bytes);
        }
        forceDirectory(directoryOf(file));
    }

    /// Makes the directory and its parents, and forces each parent that got a new entry.
    public static void createDirectories(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            return;
        }
        Path parent = absolute.getParent();
        if (parent != null) {
            createDirectories(parent);
        }
        try {
            Files.createDirectory(absolute);
        } catch (FileAlreadyExistsException raced) {
            if (!Files.isDirectory(absolute)) {
                throw raced;
            }
        }
        if (parent != null) {
            forceDirectory(parent);
        }
    }

    /// Forces the names in a directory to the disk.
    public static void forceDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// Writes the whole buffer; one call of `write` may stop short.
    public static void writeAll(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /// Removes a half-written file after a failure; when even that fails, the failure carries it.
    public static void deleteAfter(IOException failure, Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException further) {
            failure.addSuppressed(further);
        }
    }

    private static Path directoryOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("not a file name: " + file);
        }
        return parent;
    }
}
