package org.constancia.app.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// A home that is there while it is open. The server in it has to be stopped before it is closed.
public final class TemporaryHome implements AutoCloseable {
    private final Path directory;

    private TemporaryHome(Path directory) {
        this.directory = directory;
    }

    /// @param parent where it is made, with room for the whole record
    public static TemporaryHome in(Path parent) {
        try {
            return new TemporaryHome(Files.createTempDirectory(parent, "constancia-drill-"));
        } catch (IOException failure) {
            throw new ConstanciaException(
                            Problem.CANNOT_WRITE_OUTPUT, "The temporary home cannot be made there", failure)
                    .with("directory", parent);
        }
    }

    public Path directory() {
        return directory;
    }

    @Override
    public void close() {
        List<Path> all;
        try (Stream<Path> files = Files.walk(directory)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) Files.deleteIfExists(file);
        } catch (IOException | UncheckedIOException failure) {
            throw new ConstanciaException(
                            Problem.STORAGE_FAILED,
                            "The temporary home could not be removed; remove it by hand",
                            failure)
                    .with("directory", directory);
        }
    }
}
