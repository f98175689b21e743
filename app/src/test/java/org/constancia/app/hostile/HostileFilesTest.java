package org.constancia.app.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.constancia.app.sources.Intake.Taken;
import org.constancia.app.sources.Reception;
import org.constancia.core.confine.Allowance;
import org.constancia.core.confine.ConfinedProgram;
import org.constancia.core.confine.Ending;
import org.constancia.core.confine.Room;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.content.NameKey;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.metadata.MetadataReader;
import org.constancia.evidence.unpack.ContainerKind;
import org.constancia.store.postgres.TestDatabase;
import org.constancia.store.source.SourceRows;
import org.constancia.text.document.DocumentReader;
import org.constancia.text.document.ReadingLimits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Torture test T13. What is read in confined processes is read here in processes that take many files, by the same
/// entries; when one dies or hangs, the file it was at is tried alone as in use, and the next process takes the rest.
/// What is read in the parent is read in this process. A sample, and the bombs, go the whole way into the record.
@Tag("drill")
final class HostileFilesTest {
    private static final long SEED = 13;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long ALLOWED_GROWTH = 50L << 20;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    Path directory;

    private final DocumentReader here = DocumentReader.within(ReadingLimits.USUAL);
    private long slowestMillis;
    private final List<String> ended = new ArrayList<>();

    @Test
    void aFewHundredDamagedFilesAndTheBombsHarmNothing() throws IOException {
        mutations(20, 1);
        bombs(12);
    }

    @Test
    @Tag("slow")
    void twentyThousandDamagedFilesHarmNothing() throws IOException {
        mutations(1_667, 20);
    }

    @Test
    @Tag("slow")
    void allBombsHarmNothingOnTheirWayIntoTheRecord() throws IOException {
        bombs(1);
    }

    /// @param each damaged files of each kind
    /// @param whole how many of each kind go the whole way into the record
    private void mutations(int each, int whole) throws IOException {
        long before = used();
        int files = 0;
        Map<String, byte[]> damaged = new TreeMap<>();
        Map<String, byte[]> chosen = new TreeMap<>();
        for (Map.Entry<String, byte[]> kind : HealthyFiles.all().entrySet()) {
            Random random = new Random(SEED ^ kind.getKey().hashCode());
            for (int i = 0; i < each; i++) {
                String name = "%s-%05d%s".formatted(kind.getKey(), i, i % 50 == 49 ? "-recognise" : "");
                byte[] file = Mutation.of(kind.getValue(), random);
                damaged.put(name, file);
                if (i < whole) chosen.put(name, file);
            }
            if (damaged.size() < 500 && !kind.getKey().equals("svg")) continue;
            files += damaged.size();
            preserve(damaged);
            readHere(damaged);
            readConfined(damaged);
            intoTheRecord(chosen);
            System.out.printf(
                    "T13: %,d damaged files, up to %s; slowest %,d ms%n", files, kind.getKey(), slowestMillis);
            damaged.clear();
            chosen.clear();
        }
        System.out.printf(
                "T13 seed %d: %,d damaged files; slowest %,d ms; processes ended: %s; heap grew by %,d kB%n",
                SEED, files, slowestMillis, ended, (used() - before) / 1024);
        assertThat(slowestMillis).isLessThan(LONGEST.toMillis());
        assertThat(used() - before).isLessThan(ALLOWED_GROWTH);
    }

    /// @param everyNth how many of the bombs go the whole way into the record: every one, or every n-th
    private void bombs(int everyNth) throws IOException {
        Map<String, byte[]> bombs = new TreeMap<>();
        for (Map.Entry<String, Bombs.Maker> bomb : Bombs.all().entrySet()) {
            bombs.put(bomb.getKey(), bomb.getValue().make());
        }
        assertThat(bombs).hasSizeGreaterThanOrEqualTo(60);
        long before = used();
        preserve(bombs);
        readHere(bombs);
        Map<String, byte[]> chosen = new TreeMap<>();
        int number = 0;
        for (Map.Entry<String, byte[]> bomb : bombs.entrySet()) {
            if (number++ % everyNth == 0) chosen.put(bomb.getKey(), bomb.getValue());
        }
        intoTheRecord(chosen);
        System.out.printf(
                "T13: %d bombs, %d into the record; heap grew by %,d kB%n",
                bombs.size(), chosen.size(), (used() - before) / 1024);
        assertThat(used() - before).isLessThan(ALLOWED_GROWTH);
    }

