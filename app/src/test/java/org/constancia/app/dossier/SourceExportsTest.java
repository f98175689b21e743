package org.constancia.app.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.constancia.app.configure.Workplace;
import org.constancia.app.sources.Intake.Known;
import org.constancia.app.web.page.Language;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.evidence.digest.Sha256;
import org.constancia.store.postgres.TestDatabase;
import org.constancia.store.record.SourceDoor.Arrival;
import org.constancia.store.source.SourceRows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Originals survive export and import byte for byte, messages with their attachments and archives included.
@Tag("drill")
final class SourceExportsTest {
    @RegisterExtension
    static final TestDatabase FROM = TestDatabase.fresh();

    @RegisterExtension
    static final TestDatabase TO = TestDatabase.fresh();

    @TempDir
    static Path directory;

    private static final Map<String, byte[]> ORIGINALS = new LinkedHashMap<>();

    private static Workplace from;
    private static Workplace to;

    @BeforeAll
    static void bringIn() throws IOException {
        from = open(FROM, "from");
        to = open(TO, "to");
        ORIGINALS.put("nota ñ.txt", "El río Ñañá creció.\r\n".getBytes(UTF_8));
        ORIGINALS.put("aviso.eml", message());
        ORIGINALS.put("anexos.zip", archive());
        byte[] noise = new byte[70_000];
        new Random(4).nextBytes(noise);
        ORIGINALS.put("foto.jpg", noise);
        ORIGINALS.put("vacío", new byte[0]);
        ORIGINALS.forEach((name, bytes) -> from.intake()
                .take(
                        new ByteArrayInputStream(bytes),
                        new Arrival("file", "/casos/" + name),
                        null,
                        new Known("El Ejemplo", "2021-05-10", "https://ejemplo.example/" + bytes.length)));
    }

    private static Workplace open(TestDatabase database, String name) {
        Path home = directory.resolve(name);
        return Workplace.open(database.location(home), home, true, Clock.systemUTC(), _ -> {});
    }

    @AfterAll
    static void close() {
        from.close();
        to.close();
    }

    private static byte[] message() {
        return ("From: ana@ejemplo.example\r\nSubject: =?utf-8?q?Denuncia_=C3=B1?=\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nVer anexo.\r\n"
                        + "--x\r\nContent-Type: application/pdf; name=\"acta.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + "JVBERi0xLjQK\r\n--x--\r\n")
                .getBytes(UTF_8);
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("carpeta/acta.txt"));
            zip.write("Acta".getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void aZipFileBringsEveryByteIntoAnotherRecord() throws IOException {
        Path zip = directory.resolve("sources.zip");
        int onRecord = from.records()
                .read(from.session(), jdbc -> SourceRows.list(jdbc, 0, 100).size());
        assertThat(from.exports().export(zip, (_, _) -> {}))
                .as("with the parts of what was taken apart")
                .isEqualTo(onRecord)
                .isGreaterThan(ORIGINALS.size());
        List<SourceExports.Imported> imported = to.exports().bringIn(zip, (_, _) -> {});
        assertThat(imported).hasSize(onRecord);
        requireAllIn(to);
        assertThat(to.exports().bringIn(zip, (_, _) -> {})).noneMatch(SourceExports.Imported::isNew);
        to.records().read(to.session(), jdbc -> {
            var row = SourceRows.list(jdbc, 0, 1).getFirst();
            assertThat(row.publisher()).isEqualTo("El Ejemplo");
            assertThat(row.url()).startsWith("https://ejemplo.example/");
            to.log().sequence();
            EntityId source = new EntityId(EntityKind.SOURCE, row.id().value());
            assertThat(to.log().listLogged(source.toString()))
                    .anyMatch(logged -> new String(logged.payload(), UTF_8).contains("formerCaptures"));
            return row;
        });
    }

    @Test
    void aDirectoryIsCheckedByCoreutilsAndIsThereWholeOrNotAtAll() throws Exception {
        Path out = directory.resolve("sources");
        from.exports().export(out, (_, _) -> {});
        assertThat(Expert.run(out, List.of("sha512sum", "--quiet", "-c", "manifest-sha512.txt"))
                        .code())
                .isZero();
        assertThat(directory.resolve(".sources.partial")).doesNotExist();
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(() -> from.exports().export(out, (_, _) -> {}))
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo(Problem.CANNOT_WRITE_OUTPUT));
    }

    @Test
    void aDamagedExportBringsNothingIn() throws IOException {
        Path out = directory.resolve("damaged");
        from.exports().export(out, (_, _) -> {});
        Path list = out.resolve("data/sources.json");
        Files.writeString(list, Files.readString(list).replace("El Ejemplo", "El Otro"));
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(() -> to.exports().bringIn(out, (_, _) -> {}))
                .withMessageContaining("data/sources.json");
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(() -> to.exports().bringIn(directory.resolve("nothing"), (_, _) -> {}));
    }

    @Test
    void aDossierBringsItsOriginalsToo() throws IOException {
        EntityId event = new GeneratedEvents(from, 9).write();
        Path zip = directory.resolve("case.zip");
        var made = from.dossiers()
                .create(new DossierRequest(event.value().toString(), Language.SPANISH, Disclosure.ALL, List.of()), zip);
        assertThat(to.exports().bringIn(zip, (_, _) -> {}))
                .hasSize(made.sources())
                .allMatch(SourceExports.Imported::isNew);
    }

    private static void requireAllIn(Workplace workplace) throws IOException {
        List<String> digests = workplace.records().read(workplace.session(), SourceRows::listDigests);
        for (Map.Entry<String, byte[]> original : ORIGINALS.entrySet()) {
            String digest = Sha256.digestOf(original.getValue()).hex();
            assertThat(digests).as(original.getKey()).contains(digest);
            try (InputStream bytes = workplace.contents().open(Sha256.parse(digest))) {
                assertThat(bytes.readAllBytes()).as(original.getKey()).isEqualTo(original.getValue());
            }
        }
    }
}
