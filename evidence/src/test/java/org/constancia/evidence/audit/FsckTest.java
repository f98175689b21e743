package org.constancia.evidence.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.content.NameKey;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.log.Disagreement;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.log.TestLog;
import org.constancia.evidence.log.TransparencyLog;
import org.constancia.evidence.note.Policy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Torture test T6: one flipped bit anywhere is found and its place named.
class FsckTest {
    private static final int ENTRIES = 700;

    @TempDir
    Path home;

    private ContentStore store;
    private TransparencyLog log;
    private final List<Sha256> rows = new ArrayList<>();
    private List<Sha256> leaves = List.of();

    @BeforeEach
    void fill() {
        store = ContentStore.open(home.resolve("content"), NameKey.of(new byte[32]));
        Random random = new Random(6);
        for (int i = 0; i < 20; i++) {
            byte[] bytes = new byte[random.nextInt(5000) + 1];
            random.nextBytes(bytes);
            rows.add(store.put(new ByteArrayInputStream(bytes), 5001).sha256());
        }
        log = new TestLog(home).open();
        log.append(TestLog.entries(0, 600));
        log.append(TestLog.entries(600, ENTRIES - 600));
        leaves = TestLog.entries(0, ENTRIES).stream().map(LogEntry::leafHash).toList();
    }

    @Test
    void aSoundRecordHasNoDisagreement() {
        assertThat(check(rows, leaves)).isEmpty();
    }

    @Test
    void rowsAndBlobsAndLeavesAreComparedBothWays() {
        List<Sha256> fewer = rows.subList(1, rows.size());
        assertThat(check(fewer, leaves)).singleElement().satisfies(found -> {
            assertThat(found.place())
                    .isEqualTo("blob " + store.name(rows.getFirst()).hex());
            assertThat(found.what()).contains("no row");
        });
        store.erase(rows.getFirst());
        assertThat(check(rows, leaves))
                .containsExactly(new Disagreement("row sha256 " + rows.getFirst(), "there is no blob for this row"));
        List<Sha256> swapped = new ArrayList<>(leaves);
        Collections.swap(swapped, 5, 6);
        assertThat(check(fewer, swapped)).extracting(Disagreement::place).containsExactly("row 5", "row 6");
        List<Sha256> more = new ArrayList<>(leaves);
        more.add(leaves.getFirst());
        assertThat(check(fewer, more)).extracting(Disagreement::place).containsExactly("row 700");
    }

    @Test
    void everyOneOfAHundredFlippedBitsIsFoundAndLocated() throws IOException {
        flip(100);
    }

    @Test
    @Tag("slow")
    void everyOneOfTwoThousandFlippedBitsIsFoundAndLocated() throws IOException {
        flip(2000);
    }

    private void flip(int count) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String part : List.of("log", "content/blobs")) {
            try (Stream<Path> found = Files.walk(home.resolve(part))) {
                found.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        Random random = new Random(66);
        for (int i = 0; i < count; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] good = Files.readAllBytes(file);
            byte[] bad = good.clone();
            int place = random.nextInt(bad.length);
            bad[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bad);
            List<Disagreement> found = check(rows, leaves);
            assertThat(found).as("%s byte %d", file, place).isNotEmpty();
            assertThat(found)
                    .as("%s byte %d: located", file, place)
                    .anyMatch(disagreement -> names(disagreement, file));
            Files.write(file, good);
        }
    }

    private boolean names(Disagreement disagreement, Path file) {
        String place = disagreement.place();
        String path = home.resolve("log/1").relativize(file).toString();
        return place.equals(path)
                || place.equals("blob " + file.getFileName())
                || (path.startsWith("tile/entries") && place.startsWith("entry "));
    }

    private List<Disagreement> check(List<Sha256> sources, List<Sha256> entries) {
        return new Fsck()
                .content(store, sources, (_, _) -> {})
                .log(home.resolve("log/1"), Policy.parse(log.policy()), entries.iterator(), (_, _) -> {})
                .kept("outside", log.checkpoint(), Policy.parse(log.policy()), log.root(log.size()))
                .disagreements();
    }

    @Test
    void aCheckpointKeptElsewhereMustBeABeginningOfTheLog() {
        Sha256 other = Sha256.digestOf("other".getBytes(UTF_8));
        assertThat(new Fsck()
                        .kept("paper", log.checkpoint(), Policy.parse(log.policy()), other)
                        .disagreements())
                .containsExactly(new Disagreement("paper", "the log does not extend this checkpoint"));
    }
}