    private void preserve(Map<String, byte[]> files) throws IOException {
        Path folder = Files.createTempDirectory(directory, "store");
        try (ContentStore store = ContentStore.open(folder, NameKey.of(new byte[32]))) {
            for (byte[] file : files.values()) {
                store.put(new ByteArrayInputStream(file), Long.MAX_VALUE);
                try (InputStream kept = store.open(Sha256.digestOf(file))) {
                    assertThat(kept.readAllBytes()).isEqualTo(file);
                }
            }
        }
    }

    /// Web pages, plain text and what nobody knows are read in the parent.
    private void readHere(Map<String, byte[]> files) {
        files.forEach((name, file) -> {
            boolean confined = ContainerKind.of(file).isPresent()
                    || MetadataReader.isMedia(file)
                    || new String(file, 0, Math.min(1024, file.length), ISO_8859_1).contains("%PDF-")
                    || file.length > 1
                            && (file[0] == 'P' && file[1] == 'K' || file[0] == 0x1f && file[1] == (byte) 0x8b);
            if (confined) return;
            long start = System.nanoTime();
            assertThat(here.read(file, null)).as(name).isNotNull();
            long took = (System.nanoTime() - start) / 1_000_000;
            slowestMillis = Math.max(slowestMillis, took);
            assertThat(took).as(name).isLessThan(LONGEST.toMillis());
        });
    }

    private void readConfined(Map<String, byte[]> files) throws IOException {
        try (Room folder = Room.in(directory)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.file(file.getKey()), file.getValue());
            }
            List<String> names = List.copyOf(files.keySet());
            for (int first = 0; first < names.size(); ) {
                first = readConfined(folder.folder(), names, first, files);
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                assertThat(Files.readAllBytes(folder.file(file.getKey())))
                        .as(file.getKey())
                        .isEqualTo(file.getValue());
            }
        }
    }

    /// @return the number of the file after the last that was read
    private int readConfined(Path folder, List<String> names, int first, Map<String, byte[]> files) throws IOException {
        try (Room room = Room.in(directory)) {
            Path journal = room.file("journal");
            ConfinedProgram program = new ConfinedProgram(
                    ReadingBatch.class.getName(), new Allowance(512, Duration.ofMinutes(8), 1L << 30));
            Ending ending = program.run(room, List.of(folder.toString(), journal.toString(), String.valueOf(first)));
            List<String> lines = Files.exists(journal) ? Files.readAllLines(journal) : List.of();
            lines.stream()
                    .filter(line -> line.startsWith("end "))
                    .forEach(line -> slowestMillis =
                            Math.max(slowestMillis, Long.parseLong(line.substring(line.lastIndexOf(' ') + 1))));
            if (ending == Ending.FINISHED) return names.size();
            Optional<String> at = lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast());
            String name = at.filter(line -> line.startsWith("start "))
                    .map(line -> line.substring(6))
                    .orElse(names.get(first));
            ended.add(name + " " + ending);
            intoTheRecord(Map.of(name, files.get(name)));
            return names.indexOf(name) + 1;
        }
    }

    private void intoTheRecord(Map<String, byte[]> files) throws IOException {
        Path folder = Files.createTempDirectory(directory, "record");
        try (Reception reception = new Reception(DATABASE, folder, ReadingLimits.USUAL)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                long start = System.nanoTime();
                Taken source = reception.take(file.getValue(), file.getKey());
                long seconds = (System.nanoTime() - start) / 1_000_000_000;
                try (InputStream kept =
                        reception.pages().openOriginal(source.source().toString())) {
                    assertThat(kept.readAllBytes()).as(file.getKey()).isEqualTo(file.getValue());
                }
                if (seconds > 30) ended.add(file.getKey() + " took " + seconds + " s with its parts");
            }
            assertThat(reception.ask(SourceRows::listUnread)).isEmpty();
            String secret = Files.readAllLines(Path.of(Bombs.SECRET_FILE)).getFirst();
            long told =
                    reception.ask(jdbc -> jdbc.sql("select count(*) from reading where position(:secret in text) > 0")
                            .param("secret", secret)
                            .query((row, number) -> row.getLong(1))
                            .single());
            assertThat(told).as("words of a file of this machine").isZero();
        }
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
