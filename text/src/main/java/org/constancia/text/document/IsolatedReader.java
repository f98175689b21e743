package org.constancia.text.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.jspecify.annotations.Nullable;

/// Reads web pages and plain text in this process, and the formats whose parsers a hostile file can exhaust (PDF, DOCX,
/// pictures) in a child process.
public final class IsolatedReader {
    private static final int HEAD = 8192;

    private final DocumentReader here;
    private final ParserProcess child;

    public IsolatedReader(DocumentReader here, ParserProcess child) {
        this.here = here;
        this.child = child;
    }

    public Reading read(Path file, @Nullable String declaredMediaType) {
        try (InputStream in = Files.newInputStream(file)) {
            MediaType type = MediaType.of(in.readNBytes(HEAD), declaredMediaType);
            return switch (type) {
                case HTML, PLAIN_TEXT, OTHER -> here.read(file, declaredMediaType);
                case PDF, DOCX, IMAGE, GZIP -> child.read(file, declaredMediaType);
            };
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.INPUT_NOT_FOUND, "The file cannot be read", failure)
                    .with("file", file);
        }
    }
}
