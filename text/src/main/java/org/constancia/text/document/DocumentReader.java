package org.constancia.text.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.text.clean.Block;
import org.constancia.text.clean.Cleaned;
import org.constancia.text.clean.PlainTextCleaner;
import org.constancia.text.clean.html.CleanedPage;
import org.constancia.text.clean.html.HtmlCleaner;
import org.jspecify.annotations.Nullable;

/// The one door from a source's bytes to its text layer.
///
/// Whatever the bytes hold, the answer is a {@link Reading}. Parsers of binary formats can still exhaust memory on a
/// hostile file; where that matters, read through {@link ParserProcess}.
public final class DocumentReader {
    private static final int LARGEST_PAGE = 24 << 20;

    private final ReadingLimits limits;
    private final Clock clock;
    private final PlainTextCleaner plainText = new PlainTextCleaner();
    private final HtmlCleaner html = new HtmlCleaner();

    private DocumentReader(ReadingLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    public static DocumentReader within(ReadingLimits limits) {
        return new DocumentReader(limits, Clock.systemUTC());
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
        MediaType type = MediaType.of(bytes, declaredMediaType);
        try {
            return switch (type) {
                case HTML -> readHtml(TextDecoder.decode(bytes, declaredMediaType));
                case PLAIN_TEXT -> readText(TextDecoder.decode(bytes, declaredMediaType));
                case PDF -> new PdfReader(limits, clock, plainText, recognition()).read(bytes);
                case DOCX -> new DocxReader(limits, plainText).read(bytes);
                case IMAGE -> recognition().read(bytes, clock.instant().plus(limits.maxTime()));
                case GZIP -> readUnpacked(bytes, declaredMediaType);
                case OTHER -> new Reading.NotUnderstood(Obstacle.UNKNOWN_FORMAT, "");
            };
        } catch (LayerBuilder.TooLong tooLong) {
            return tooLong();
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            // Parsers answer damaged files with any unchecked exception; the source is preserved all the same.
            return new Reading.NotUnderstood(
                    Obstacle.DAMAGED, damaged.getClass().getSimpleName());
        }
    }

    /// A gzip file holds one other file; a gzip file inside a gzip file is not looked into.
    private Reading readUnpacked(byte[] bytes, @Nullable String declaredMediaType) throws IOException {
        int limit = (int) Math.min(limits.maxBytes(), Integer.MAX_VALUE - 16);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] unpacked = in.readNBytes(limit);
            if (in.read() >= 0)
                return new Reading.NotUnderstood(Obstacle.EXPANDS_TOO_FAR, "the limit is %,d bytes".formatted(limit));
            boolean nested = MediaType.of(unpacked, null) == MediaType.GZIP;
            return nested ? new Reading.NotUnderstood(Obstacle.UNKNOWN_FORMAT, "") : read(unpacked, declaredMediaType);
        }
    }

    /// Reads a text somebody has already flattened; the layer equals it offset by offset.
    public Reading readText(String text) {
        if (text.length() > limits.maxCharacters()) return tooLong();
        Cleaned cleaned = plainText.clean(text);
        if (cleaned.blocks().isEmpty()) return new Reading.NotUnderstood(Obstacle.NO_TEXT, "");
        return new Reading.Understood(
                MediaType.PLAIN_TEXT.written(), TextLayer.of(cleaned, lines(text, cleaned.blocks())));
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

    private Reading readHtml(String page) {
        if (page.length() > LARGEST_PAGE)
            return new Reading.NotUnderstood(
                    Obstacle.OUT_OF_BOUNDS, "a web page of %,d characters".formatted(page.length()));
        CleanedPage cleaned = html.clean(page);
        if (cleaned.cleaned().text().length() > limits.maxCharacters()) return tooLong();
        if (cleaned.cleaned().blocks().isEmpty()) return new Reading.NotUnderstood(Obstacle.NO_TEXT, "");
        List<Position> positions = new ArrayList<>();
        for (CleanedPage.Origin origin : cleaned.origins()) {
            Locator locator = new Locator.Element(origin.path(), origin.sourceStart(), origin.sourceEnd());
            positions.add(new Position(origin.start(), origin.end(), locator));
        }
        return new Reading.Understood(MediaType.HTML.written(), TextLayer.of(cleaned.cleaned(), positions));
    }

    private TextRecognition recognition() {
        return new TextRecognition(limits, clock, plainText, Objects.requireNonNullElse(System.getenv("PATH"), ""));
    }

    private Reading tooLong() {
        return new Reading.NotUnderstood(
                Obstacle.OUT_OF_BOUNDS, "more than %,d characters".formatted(limits.maxCharacters()));
    }

    private Reading tooLarge(long size) {
        return new Reading.NotUnderstood(
                Obstacle.TOO_LARGE, "%,d bytes; the limit is %,d".formatted(size, limits.maxBytes()));
    }
}
