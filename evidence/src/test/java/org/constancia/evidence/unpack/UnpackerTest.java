package org.constancia.evidence.unpack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.constancia.evidence.unpack.Containers.PAGE;
import static org.constancia.evidence.unpack.Containers.chunked;
import static org.constancia.evidence.unpack.Containers.gzip;
import static org.constancia.evidence.unpack.Containers.http;
import static org.constancia.evidence.unpack.Containers.page;
import static org.constancia.evidence.unpack.Containers.response;
import static org.constancia.evidence.unpack.Containers.warc;
import static org.constancia.evidence.unpack.Containers.zip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.constancia.core.confine.Room;
import org.constancia.evidence.capture.CapturedPage.DigestState;
import org.constancia.evidence.unpack.Unpacked.Part;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;

class UnpackerTest {
    private static final String HTML = "Content-Type: text/html; charset=utf-8\r\n";

    @TempDir
    Path directory;

    private Room room;

    @BeforeEach
    void open() {
        room = Room.in(directory);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "GZIP"})
    void thePagesOfAWebArchiveComeOutWithTimeAddressAndDigest(WarcCompression compression) throws IOException {
        byte[] archive = warc(
                compression,
                page("https://example.org/a"),
                response("https://example.org/foto.png", http("Content-Type: image/png\r\n", new byte[] {1, 2})),
                page("https://example.org/b"));

        Unpacked unpacked = unpack(archive);

        assertThat(unpacked.kind()).isEqualTo(ContainerKind.WARC);
        assertThat(unpacked.remarks()).isEmpty();
        assertThat(unpacked.kept()).isEqualTo(1);
        assertThat(unpacked.parts())
                .extracting(part -> capture(part).target())
                .containsExactly("https://example.org/a", "https://example.org/b");
        Part first = unpacked.parts().getFirst();
        assertThat(bytes(first)).isEqualTo(PAGE);
        assertThat(first.mediaType()).isEqualTo("text/html; charset=utf-8");
        assertThat(capture(first).at()).isEqualTo(Containers.CAPTURED);
        assertThat(capture(first).digest()).isEqualTo(DigestState.HOLDS);
        assertThat(capture(first).headers()).contains("text/html");
    }

    @Test
    void chunksAndCompressionAreUndone() throws IOException {
        byte[] archive = warc(
                WarcCompression.NONE,
                response("https://example.org/1", http(HTML + "Transfer-Encoding: chunked\r\n", chunked(PAGE))),
                response("https://example.org/2", http(HTML + "Content-Encoding: gzip\r\n", gzip(PAGE))),
                response(
                        "https://example.org/3",
                        http(HTML + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked(gzip(PAGE)))));

        List<Part> parts = unpack(archive).parts();

        assertThat(parts).hasSize(3);
        for (Part part : parts) assertThat(bytes(part)).isEqualTo(PAGE);
    }

    @Test
    void whatCannotBeDecodedIsTakenAsItWasSent() throws IOException {
        byte[] notCompressed = warc(
                WarcCompression.NONE,
                response("https://example.org/", http(HTML + "Content-Encoding: gzip\r\n", PAGE)));

        Unpacked unpacked = unpack(notCompressed);

        assertThat(bytes(unpacked.parts().getFirst())).isEqualTo(PAGE);
        assertThat(unpacked.remarks()).singleElement().asString().contains("as it was sent");
    }

    @Test
    void aChangedRecordIsTakenOutAndSaidToDiffer() throws IOException {
        byte[] archive = warc(WarcCompression.NONE, page("https://example.org/a"), page("https://example.org/b"));
        archive[indexOf(archive, "Tres personas")] = 'S';

        Unpacked unpacked = unpack(archive);

        assertThat(unpacked.parts())
                .extracting(part -> capture(part).digest())
                .containsExactly(DigestState.DIFFERS, DigestState.HOLDS);
        assertThat(unpacked.remarks()).singleElement().asString().contains("https://example.org/a");
    }

    @Test
    void anArchiveThatBreaksOffGivesWhatIsThere() throws IOException {
        byte[] archive = warc(WarcCompression.NONE, page("https://example.org/a"), page("https://example.org/b"));
        byte[] cut = Arrays.copyOf(archive, archive.length - 60);

        Unpacked unpacked = unpack(cut);

        assertThat(unpacked.parts()).hasSize(2);
        assertThat(capture(unpacked.parts().get(1)).digest()).isEqualTo(DigestState.DIFFERS);
        assertThat(unpacked.remarks()).anyMatch(remark -> remark.contains("breaks off"));
    }

    @Test
    void aPageMetAgainUnchangedIsOnePageWithTwoCaptures() throws IOException {
        WarcResponse first = page("https://example.org/a");
        byte[] archive =
                warc(WarcCompression.NONE, first, Containers.revisit(first, Containers.CAPTURED.plusSeconds(3600)));

        List<Part> parts = unpack(archive).parts();

        assertThat(parts).hasSize(2);
        assertThat(parts.get(1).file()).isNull();
        assertThat(parts.get(1).sameAs()).isEqualTo(parts.get(0).place());
        assertThat(capture(parts.get(1)).at()).isEqualTo(Containers.CAPTURED.plusSeconds(3600));
    }

    @Test
    void aRevisitOfWhatIsElsewhereIsSaid() throws IOException {
        WarcResponse elsewhere = page("https://example.org/a");
        byte[] archive = warc(WarcCompression.NONE, Containers.revisit(elsewhere, Containers.CAPTURED));

        assertThat(unpack(archive).remarks()).singleElement().asString().contains("does not hold");
    }

    @Test
    void aWebCollectionIsAWebArchiveInAZipFile() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("datapackage.json", "{}".getBytes(UTF_8));
        files.put("archive/data.warc.gz", warc(WarcCompression.GZIP, page("https://example.org/a")));

        Unpacked unpacked = unpack(zip(files));

        assertThat(unpacked.kind()).isEqualTo(ContainerKind.WACZ);
        assertThat(bytes(unpacked.parts().getFirst())).isEqualTo(PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../etc/cron.d/evil",
                "/etc/passwd",
                "..\\..\\windows\\system32\\evil.dll",
                "C:\\evil.bat",
                "a/../../b",
                "answer.json",
                "part-0",
                "con",
                "<script>alert(1)</script>.html",
                "=cmd|' /C calc'!A0",
                "\u202egnp.exe"
            })
    void namesInAZipFileAreWordsAndNothingElse(String name) throws IOException {
        Unpacked unpacked = unpack(zip(Map.of(name, PAGE)));

        Part part = unpacked.parts().getFirst();
        assertThat(part.name()).isEqualTo(name);
        assertThat(bytes(part)).isEqualTo(PAGE);
        assertThat(Objects.requireNonNull(part.file()).getParent()).isEqualTo(room.folder());
        assertThat(part.file().getFileName().toString()).matches("part-[0-9]+");
    }

    @Test
    void aMessageGivesItsTextsAndItsAttachmentsByteForByte() throws IOException {
        byte[] photo = new byte[70_000];
        new Random(3).nextBytes(photo);

        Unpacked unpacked = unpack(Containers.message(photo));

        assertThat(unpacked.kind()).isEqualTo(ContainerKind.MESSAGE);
        assertThat(unpacked.title()).isEqualTo("El puente, mañana");
        assertThat(unpacked.author()).startsWith("Colectivo La Ceibá");
        assertThat(unpacked.parts()).hasSize(3);
        Part text = unpacked.parts().get(0);
        assertThat(text.mediaType()).isEqualTo("text/plain; charset=iso-8859-1");
        assertThat(bytes(text)).isEqualTo("Murieron tres personas ma\u00f1ana.".getBytes(ISO_8859_1));
        Part attachment = unpacked.parts().get(1);
        assertThat(attachment.name()).isEqualTo("foto de la plaza.jpg");
        assertThat(bytes(attachment)).isEqualTo(photo);
        Part nested = unpacked.parts().get(2);
        assertThat(ContainerKind.of(bytes(nested))).contains(ContainerKind.MESSAGE);
    }

    @Test
    void anOfficeDocumentIsNoContainer() throws IOException {
        Map<String, byte[]> usual = new LinkedHashMap<>();
        usual.put("[Content_Types].xml", PAGE);
        assertThat(ContainerKind.of(zip(usual))).isEmpty();
        Map<String, byte[]> unusual = new LinkedHashMap<>();
        unusual.put("customXml/item1.xml", PAGE);
        unusual.put("[Content_Types].xml", PAGE);
        Path file = Files.write(directory.resolve("unusual.docx"), zip(unusual));
        assertThat(new Unpacker(Duration.ofSeconds(50)).unpack(file, ContainerKind.ZIP, room, Budget.USUAL))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date: 14 de marzo\nLugar: Soacha\n\nTres personas murieron.",
                "From here to eternity\n\nDate: none",
                "From: a\nsome words\nDate: b\n\n",
                "<html><body>From: a</body></html>",
                ""
            })
    void whatOnlyLooksLikeAMessageIsNone(String text) {
        assertThat(ContainerKind.of(text.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void noMoreThanTheBudgetIsTakenOut() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 30; i++) files.put("f" + i, new byte[1000]);
        byte[] archive = zip(files);

        assertThat(unpack(archive, new Budget(10, 1 << 20)).parts()).hasSize(10);
        Unpacked small = unpack(archive, new Budget(1000, 5500));
        assertThat(small.parts()).hasSize(5);
        assertThat(small.remarks()).singleElement().asString().contains("5,500 bytes");
        assertThat(unpack(archive, new Budget(0, 0)).parts()).isEmpty();
    }

    @Test
    void whatGrowsMoreThanHundredfoldIsLeftInIt() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("bomb", new byte[64 << 20]);
        files.put("page.html", PAGE);

        Unpacked unpacked = unpack(zip(files));

        assertThat(unpacked.parts()).extracting(Part::name).containsExactly("page.html");
        assertThat(unpacked.remarks()).singleElement().asString().contains("bomb");
    }

    private Unpacked unpack(byte[] bytes) throws IOException {
        return unpack(bytes, Budget.USUAL);
    }

    private Unpacked unpack(byte[] bytes, Budget budget) throws IOException {
        Path file = Files.write(directory.resolve("container"), bytes);
        Optional<ContainerKind> kind = Unpacker.kindOf(file);
        Unpacked unpacked = new Unpacker(Duration.ofSeconds(50))
                .unpack(file, kind.orElseThrow(), room, budget)
                .orElseThrow();
        assertThat(Files.readAllBytes(file)).as("the container").isEqualTo(bytes);
        return unpacked;
    }

    private static byte[] bytes(Part part) throws IOException {
        return Files.readAllBytes(Objects.requireNonNull(part.file()));
    }

    private static Unpacked.Capture capture(Part part) {
        return Objects.requireNonNull(part.capture());
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, ISO_8859_1).indexOf(text);
    }
}
