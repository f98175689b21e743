package org.constancia.text.document;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.constancia.text.clean.PlainTextCleaner;

/// Local text recognition with the `tesseract` program, when the machine has it; its absence is stated, not hidden.
///
/// Reads Spanish and English as far as their models are installed. Nothing leaves the machine.
final class TextRecognition {
    private static final String PROGRAM = "tesseract";
    private static final String MISSING = "on Debian: apt install tesseract-ocr tesseract-ocr-spa tesseract-ocr-eng";
    private static final float SHARP = 250;
    private static final double MOST_PIXELS = 30e6;

    private final ReadingLimits limits;
    private final Clock clock;
    private final PlainTextCleaner cleaner;
    private final String path;

    /// @param path the folders in which the program is sought, as in the environment variable PATH
    TextRecognition(ReadingLimits limits, Clock clock, PlainTextCleaner cleaner, String path) {
        this.path = path;
        this.limits = limits;
        this.clock = clock;
        this.cleaner = cleaner;
    }

    Reading read(PDDocument scan, Instant deadline) throws IOException {
        Optional<Path> program = findProgram();
        if (program.isEmpty()) return new Reading.NotUnderstood(Obstacle.NO_RECOGNITION, MISSING);
        LayerBuilder layer = new LayerBuilder(limits.maxCharacters());
        PDFRenderer renderer = new PDFRenderer(scan);
        for (int page = 0; page < scan.getNumberOfPages(); page++) {
            PDRectangle box = scan.getPage(page).getCropBox();
            double inches = Math.max(.01, box.getWidth() / 72.0 * box.getHeight() / 72.0);
            float dpi = (float) Math.min(SHARP, Math.sqrt(MOST_PIXELS / inches));
            BufferedImage image = renderer.renderImageWithDPI(page, dpi, ImageType.GRAY);
            Path file = Files.createTempFile("constancia-page", ".png");
            try {
                ImageIO.write(image, "png", file.toFile());
                if (!recognise(program.get(), file, page + 1, layer, deadline)) return outOfTime(page + 1);
            } finally {
                Files.deleteIfExists(file);
            }
        }
        return reading(MediaType.PDF, layer);
    }

    Reading read(byte[] image, Instant deadline) throws IOException {
        Optional<Path> program = findProgram();
        if (program.isEmpty()) return new Reading.NotUnderstood(Obstacle.NO_RECOGNITION, MISSING);
        LayerBuilder layer = new LayerBuilder(limits.maxCharacters());
        Path file = Files.createTempFile("constancia-image", ".img");
        try {
            Files.write(file, image);
            if (!recognise(program.get(), file, 1, layer, deadline)) return outOfTime(1);
        } finally {
            Files.deleteIfExists(file);
        }
        return reading(MediaType.IMAGE, layer);
    }

    private Reading reading(MediaType type, LayerBuilder layer) {
        if (layer.isEmpty()) return new Reading.NotUnderstood(Obstacle.NO_TEXT_LAYER, "no words recognised");
        return new Reading.Understood(type.written(), layer.layer(cleaner, null, null));
    }

    private static Reading outOfTime(int page) {
        return new Reading.NotUnderstood(Obstacle.OUT_OF_BOUNDS, "text recognition stopped at page " + page);
    }

    private Optional<Path> findProgram() {
        for (String folder : path.split(File.pathSeparator)) {
            Path program = Path.of(folder).resolve(PROGRAM);
            if (!folder.isEmpty() && Files.isExecutable(program)) return Optional.of(program);
        }
        return Optional.empty();
    }

    /// Adds the paragraphs of one picture; false when time ran out. A picture the program cannot read adds nothing.
    private boolean recognise(Path program, Path picture, int page, LayerBuilder layer, Instant deadline)
            throws IOException {
        Path words = Files.createTempFile("constancia-words", ".tsv");
        try {
            Process process = new ProcessBuilder(
                            program.toString(),
                            picture.toString(),
                            "stdout",
                            "-l",
                            languages(program),
                            "--psm",
                            "3",
                            "tsv")
                    .redirectOutput(words.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            long left = Math.max(1, Duration.between(clock.instant(), deadline).toMillis());
            if (!process.waitFor(left, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return false;
            }
            addParagraphs(Files.readAllLines(words, StandardCharsets.UTF_8), page, layer);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            Files.deleteIfExists(words);
        }
    }

    private static String languages(Path program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program.toString(), "--list-langs")
                .redirectErrorStream(true)
                .start();
        String known = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        List<String> wanted = new ArrayList<>();
        for (String language : List.of("spa", "eng"))
            if (known.lines().anyMatch(language::equals)) wanted.add(language);
        return wanted.isEmpty() ? "eng" : String.join("+", wanted);
    }

    /// Columns of the table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
    private static void addParagraphs(List<String> table, int page, LayerBuilder layer) {
        StringBuilder paragraph = new StringBuilder();
        String current = "";
        int number = 0;
        for (String row : table) {
            String[] cells = row.split("\t", -1);
            if (cells.length < 12 || !cells[0].equals("5") || cells[11].isBlank()) continue;
            String place = String.format(Locale.ROOT, "%s/%s", cells[2], cells[3]);
            if (!place.equals(current)) {
                layer.add(paragraph.toString(), new Locator.PageParagraph(page, number++));
                paragraph.setLength(0);
                current = place;
            }
            if (!paragraph.isEmpty()) paragraph.append(' ');
            paragraph.append(cells[11].strip());
        }
        layer.add(paragraph.toString(), new Locator.PageParagraph(page, Math.max(1, number)));
    }
}
