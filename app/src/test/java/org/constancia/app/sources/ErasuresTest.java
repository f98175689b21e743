package org.constancia.app.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.constancia.app.configure.Workplace;
import org.constancia.app.sources.Intake.Known;
import org.constancia.app.sources.Intake.Taken;
import org.constancia.app.web.source.SourcePage;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Sha256;
import org.constancia.store.postgres.TestDatabase;
import org.constancia.store.record.SourceDoor.Arrival;
import org.constancia.store.source.SourceRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The whole of a source goes: its row's words, its bytes on the disk, its page; a container with what came out of it.
final class ErasuresTest {
    private static final String REASON = "la testigo retiró su consentimiento";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    static Path home;

    private static Workplace workplace;

    @BeforeAll
    static void open() {
        workplace = Workplace.open(DATABASE.location(home), home, true, Clock.systemUTC(), _ -> {});
    }

    @AfterAll
    static void close() {
        workplace.close();
    }

    private static Taken take(byte[] bytes, String name) {
        return workplace
                .intake()
                .take(new ByteArrayInputStream(bytes), new Arrival("upload", name), null, Known.NOTHING);
    }

    private static byte[] archive(String... texts) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (String text : texts) {
                zip.putNextEntry(new ZipEntry(texts.length + "-" + text.length() + ".txt"));
                zip.write(text.getBytes(UTF_8));
            }
        }
        return packed.toByteArray();
    }

    @Test
    void theBytesAreGoneAndThePageSaysWhy() throws IOException {
        Taken taken = take("Jacinta Robles vio a los hombres armados.".getBytes(UTF_8), "jacinta.txt");
        List<SourceRow> sources = workplace.erasures().preview("#" + taken.number());

        workplace.erasures().erase(sources, REASON);

        assertThat(workplace.contents().contains(Sha256.parse(taken.sha256()))).isFalse();
        SourcePage page =
                workplace.capabilities().sources().getSource(taken.source().toString());
        assertThat(page.erasure()).isNotNull();
        assertThat(page.erasure().reason()).isEqualTo(REASON);
        assertThat(page.text()).isEmpty();
        assertThat(page.captures()).isEmpty();
        assertThat(filesThatHold("Jacinta")).isEmpty();
        assertThat(workplace.intake().readPending()).isZero();
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(() -> workplace
                        .capabilities()
                        .sources()
                        .openOriginal(taken.source().toString()));
    }

    @Test
    void theSameBytesAreRefusedAndNotKept() {
        byte[] bytes = "Un testimonio que no debe volver.".getBytes(UTF_8);
        Taken taken = take(bytes, "a.txt");
        workplace.erasures().erase(workplace.erasures().preview(taken.source().toString()), REASON);

        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(() -> take(bytes, "b.txt"))
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(Problem.NOT_PERMITTED));

        workplace.sweep();
        assertThat(workplace.contents().contains(Sha256.parse(taken.sha256()))).isFalse();
    }

    @Test
    void aPartGoesWithItsContainerOnly() throws IOException {
        Taken container = take(archive("Uno de los dos papeles.", "El otro papel, más largo."), "papeles.zip");
        List<SourceRow> all = workplace.erasures().preview(container.source().toString());
        assertThat(all).hasSize(3);

        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(() -> workplace.erasures().erase(all.subList(1, 2), REASON))
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(Problem.NOT_PERMITTED));
        workplace.erasures().erase(all, REASON);

        for (SourceRow each : all) {
            assertThat(workplace.contents().contains(Sha256.parse(each.sha256())))
                    .isFalse();
        }
    }

    private static List<Path> filesThatHold(String word) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> {
                        try {
                            return new String(Files.readAllBytes(file), UTF_8).contains(word);
                        } catch (IOException gone) {
                            return false;
                        }
                    })
                    .toList();
        }
    }
}
