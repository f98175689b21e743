package org.constancia.core.confine;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.jspecify.annotations.Nullable;

/// A folder for one run of a confined program, gone with everything in it when it is closed. Links are removed, never
/// followed.
public final class Room implements AutoCloseable {
    private final Path folder;

    private Room(Path folder) {
        this.folder = folder;
    }

    /// @param within an existing folder
    public static Room in(Path within) {
        try {
            return new Room(Files.createTempDirectory(within, "room").toRealPath());
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.STORAGE_FAILED, "There is no room for reading a file", failure)
                    .with("folder", within);
        }
    }

    /// In the folder of the system for temporary files.
    public static Room anywhere() {
        return in(Path.of(System.getProperty("java.io.tmpdir")));
    }

    public Path folder() {
        return folder;
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException left) {
            folder.toFile().deleteOnExit();
        }
    }
}
