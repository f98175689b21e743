package org.constancia.app.sources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.text.document.DocumentReader;
import org.constancia.text.document.IsolatedReader;
import org.constancia.text.document.Obstacle;
import org.constancia.text.document.ParserProcess;
import org.constancia.text.document.Reading;
import org.constancia.text.document.ReadingLimits;
import org.jspecify.annotations.Nullable;

/// Turns preserved bytes into a text layer, whatever they hold. What is too large to read is not loaded; formats
/// whose parsers can be exhausted (PDF, DOCX, pictures) are read in a child process with bounded memory and time.
public final class SourceReader {
    private static final int CHILD_HEAP_MEGABYTES = 512;

    private final Path workspace;
    private final IsolatedReader documents;
    private final ReadingLimits limits;

    /// @param workspace a folder of its own for the copy that is being read; what was left there is removed
    public SourceReader(Path workspace, ReadingLimits limits) {
        this.workspace = workspace;
        this.limits = limits;
        clear(workspace);
        this.documents = new IsolatedReader(
                DocumentReader.within(limits), ParserProcess.ofThisJava(limits, CHILD_HEAP_MEGABYTES));
    }

    /// @param length of the bytes, as preserved
    /// @throws IOException when the store cannot deliver them
    Reading read(InputStream bytes, long length, @Nullable String mediaType) throws IOException {
        if (length > limits.maxBytes()) {
            return new Reading.NotUnderstood(
                    Obstacle.TOO_LARGE, "%,d bytes; the limit is %,d".formatted(length, limits.maxBytes()));
        }
        Path copy = Files.createTempFile(workspace, "reading", "");
        try {
            Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            return documents.read(copy, mediaType);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static void clear(Path workspace) {
        try {
            Files.createDirectories(workspace);
            try (Stream<Path> left = Files.list(workspace)) {
                for (Path file : left.toList()) Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.STORAGE_FAILED, "The folder for reading cannot be used", failure)
                    .with("folder", workspace);
        }
    }
}
