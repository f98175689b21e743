package org.constancia.text.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.constancia.text.clean.PlainTextCleaner;
import org.junit.jupiter.api.Test;

/// Pictures of pages, read by the tesseract of this machine; without it these tests say so and are skipped.
class TextRecognitionTest {
    private static final List<String> SPANISH = List.of(
            "La personera de Arenales informó que tres pescadores",
            "murieron el martes en el muelle viejo.",
            "",
            "El alcalde prometió una investigación.");
    private static final List<String> ENGLISH =
            List.of("The commission heard forty witnesses", "and read the files of the closed case.");

    /// Also without the program what happens is stated.
    @Test
    void withoutTheProgramThatIsSaid() throws IOException {
        TextRecognition none =
                new TextRecognition(ReadingLimits.USUAL, Clock.systemUTC(), new PlainTextCleaner(), "/nonexistent");
        assertThat(none.read(png(SPANISH), Instant.now().plusSeconds(60)))
                .isInstanceOfSatisfying(Reading.NotUnderstood.class, refused -> {
                    assertThat(refused.obstacle()).isEqualTo(Obstacle.NO_RECOGNITION);
                    assertThat(refused.reason()).contains("apt install tesseract-ocr");
                });
    }

    private static void needTesseract() {
        boolean found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tesseract")));
        assumeTrue(found, "tesseract is not installed on this machine; on Debian: apt install tesseract-ocr-spa");
    }

    @Test
    void aPhotographedPageGivesItsParagraphs() throws IOException {
        needTesseract();
        TextLayer layer = understood(DocumentReader.within(ReadingLimits.USUAL).read(png(SPANISH), "image/png"));
        assertThat(layer.text()).contains("tres pescadores murieron el martes").contains("investigaci");
        assertThat(layer.language()).isEqualTo("es");
        assertThat(layer.findLocator(layer.text().indexOf("pescadores"))).contains(new Locator.PageParagraph(1, 1));
        assertThat(layer.findLocator(layer.text().indexOf("alcalde"))).contains(new Locator.PageParagraph(1, 2));
    }

    @Test
    void aScannedPdfGivesItsTextPageByPage() throws IOException {
        needTesseract();
        TextLayer layer =
                understood(DocumentReader.within(ReadingLimits.USUAL).read(scan(SPANISH, ENGLISH), "application/pdf"));
        assertThat(layer.findLocator(layer.text().indexOf("pescadores"))).contains(new Locator.PageParagraph(1, 1));
        assertThat(layer.findLocator(layer.text().indexOf("witnesses"))).contains(new Locator.PageParagraph(2, 1));
    }

    @Test
    void aPictureWithoutWordsIsPreservedAndSaysSo() throws IOException {
        needTesseract();
        assertThat(DocumentReader.within(ReadingLimits.USUAL).read(png(List.of("")), "image/png"))
                .isInstanceOfSatisfying(
                        Reading.NotUnderstood.class,
                        refused -> assertThat(refused.obstacle()).isEqualTo(Obstacle.NO_TEXT_LAYER));
    }

    private static TextLayer understood(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).layer();
    }

    private static BufferedImage picture(List<String> lines) {
        BufferedImage picture = new BufferedImage(1654, 1000, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, 48));
        int y = 200;
        for (String line : lines) {
            pen.drawString(line, 160, y);
            y += 70;
        }
        pen.dispose();
        return picture;
    }

    private static byte[] png(List<String> lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture(lines), "png", bytes);
        return bytes.toByteArray();
    }

    @SafeVarargs
    private static byte[] scan(List<String>... pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (List<String> lines : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(LosslessFactory.createFromImage(document, picture(lines)), 0, 300, 595, 360);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
