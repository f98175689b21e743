package org.constancia.linkage.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// A folder that gets all files of a run or none: each is written as `.name.part` and all are renamed by
/// [#publish].
///
/// A run that is cancelled or killed leaves what was there before; closing without publishing removes the
/// parts.
public final class OutputFolder implements AutoCloseable {
    /// Writes the contents of one file.
    @FunctionalInterface
    public interface Contents {
        void writeTo(OutputStream stream) throws IOException;
    }

    private final Path folder;
    private final List<String> written = new CopyOnWriteArrayList<>();

    public OutputFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    /// Writes one file aside; several threads may write different files.
    public void write(String name, Contents contents) {
        Path part = part(name);
        try (OutputStream stream = Files.newOutputStream(part)) {
            written.add(name);
            contents.writeTo(stream);
        } catch (IOException e) {
            throw failure(part, e);
        }
    }

    /// Gives all files their names.
    public void publish() {
        for (String name : written) {
            try {
                Files.move(
                        part(name),
                        folder.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw failure(folder.resolve(name), e);
            }
        }
        written.clear();
    }

    @Override
    public void close() {
        for (String name : written) {
            try {
                Files.deleteIfExists(part(name));
            } catch (IOException e) {
                throw failure(part(name), e);
            }
        }
    }

    private Path part(String name) {
        return folder.resolve("." + name + ".part");
    }

    private static ConstanciaException failure(Path file, IOException cause) {
        return new ConstanciaException(Problem.CANNOT_WRITE_OUTPUT, "The output could not be written", cause)
                .with("file", file);
    }
}
