package org.constancia.app.sources;

import java.io.IOException;
import java.io.InputStream;
import org.constancia.text.document.DocumentReader;
import org.constancia.text.document.Obstacle;
import org.constancia.text.document.Reading;
import org.constancia.text.document.ReadingLimits;
import org.jspecify.annotations.Nullable;

/// Turns preserved bytes into a text layer, whatever they hold. What is too large to read is not loaded.
public final class SourceReader {
    private final DocumentReader documents;
    private final ReadingLimits limits;

    public SourceReader(ReadingLimits limits) {
        this.limits = limits;
        this.documents = DocumentReader.within(limits);
    }

    /// @param length of the bytes, as preserved
    /// @throws IOException when the store cannot deliver them
    Reading read(InputStream bytes, long length, @Nullable String mediaType) throws IOException {
        if (length > limits.maxBytes()) {
            return new Reading.NotUnderstood(
                    Obstacle.TOO_LARGE, "%,d bytes; the limit is %,d".formatted(length, limits.maxBytes()));
        }
        return documents.read(bytes.readAllBytes(), mediaType);
    }
}
