package org.constancia.store.log;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.constancia.core.record.ChangeId;
import org.constancia.evidence.content.Condition;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.content.NameKey;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.log.LogState;
import org.constancia.store.postgres.DatabaseLocation;
import org.constancia.store.postgres.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Part of torture test T1: a program of 16 writers and a sequencer is killed, with no chance to clean up, at moments
/// drawn from a seed. What it acknowledged is preserved, on record once, and in the log; everything agrees.
@Tag("drill")
final class KilledSequencerTest {
    @TempDir
    Path home;

    private final Map<String, String> acknowledged = new LinkedHashMap<>();

    @Test
    void nothingAcknowledgedIsLostByThreeKills() throws Exception {
        kill(3, 1);
    }

    @Test
    @Tag("slow")
    void nothingAcknowledgedIsLostByFiftyKills() throws Exception {
        kill(50, 2);
    }

    private void kill(int kills, long seed) throws Exception {
        Random moments = new Random(seed);
        try (TestDatabase database = TestDatabase.fresh()) {
            LoggedRecord record = new LoggedRecord(database.database(), home);
            DatabaseLocation.External location = (DatabaseLocation.External) database.location(home);
            for (int kill = 0; kill < kills; kill++) {
                Process child = start(location, record, seed * 1000 + kill);
                try (BufferedReader printed = child.inputReader(US_ASCII)) {
                    int lines = moments.nextInt(120);
                    for (int line = 0; line < lines; line++) acknowledge(printed.readLine());
                    TimeUnit.MILLISECONDS.sleep(moments.nextInt(40));
                    child.toHandle().destroyForcibly();
                    printed.lines()
                            .filter(line -> line.matches("ack [0-9a-f]{64} [0-9a-f-]{36}"))
                            .forEach(this::acknowledge);
                }
                child.waitFor();
            }
            assertThat(acknowledged).hasSizeGreaterThan(kills);
            check(record);
        }
    }

    private Process start(DatabaseLocation.External location, LoggedRecord record, long seed) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                WritingChild.class.getName(),
                home.toString(),
                record.collection.toString(),
                Long.toString(seed));
        program.environment().put("CHILD_DATABASE", location.url());
        program.environment().put("CHILD_PASSWORD", String.valueOf(location.applicationPassword()));
        return program.redirectError(home.resolve("errors").toFile()).start();
    }

    private void acknowledge(String line) {
        assertThat(line).as("the child ended by itself").startsWith("ack ");
        String[] words = line.split(" ", -1);
        assertThat(acknowledged.put(words[1], words[2]))
                .as("acknowledged twice")
                .isNull();
    }

    private void check(LoggedRecord record) {
        try (ContentStore contents = ContentStore.open(home.resolve("contents"), NameKey.of(new byte[32]))) {
            Sequencer next = new Sequencer(record.database.owner(), record.place(), Clock.systemUTC());
            assertThat(next.state()).isEqualTo(new LogState.Writable());
            next.sequence();
            assertThat(contents.sweep(
                                    PreservedContent.digests(record.database.owner()),
                                    Duration.ZERO,
                                    Clock.systemUTC().instant().plusSeconds(60))
                            .missing())
                    .isEmpty();
            assertThat(next.check(contents, (part, done, of) -> {}).disagreements())
                    .isEmpty();
            List<String> onRecord = record.records.read(
                    record.session,
                    jdbc -> jdbc.sql("select sha256 from source")
                            .query((row, number) -> row.getString(1))
                            .list());
            assertThat(onRecord).doesNotHaveDuplicates().containsAll(acknowledged.keySet());
            acknowledged.forEach((digest, change) -> {
                assertThat(contents.verify(Sha256.parse(digest))).isEqualTo(Condition.INTACT);
                assertThat(LoggedRecord.proves(next, record.row(new ChangeId(UUID.fromString(change)))))
                        .isTrue();
            });
        }
    }
}
