package org.constancia.text.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.constancia.text.clean.Block;
import org.constancia.text.clean.Label;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {
    private static final ReadingLimits SMALL = new ReadingLimits(2 << 20, 1 << 20, 200_000, 50, Duration.ofSeconds(20));

    private final DocumentReader reader = DocumentReader.within(SMALL);

    @Test
    void aPlainTextIsItsOwnLayer() {
        String text =
                "  Título de la nota\r\n\r\nEl juez aplazó la audiencia.\u00A0 Las familias protestan.\r\n\tFin de la nota larga.";
        TextLayer layer = understood(text.getBytes(StandardCharsets.UTF_8));
        assertThat(layer.text()).isEqualTo(text);
        assertThat(layer.blocks().getFirst().of(text)).isEqualTo("Título de la nota");
        assertThat(layer.findLocator(text.indexOf("juez"))).contains(new Locator.Line(3));
    }

    @Test
    void textsInOlderCharacterSetsAreRead() {
        String text = "El señor Núñez declaró en Bogotá que la investigación seguirá «hasta el final».";
        for (String charset : List.of("UTF-8", "windows-1252", "UTF-16", "UTF-16LE"))
            assertThat(understood(text.getBytes(Charset.forName(charset))).body())
                    .as(charset)
                    .isEqualTo(text);
    }

    @Test
    void aPageInADeclaredCharacterSetIsRead() {
        String page =
                "<html><head><meta charset='iso-8859-1'></head><body><p>El señor Núñez declaró en Bogotá, ante el juez, "
                        + "que la investigación seguirá hasta el final, según dijo su abogado.</p></body></html>";
        assertThat(understood(page.getBytes(StandardCharsets.ISO_8859_1)).text())
                .contains("Núñez declaró en Bogotá");
    }

    @Test
    void anEmptyFileIsPreservedButNotUnderstood() {
        assertThat(obstacle(new byte[0])).isEqualTo(Obstacle.EMPTY);
        assertThat(obstacle(" \n\t\u00A0".getBytes(StandardCharsets.UTF_8))).isEqualTo(Obstacle.NO_TEXT);
    }

    @Test
    void aFileOverTheLimitNamesTheLimit() {
        Reading reading = reader.read(new byte[(2 << 20) + 1], null);
        assertThat(reading).isInstanceOfSatisfying(Reading.NotUnderstood.class, refused -> {
            assertThat(refused.obstacle()).isEqualTo(Obstacle.TOO_LARGE);
            assertThat(refused.reason()).contains("2,097,153 bytes; the limit is 2,097,152");
        });
    }

    @Test
    void bytesOfNoKnownFormatAreNotUnderstood() {
        byte[] noise = new byte[5000];
        new java.util.Random(1).nextBytes(noise);
        noise[0] = 1;
        assertThat(obstacle(noise)).isEqualTo(Obstacle.UNKNOWN_FORMAT);
    }

    @Test
    void aPdfGivesItsTextByPageWithoutItsFurniture() throws IOException {
        byte[] pdf = SamplePdf.report();
        TextLayer layer = understood(pdf);
        assertThat(layer.body())
                .contains("The commission heard forty witnesses")
                .doesNotContain("Report of the commission");
        assertThat(layer.body()).contains("investigation").doesNotContain("investi-");
        assertThat(rules(layer)).contains("page-header", "page-number");
        int second = layer.text().indexOf("On the second page");
        assertThat(layer.findLocator(second)).contains(new Locator.PageParagraph(2, 1));
    }

    @Test
    void aPdfWithoutTextSaysSo() throws IOException {
        Reading reading = reader.read(SamplePdf.blank(), null);
        assertThat(reading).isInstanceOfSatisfying(Reading.NotUnderstood.class, refused -> {
            assertThat(refused.obstacle()).isIn(Obstacle.NO_TEXT_LAYER, Obstacle.NO_RECOGNITION);
            assertThat(refused.reason()).startsWith("no text layer");
        });
    }

    @Test
    void aBrokenPdfIsDamaged() throws IOException {
        byte[] pdf = SamplePdf.report();
        assertThat(reader.read(java.util.Arrays.copyOf(pdf, 300), null)).isInstanceOf(Reading.NotUnderstood.class);
        assertThat(obstacle("%PDF-1.7\nnothing else".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Obstacle.DAMAGED);
    }

    @Test
    void aDocxGivesItsParagraphsWithoutDeletedText() throws IOException {
        TextLayer layer = understood(SampleDocx.testimony());
        assertThat(layer.title()).isEqualTo("Testimonio del puente");
        assertThat(layer.author()).isEqualTo("Comité del Valle");
        assertThat(layer.body())
                .contains("Los vimos llegar en un camión verde.")
                .doesNotContain("tachado");
        assertThat(layer.body()).containsOnlyOnce("Cuadro de texto");
        assertThat(layer.listBlocks(Label.BOILERPLATE).stream().map(block -> block.of(layer.text())))
                .containsExactly("Comité del Valle, confidencial");
        assertThat(layer.findLocator(layer.text().indexOf("Los vimos"))).contains(new Locator.Paragraph(2));
    }

    @Test
    void aZipBombIsStoppedAtTheLimit() throws IOException {
        assertThat(obstacle(SampleDocx.bomb("word/document.xml", 40 << 20))).isEqualTo(Obstacle.EXPANDS_TOO_FAR);
        assertThat(obstacle(SampleDocx.bomb("word/media/image1.png", 40 << 20))).isEqualTo(Obstacle.EXPANDS_TOO_FAR);
        assertThat(obstacle(SampleDocx.gzipBomb(40 << 20))).isEqualTo(Obstacle.EXPANDS_TOO_FAR);
    }

    @Test
    void aZipThatIsNoDocxIsNotUnderstood() throws IOException {
        assertThat(obstacle(SampleDocx.bomb("readme.txt", 10))).isEqualTo(Obstacle.UNKNOWN_FORMAT);
        assertThat(obstacle(java.util.Arrays.copyOf(SampleDocx.testimony(), 700)))
                .isIn(Obstacle.DAMAGED, Obstacle.UNKNOWN_FORMAT);
    }

    @Test
    void aPageNestedTenThousandDeepIsRead() {
        String page = "<html><body>" + "<div>".repeat(10_000)
                + "<p>El juez aplazó la audiencia de los tres capturados hasta el lunes.</p>";
        assertThat(understood(page.getBytes(StandardCharsets.UTF_8)).text()).contains("El juez aplazó");
    }

    @Test
    void aReadingSurvivesTheWayBetweenProcesses() throws IOException {
        for (Reading reading : List.of(
                reader.read(SamplePdf.report(), null),
                reader.read(SampleDocx.testimony(), null),
                reader.read("<p>Una nota corta.</p>".getBytes(StandardCharsets.UTF_8), "text/html"),
                reader.read(new byte[0], null))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ReadingStream.write(reading, new DataOutputStream(bytes));
            assertThat(ReadingStream.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                    .isEqualTo(reading);
        }
    }

    private TextLayer understood(byte[] bytes) {
        Reading reading = reader.read(bytes, null);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).layer();
    }

    private Obstacle obstacle(byte[] bytes) {
        Reading reading = reader.read(bytes, null);
        assertThat(reading).isInstanceOf(Reading.NotUnderstood.class);
        return ((Reading.NotUnderstood) reading).obstacle();
    }

    private static List<String> rules(TextLayer layer) {
        return layer.blocks().stream().map(Block::rule).toList();
    }
}
