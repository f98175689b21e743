package org.constancia.app.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.constancia.app.cli.Constancia;
import org.constancia.app.configure.Workplace;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.content.NameKey;
import org.constancia.evidence.digest.Sha256;
import org.constancia.store.postgres.DatabaseLocation;
import org.constancia.store.postgres.TestDatabase;
import org.constancia.store.source.SourceRows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The command `ingest` is killed, with no chance to clean up, at moments drawn from a seed. What it had printed is on
/// record and byte-identical.
@Tag("drill")
final class KilledIngestTest {
    private static final int FILES = 60;

    @TempDir
    Path directory;

    private final Map<String, Path> acknowledged = new LinkedHashMap<>();

    @Test
    void whatIsPrintedSurvivesThreeKills() throws Exception {
        killAndCheck(3, 1);
    }

    @Test
    @Tag("slow")
    void whatIsPrintedSurvivesTwentyKills() throws Exception {
        killAndCheck(20, 2);
    }

    private void killAndCheck(int kills, long seed) throws Exception {
        Path folder = write(new Random(seed));
        Path home = Files.createDirectory(directory.resolve("home"));
        Random moments = new Random(seed);
        try (TestDatabase database = TestDatabase.fresh()) {
            DatabaseLocation.External location = (DatabaseLocation.External) database.location(home);
            for (int kill = 0; kill < kills; kill++) {
                Process child = ingest(location, home, folder);
                try (BufferedReader printed = child.inputReader(UTF_8)) {
                    int lines = moments.nextInt(FILES);
                    for (int line = 0; line < lines; line++) acknowledge(printed.readLine());
                    TimeUnit.MILLISECONDS.sleep(moments.nextInt(50));
                    child.toHandle().destroyForcibly();
                    printed.lines().filter(line -> line.endsWith("}")).forEach(this::acknowledge);
                }
            }
            assertThat(acknowledged).isNotEmpty();
            checkKept(location, home);

            Process last = ingest(location, home, folder);
            try (BufferedReader printed = last.inputReader(UTF_8)) {
                printed.lines().forEach(this::acknowledge);
            }
            assertThat(last.waitFor()).isZero();
            assertThat(acknowledged).hasSize(FILES);
            checkKept(location, home);
        }
    }

    /// Small articles, no two the same.
    private Path write(Random random) throws IOException {
        Path folder = Files.createDirectory(directory.resolve("folder"));
        for (int file = 0; file < FILES; file++) {
            String text = "Al menos %d personas murieron en Soacha el 9 de mayo de 2021, dijo la alcaldía.\n"
                    .formatted(file + 1);
            Files.writeString(folder.resolve("%03d.txt".formatted(file)), text.repeat(1 + random.nextInt(5)));
        }
        return folder;
    }

    private Process ingest(DatabaseLocation.External location, Path home, Path folder) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Constancia.class.getName(),
                "ingest",
                folder.toString(),
                "--json",
                "--home",
                home.toString());
        program.environment().put("CONSTANCIA_DATABASE_URL", location.url());
        program.environment().put("CONSTANCIA_APPLICATION_PASSWORD", String.valueOf(location.applicationPassword()));
        return program.redirectError(directory.resolve("errors").toFile()).start();
    }

    private void acknowledge(String line) {
        assertThat(line).as("the command ended by itself").isNotNull();
        JsonNode taken = JsonMapper.shared().readTree(line);
        assertThat(taken.has("refused")).as(line).isFalse();
        acknowledged.put(
                taken.get("sha256").asString(), Path.of(taken.get("file").asString()));
    }

    /// Every printed source is on record and byte-identical, every source on record is whole, and those that were not
    /// read yet can be read now.
    private void checkKept(DatabaseLocation location, Path home) throws IOException {
        try (Workplace workplace = Workplace.open(location, home, false, Clock.systemUTC(), line -> {})) {
            List<String> onRecord = workplace
                    .records()
                    .read(
                            workplace.session(),
                            jdbc -> jdbc.sql("select sha256 from source")
                                    .query((row, number) -> row.getString(1))
                                    .list());
            assertThat(onRecord).doesNotHaveDuplicates().containsAll(acknowledged.keySet());
            assertThat(count(workplace, "source s where not exists (select from capture c where c.source = s.id)"))
                    .isZero();
            assertThat(
                            count(
                                    workplace,
                                    "reading r where obstacle is null and not exists (select from candidate c where c.source = r.source)"))
                    .isZero();

            int unread = workplace
                    .records()
                    .read(workplace.session(), SourceRows::listUnread)
                    .size();
            assertThat(workplace.intake().readPending()).isEqualTo(unread);
            assertThat(count(workplace, "reading")).isEqualTo(onRecord.size());
        }
        try (ContentStore contents = ContentStore.open(
                home.resolve("contents"),
                NameKey.open(home.resolve("content.key"), new java.security.SecureRandom()))) {
            for (Map.Entry<String, Path> source : acknowledged.entrySet()) {
                try (InputStream bytes = contents.open(Sha256.parse(source.getKey()))) {
                    assertThat(bytes.readAllBytes()).isEqualTo(Files.readAllBytes(source.getValue()));
                }
            }
        }
    }

    private static long count(Workplace workplace, String rows) {
        return workplace
                .records()
                .read(
                        workplace.session(),
                        jdbc -> jdbc.sql("select count(*) from " + rows)
                                .query((row, number) -> row.getLong(1))
                                .single());
    }
}
