package org.constancia.text.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.text.clean.Block;
import org.jspecify.annotations.Nullable;

/// The one door from a source's bytes to its text layer.
public final class DocumentReader {
    private final ReadingLimits limits;

    private DocumentReader(ReadingLimits limits) {
        this.limits = limits;
    }

    public static DocumentReader within(ReadingLimits limits) {
        return new DocumentReader(limits);
    }

    /// Reads a file; see {@link #read(byte[], String)}. A file over the size limit is not loaded.
    public Reading read(Path file, @Nullable String declaredMediaType) {
        try {
            long size = Files.size(file);
            if (size > limits.maxBytes()) return tooLarge(size);
            return read(Files.readAllBytes(file), declaredMediaType);
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.INPUT_NOT_FOUND, "The file cannot be read", failure)
                    .with("file", file);
        }
    }

    /// Reads bytes. Never throws because of what the bytes hold.
    ///
    /// @param declaredMediaType what the sender said it is; a hint only, the bytes decide
    public Reading read(byte[] bytes, @Nullable String declaredMediaType) {
        if (bytes.length > limits.maxBytes()) return tooLarge(bytes.length);
        if (bytes.length == 0) return new Reading.NotUnderstood(Obstacle.EMPTY, "");
        return readText(new String(bytes, StandardCharsets.UTF_8));
    }

    /// Reads a text somebody has already flattened; the layer equals it offset by offset.
    public Reading readText(String text) {
        List<Block> blocks = new ArrayList<>();
        List<Position> positions = new ArrayList<>();
        int line = 0;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            if (end < 0) end = text.length();
            line++;
            int first = start;
            int last = end;
            while (first < last && TextLayer.isBlank(text.charAt(first))) first++;
            while (last > first && TextLayer.isBlank(text.charAt(last - 1))) last--;
            if (first < last) {
                blocks.add(Block.body(first, last));
                positions.add(new Position(first, last, new Locator.Line(line)));
            }
            start = end + 1;
        }
        if (blocks.isEmpty()) return new Reading.NotUnderstood(Obstacle.NO_TEXT, "");
        return new Reading.Understood(
                "text/plain", new TextLayer(text, TextLayer.UNDETERMINED, null, null, null, blocks, positions));
    }

    private Reading tooLarge(long size) {
        return new Reading.NotUnderstood(
                Obstacle.TOO_LARGE, "%,d bytes; the limit is %,d".formatted(size, limits.maxBytes()));
    }
}
