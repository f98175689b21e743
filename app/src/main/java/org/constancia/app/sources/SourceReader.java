package org.constancia.app.sources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.constancia.text.document.DocumentReader;
import org.constancia.text.document.IsolatedReader;
import org.constancia.text.document.Obstacle;
import org.constancia.text.document.ParserProcess;
import org.constancia.text.document.Reading;
import org.constancia.text.document.ReadingLimits;
import org.jspecify.annotations.Nullable;

/// Turns preserved bytes into a text layer, whatever they hold. What is too large to read is not loaded; formats whose
/// parsers can be brought to their knees (PDF, DOCX, pictures) are read in a child process with bounded memory and time.
public final class SourceReader {
    private static final int CHILD_HEAP_MEGABYTES = 512;

    private final IsolatedReader documents;
    private final ReadingLimits limits;

    public SourceReader(ReadingLimits limits) {
        this.limits = limits;
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
        Path copy = Files.createTempFile("constancia-reading", "");
        try {
            Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            return documents.read(copy, mediaType);
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
