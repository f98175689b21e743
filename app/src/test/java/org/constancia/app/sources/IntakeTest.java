package org.constancia.app.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.constancia.app.sources.Intake.Known;
import org.constancia.app.sources.Intake.Taken;
import org.constancia.app.web.source.NewSource;
import org.constancia.app.web.source.SourcePage;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.SourceId;
import org.constancia.store.postgres.TestDatabase;
import org.constancia.store.record.SourceDoor.Arrival;
import org.constancia.store.source.SourceRows;
import org.constancia.text.document.ReadingLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class IntakeTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    Path directory;

    private Reception reception;

    @BeforeEach
    void open() {
        reception = new Reception(DATABASE, directory, Reception.LIMITS);
    }

    @AfterEach
    void close() {
        reception.close();
    }

    @Test
    void theSampleArticleIsReadAndWhatItSaysIsProposed() throws Exception {
        Taken taken = reception.take(Reception.sampleArticle(), "sample.txt");

        assertThat(taken.isNew()).isTrue();
        assertThat(taken.obstacle()).isNull();
        assertThat(taken.proposals()).isGreaterThan(10);
    }

    @Test
    void theSameBytesTwiceAreOneSourceWithTwoCaptures() {
        Taken first = reception.take("Al menos 29 personas murieron.", "a.txt");
        Taken second = reception.take("Al menos 29 personas murieron.", "b.txt");

        assertThat(second.source()).isEqualTo(first.source());
        assertThat(second.isNew()).isFalse();
        assertThat(second.proposals()).isEqualTo(first.proposals());
        assertThat(reception.count("select count(*) from source")).isEqualTo(1);
        assertThat(reception.count("select count(*) from capture")).isEqualTo(2);
        assertThat(reception.count("select count(*) from reading")).isEqualTo(1);
        assertThat(page(first).captures()).hasSize(2);
    }

    @Test
    void anEmptyFileIsPreservedAndNotUnderstood() throws IOException {
        assertPreservedNotUnderstood(new byte[0], "empty.txt", "EMPTY");
    }

    @Test
    void aPdfWithoutTextIsPreservedAndNotUnderstood() throws IOException {
        ByteArrayOutputStream scan = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(scan);
        }
        assertPreservedNotUnderstood(scan.toByteArray(), "scan.pdf", "NO_TEXT_LAYER", "NO_RECOGNITION");
    }

    @Test
    void aDocumentThatUnpacksWithoutEndIsPreservedAndNotUnderstood() throws IOException {
        assertPreservedNotUnderstood(bomb(), "bomb.docx", "EXPANDS_TOO_FAR");
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>".getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(
                    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>"
                            .getBytes(UTF_8));
            byte[] filler = new byte[1 << 20];
            Arrays.fill(filler, (byte) 'a');
            for (int megabyte = 0; megabyte < 16; megabyte++) zip.write(filler);
            zip.write("</w:t></w:r></w:p></w:body></w:document>".getBytes(UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void aFileTooLargeToReadIsPreservedAndNotUnderstood() throws IOException {
        assertPreservedNotUnderstood(new byte[(1 << 20) + 1], "large.bin", "TOO_LARGE");
    }

    @Test
    @Tag("slow")
    void twoHundredMegabytesArePreservedWithinTheUsualLimits(@TempDir Path elsewhere) {
        try (Reception usual = new Reception(DATABASE, elsewhere, ReadingLimits.USUAL)) {
            Taken taken = usual.take(new Zeros(200L << 20), "large.bin");

            assertThat(taken.obstacle()).isEqualTo("TOO_LARGE");
            assertThat(usual.count("select length from source")).isEqualTo(200L << 20);
        }
    }

    @Test
    void whatTheDatabaseCannotHoldIsReplacedInTheTextAndKeptInTheBytes() throws IOException {
        byte[] html = "<html><body><p>Uno&#xD800; dos&#0; y tres personas murieron en Soacha.</p></body></html>"
                .getBytes(UTF_8);
        Taken page = reception.take(html, "surrogate.html");
        byte[] text = "Tres personas\u0000 murieron en Soacha.".getBytes(UTF_8);
        Taken nul = reception.take(text, "nul.txt");

        assertThat(page(page).text() + page(nul).text()).doesNotContain("\u0000");
        assertThat(page(page).text().chars().anyMatch(c -> Character.isSurrogate((char) c)))
                .isFalse();
        assertThat(original(page)).isEqualTo(html);
        assertThat(original(nul)).isEqualTo(text);
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the connection broke");
            }
        };

        assertThatThrownBy(() -> reception.take(broken, "broken.txt")).isInstanceOf(ConstanciaException.class);
        assertThat(reception.count("select count(*) from source")).isZero();
        assertThat(reception.contents().listNames()).isEmpty();
    }

    @Test
    void aSourceThatWasNotReadBeforeTheEndIsReadAtTheNextStart() {
        SourceId unread = reception
                .intake()
                .preserve(
                        new ByteArrayInputStream("Al menos 29 personas murieron.".getBytes(UTF_8)),
                        new Arrival("file", "a.txt"),
                        null,
                        Known.NOTHING)
                .source();
        assertThat(page(unread).text()).isEmpty();

        assertThat(reception.intake().readPending()).isEqualTo(1);
        assertThat(reception.intake().readPending()).isZero();
        assertThat(page(unread).text()).isEqualTo("Al menos 29 personas murieron.");
    }

    @Test
    void aSourceThatWasNotReadIsReadWhenItComesInAgain() {
        String text = "Al menos 29 personas murieron en Soacha.";
        reception
                .intake()
                .preserve(
                        new ByteArrayInputStream(text.getBytes(UTF_8)),
                        new Arrival("file", "a.txt"),
                        null,
                        Known.NOTHING);

        Taken again = reception.take(text, "a.txt");

        assertThat(again.isNew()).isFalse();
        assertThat(page(again).text()).isEqualTo(text);
        assertThat(again.proposals()).isPositive();
    }

    @Test
    void whatThePersonKnowsOfTheSourceIsStatedOnce() {
        NewSource pasted = new NewSource(
                null,
                new ByteArrayInputStream("Murieron tres personas ayer en Soacha.".getBytes(UTF_8)),
                "Radio La Ceiba",
                "2021-06-02",
                "https://example.org/a");
        String id = reception.pages().bring(pasted);
        SourceId source = new SourceId(UUID.fromString(id));
        reception.intake().describe(source, new Known("Radio La Ceiba", "2021-06-03", null));

        SourcePage page = page(source);
        assertThat(page.outlet()).isEqualTo("Radio La Ceiba");
        assertThat(String.valueOf(page.published())).isEqualTo("2021-06-03");
        assertThat(reception.count("select count(*) from statement where property = 'source.publisher'"))
                .isEqualTo(1);
        assertThat(reception.count(
                        "select count(*) from statement where property = 'source.published' and status = 'superseded'"))
                .isEqualTo(1);
    }

    @Test
    void aDateThatCannotBeReadIsRefusedBeforeAnythingIsStored() {
        NewSource pasted = new NewSource(null, new ByteArrayInputStream(new byte[] {'a'}), "", "yesterday", "");

        assertThatThrownBy(() -> reception.pages().bring(pasted))
                .isInstanceOfSatisfying(
                        ConstanciaException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.BAD_INPUT));
        assertThat(reception.count("select count(*) from source")).isZero();
    }

    @Test
    void theListOfSourcesHasThemAllAndTheirOriginals() throws IOException {
        Taken taken = reception.take("Un texto.", "a.txt");

        assertThat(reception.pages().list(1).total()).isEqualTo(1);
        assertThat(original(taken)).isEqualTo("Un texto.".getBytes(UTF_8));
        assertThatThrownBy(() -> reception.pages().getSource("no-such-source"))
                .isInstanceOfSatisfying(
                        ConstanciaException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.RECORD_NOT_FOUND));
    }

    private void assertPreservedNotUnderstood(byte[] bytes, String fileName, String... obstacles) throws IOException {
        Taken taken = reception.take(bytes, fileName);

        assertThat(taken.obstacle()).isIn((Object[]) obstacles);
        assertThat(taken.proposals()).isZero();
        assertThat(page(taken).notUnderstood()).isNotNull();
        assertThat(page(taken).text()).isEmpty();
        assertThat(original(taken)).isEqualTo(bytes);
        Taken next = reception.take("Al menos 29 personas murieron en Soacha.", "next.txt");
        assertThat(next.obstacle()).isNull();
        assertThat(reception.ask(SourceRows::listUnread)).isEmpty();
    }

    private byte[] original(Taken taken) throws IOException {
        try (InputStream bytes = reception.pages().openOriginal(taken.source().toString())) {
            return bytes.readAllBytes();
        }
    }

    private SourcePage page(Taken taken) {
        return page(taken.source());
    }

    private SourcePage page(SourceId source) {
        return reception.pages().getSource(source.toString());
    }

    /// So many zeros, none of them in memory.
    private static final class Zeros extends InputStream {
        private long left;

        private Zeros(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            if (left <= 0) return -1;
            int given = (int) Math.min(length, left);
            Arrays.fill(buffer, from, from + given, (byte) 0);
            left -= given;
            return given;
        }
    }
}
