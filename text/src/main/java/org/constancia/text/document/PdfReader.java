package org.constancia.text.document;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.ScratchFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.constancia.text.clean.PlainTextCleaner;
import org.jspecify.annotations.Nullable;

/// Reads the text layer of a PDF, page by page, with the running headers, footers and page numbers set apart.
///
/// A PDF without text is a scan; it is handed to text recognition when there is some.
final class PdfReader {
    private static final int FEWEST_CHARACTERS_A_PAGE = 8;

    private final ReadingLimits limits;
    private final Clock clock;
    private final PlainTextCleaner cleaner;
    private final TextRecognition recognition;

    PdfReader(ReadingLimits limits, Clock clock, PlainTextCleaner cleaner, TextRecognition recognition) {
        this.limits = limits;
        this.clock = clock;
        this.cleaner = cleaner;
        this.recognition = recognition;
    }

    Reading read(byte[] bytes) throws IOException {
        Instant deadline = clock.instant().plus(limits.maxTime());
        MemoryUsageSetting memory = MemoryUsageSetting.setupMainMemoryOnly(limits.maxUnpackedBytes());
        try (PDDocument document = Loader.loadPDF(bytes, "", null, null, () -> new ScratchFile(memory))) {
            int pageCount = document.getNumberOfPages();
            if (pageCount > limits.maxPages())
                return new Reading.NotUnderstood(
                        Obstacle.OUT_OF_BOUNDS, "%,d pages; the limit is %,d".formatted(pageCount, limits.maxPages()));
            List<PdfPage> pages = new ArrayList<>();
            long characters = 0;
            for (int number = 1; number <= pageCount; number++) {
                if (clock.instant().isAfter(deadline)) return outOfTime(number, pageCount);
                PdfPage page = PdfPageStripper.strip(document, number);
                pages.add(page);
                characters += page.length();
                if (characters > limits.maxCharacters()) throw new LayerBuilder.TooLong();
            }
            if (characters < (long) FEWEST_CHARACTERS_A_PAGE * Math.max(1, pageCount))
                return recognition.read(document, deadline);
            LayerBuilder layer = new LayerBuilder(limits.maxCharacters());
            PageFurniture.setApart(pages, layer);
            return new Reading.Understood(
                    MediaType.PDF.written(), layer.layer(cleaner, title(document), author(document)));
        } catch (InvalidPasswordException encrypted) {
            return new Reading.NotUnderstood(Obstacle.ENCRYPTED, "");
        }
    }

    private static Reading outOfTime(int page, int pageCount) {
        return new Reading.NotUnderstood(
                Obstacle.OUT_OF_BOUNDS, "time ran out at page %,d of %,d".formatted(page, pageCount));
    }

    /// The title of the document information; names of the program or file it was made with are no title.
    private static @Nullable String title(PDDocument document) {
        PDDocumentInformation information = document.getDocumentInformation();
        String title = information.getTitle();
        if (title == null || title.isBlank()) return null;
        String stated = title.strip();
        boolean fileName =
                stated.startsWith("Microsoft ") || stated.matches(".*\\.[A-Za-z]{2,5}") || !stated.contains(" ");
        return fileName ? null : stated;
    }

    private static @Nullable String author(PDDocument document) {
        String author = document.getDocumentInformation().getAuthor();
        return author == null || author.isBlank() ? null : author.strip();
    }
}
