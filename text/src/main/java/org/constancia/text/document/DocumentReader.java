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
import org.constancia.text.clean.Cleaned;
import org.constancia.text.clean.PlainTextCleaner;
import org.jspecify.annotations.Nullable;

/// The one door from a source's bytes to its text layer.
public final class DocumentReader {
    private final ReadingLimits limits;
    private final PlainTextCleaner plainText = new PlainTextCleaner();

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
        Cleaned cleaned = plainText.clean(text);
        if (cleaned.blocks().isEmpty()) return new Reading.NotUnderstood(Obstacle.NO_TEXT, "");
        return new Reading.Understood("text/plain", TextLayer.of(cleaned, lines(text, cleaned.blocks())));
    }

    private static List<Position> lines(String text, List<Block> blocks) {
        List<Position> positions = new ArrayList<>();
        int line = 1;
        int at = 0;
        for (Block block : blocks) {
            for (; at < block.start(); at++) if (text.charAt(at) == '\n') line++;
            positions.add(new Position(block.start(), block.end(), new Locator.Line(line)));
        }
        return positions;
    }

    private Reading tooLarge(long size) {
        return new Reading.NotUnderstood(
                Obstacle.TOO_LARGE, "%,d bytes; the limit is %,d".formatted(size, limits.maxBytes()));
    }
}
