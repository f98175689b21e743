package org.constancia.app.sources;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.constancia.app.sources.Intake.Known;
import org.constancia.app.sources.Intake.Taken;
import org.constancia.app.web.source.Inside;
import org.constancia.app.web.source.SourcePage;
import org.constancia.core.record.SourceId;
import org.constancia.evidence.digest.Sha256;
import org.constancia.store.postgres.TestDatabase;
import org.constancia.store.record.SourceDoor.Arrival;
import org.constancia.store.source.SourceRows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/// Web archives, ZIP files, messages and photos, from the file to the page of the source. The photo was made by a
/// program;
/// camera, people and words in it are invented.
final class ContainersTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final Instant CAPTURED = Instant.parse("2021-03-14T10:02:00Z");

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
    void thePagesOfAWebArchiveAreSourcesThatSayWhenTheyWereCaptured() throws IOException {
        byte[] archive = warc("https://example.org/puente");

        Taken taken = reception.take(archive, "crawl.warc");

        assertThat(taken.obstacle()).isEqualTo("CONTAINER");
        assertThat(taken.parts()).isEqualTo(1);
        assertThat(taken.proposals()).isPositive();
        assertThat(original(taken.source().toString())).isEqualTo(archive);
        SourcePage container = page(taken.source().toString());
        Inside.Part part = container.inside().parts().getFirst();
        assertThat(Objects.requireNonNull(container.inside().container()).kind())
                .isEqualTo("warc");
        SourcePage page = page(part.id());
        assertThat(page.title()).isEqualTo("Tres muertos en el puente");
        assertThat(page.text()).contains("Tres personas murieron");
        assertThat(original(part.id())).isEqualTo(html());
        Inside.Part origin = page.inside().origins().getFirst();
        assertThat(origin.id()).isEqualTo(taken.source().toString());
        Inside.WebCapture capture = Objects.requireNonNull(origin.capture());
        assertThat(capture.at()).isEqualTo(CAPTURED);
        assertThat(capture.target()).isEqualTo("https://example.org/puente");
        assertThat(capture.digest()).isEqualTo("holds");
        assertThat(capture.headers()).containsKey("content-type");
        assertThat(reception.count("select count(*) from outbox where kind = 'source.derived'"))
                .isEqualTo(1);
        assertThat(
                        reception.count(
                                "select count(*) from statement where property = 'source.url' and value = 'https://example.org/puente'"))
                .isEqualTo(1);
    }

    @Test
    void aPageWhoseDigestDiffersIsKeptAndSaidToDiffer() throws IOException {
        byte[] archive = warc("https://example.org/puente");
        archive[new String(archive, ISO_8859_1).indexOf("Tres personas")] = 'S';

        Taken taken = reception.take(archive, "crawl.warc");

        Inside inside = page(taken.source().toString()).inside();
        Inside.Part part = inside.parts().getFirst();
        assertThat(Objects.requireNonNull(part.capture()).digest()).isEqualTo("differs");
        assertThat(Objects.requireNonNull(inside.container()).remarks()).hasSize(1);
        assertThat(page(part.id()).text()).contains("Sres personas murieron");
    }

    @Test
    void theSameArchiveAgainAddsNoParts() throws IOException {
        byte[] archive = warc("https://example.org/puente");
        reception.take(archive, "crawl.warc");

        Taken again = reception.take(archive, "crawl.warc");

        assertThat(again.isNew()).isFalse();
        assertThat(again.parts()).isEqualTo(1);
        assertThat(reception.count("select count(*) from derivation")).isEqualTo(1);
        assertThat(reception.count("select count(*) from source")).isEqualTo(2);
    }

    @Test
    void anArchiveThatWasPreservedAndNotTakenApartIsTakenApartAtTheNextStart() throws IOException {
        reception
                .intake()
                .preserve(
                        new ByteArrayInputStream(warc("https://example.org/puente")),
                        new Arrival("file", "crawl.warc"),
                        null,
                        Known.NOTHING);

        assertThat(reception.intake().readPending()).isEqualTo(1);
        assertThat(reception.count("select count(*) from derivation")).isEqualTo(1);
        assertThat(reception.ask(SourceRows::listUnread)).isEmpty();
    }

    @Test
    void attachmentsAndWhatIsNestedInThemComeOutByteForByte() throws IOException {
        byte[] photo = photo();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("fotos/plaza.jpg", photo);
        files.put("../../etc/passwd", "root".getBytes(UTF_8));
        byte[] message = message("fotos.zip", zip(files));

        Taken taken = reception.take(message, "mensaje.eml");

        assertThat(taken.parts()).isEqualTo(4);
        assertThat(page(taken.source().toString()).title()).isEqualTo("Fotos de la plaza");
        assertThat(original(taken.source().toString())).isEqualTo(message);
        SourceId kept = id("select id from source where sha256 = '"
                + Sha256.digestOf(photo).hex() + "'");
        assertThat(original(kept.toString())).isEqualTo(photo);
        assertThat(page(kept.toString()).inside().origins().getFirst().name()).isEqualTo("fotos/plaza.jpg");
    }

    @Test
    void aPhotoTellsItsDayAndCameraInsideAndNothingInPublic() throws IOException {
        Taken taken = reception.take(photo(), "plaza.jpg");

        Inside.Embedded embedded =
                Objects.requireNonNull(page(taken.source().toString()).inside().embedded());
        assertThat(embedded.taken()).isEqualTo("2021-05-01 14:03:22 -05:00");
        assertThat(embedded.camera()).isEqualTo("Lumbre L2");
        assertThat(embedded.position()).isEqualTo("4.598056, -74.075833");
        assertThat(embedded.c2pa()).isFalse();
        assertThat(original(taken.source().toString())).isEqualTo(photo());
        for (String table : new String[] {"embedded_metadata", "derivation", "web_capture", "unpacking", "source"}) {
            long seen = reception
                    .records()
                    .read(
                            reception.reader(),
                            jdbc -> jdbc.sql("select count(*) from " + table)
                                    .query((row, number) -> row.getLong(1))
                                    .single());
            assertThat(seen).as(table).isZero();
        }
        assertThat(reception.count("select count(*) from outbox where content like '%4.598%'"))
                .as("a position in the log")
                .isZero();
    }

    @Test
    void aZipFileThatContainsItselfComesToAnEnd() throws IOException {
        byte[] innermost = zip(Map.of("a.txt", "Tres personas murieron en Soacha.".getBytes(UTF_8)));
        byte[] nested = innermost;
        for (int depth = 0; depth < 15; depth++) nested = zip(Map.of("next.zip", nested));

        Taken taken = reception.take(nested, "nested.zip");

        assertThat(taken.parts()).isEqualTo(10);
        assertThat(reception.ask(SourceRows::listUnread)).isEmpty();
    }

    private SourcePage page(String id) {
        return reception.pages().getSource(id);
    }

    private byte[] original(String id) throws IOException {
        try (InputStream bytes = reception.pages().openOriginal(id)) {
            return bytes.readAllBytes();
        }
    }

    private SourceId id(String sql) {
        return reception.ask(jdbc -> jdbc.sql(sql)
                .query((row, number) -> new SourceId(row.getObject(1, UUID.class)))
                .single());
    }

    private static byte[] html() {
        return "<html lang=es><head><title>Tres muertos en el puente</title></head><body><p>Tres personas murieron el lunes en Soacha, dijo la Cruz Roja.</p></body></html>"
                .getBytes(UTF_8);
    }

    private static byte[] warc(String target) throws IOException {
        byte[] head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n".getBytes(UTF_8);
        ByteArrayOutputStream http = new ByteArrayOutputStream();
        http.writeBytes(head);
        http.writeBytes(html());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes))) {
            writer.write(new WarcResponse.Builder(URI.create(target))
                    .date(CAPTURED)
                    .body(MediaType.HTTP_RESPONSE, http.toByteArray())
                    .blockDigest(new WarcDigest(
                            "sha256", Sha256.digestOf(http.toByteArray()).bytes()))
                    .build());
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] message(String name, byte[] attachment) {
        return ("From: ceiba@example.org\r\nDate: Sun, 14 Mar 2021 10:02:00 -0500\r\nSubject: Fotos de la plaza\r\n"
                        + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b1\r\n\r\n--b1\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\n\r\nVan las fotos.\r\n--b1\r\n"
                        + "Content-Type: application/zip\r\nContent-Disposition: attachment; filename=" + name
                        + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(attachment) + "\r\n--b1--\r\n")
                .getBytes(UTF_8);
    }

    private static byte[] photo() throws IOException {
        try (InputStream photo = ContainersTest.class.getResourceAsStream("photo.jpg")) {
            return Objects.requireNonNull(photo).readAllBytes();
        }
    }
}
