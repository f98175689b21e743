package org.constancia.evidence.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.log.TestLog;
import org.constancia.evidence.log.TransparencyLog;
import org.constancia.evidence.note.Policy;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.verifier.Verification.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Torture test T7: whoever holds the disk and even the keys cannot rewrite what an earlier checkpoint covers
/// without the verifier seeing it.
class TamperTest {
    private static final int KEPT = 300;
    private static final int SIZE = 600;

    @TempDir
    Path home;

    @Test
    void thirtyTamperedLogsAreRefused() throws IOException {
        tamper(30);
    }

    @Test
    @Tag("slow")
    void fiveHundredTamperedLogsAreRefused() throws IOException {
        tamper(500);
    }

    private void tamper(int cases) throws IOException {
        Path keys = home.resolve("keys");
        TestLog honest = new TestLog(home.resolve("honest"), keys);
        TransparencyLog log = honest.open();
        log.append(TestLog.entries(0, KEPT));
        SignedNote kept = log.checkpoint();
        log.append(TestLog.entries(KEPT, SIZE - KEPT));
        Verifier verifier =
                new Verifier(new Means(Optional.of(Policy.parse(log.policy())), Optional.of(kept), List.of()));
        assertThat(verifier.verify(home.resolve("honest/log/1"), Optional.empty())
                        .verdict())
                .isEqualTo(Verdict.VALID);
        Random random = new Random(7);
        for (int i = 0; i < cases; i++) {
            Path forged = home.resolve("case-" + i);
            String what = forge(i, new TestLog(forged, keys), random);
            Verification verification = verifier.verify(forged.resolve("log/1"), Optional.empty());
            assertThat(verification.verdict()).as("case %d: %s", i, what).isEqualTo(Verdict.INVALID);
            assertThat(verification.reason()).isNotEmpty();
            deleteTree(forged);
        }
    }

    /// Builds a log with the honest log's keys that differs from it, or damages its files.
    private static String forge(int number, TestLog place, Random random) throws IOException {
        List<LogEntry> entries = new ArrayList<>(TestLog.entries(0, SIZE));
        int target = random.nextInt(KEPT);
        String what = switch (number % 6) {
            case 0 -> {
                entries.set(target, TestLog.entries(5000 + target, 1).getFirst());
                yield "entry %d edited and the log re-signed".formatted(target);
            }
            case 1 -> {
                entries.remove(target);
                yield "entry %d removed and the log re-signed".formatted(target);
            }
            case 2 -> {
                Collections.swap(entries, target, (target + 1) % KEPT);
                yield "entry %d swapped with its neighbour and the log re-signed".formatted(target);
            }
            case 3 -> {
                entries = entries.subList(0, target);
                yield "rolled back to %d entries and re-signed".formatted(target);
            }
            case 4 -> {
                entries.add(target, TestLog.entries(9000, 1).getFirst());
                yield "an entry inserted at %d and the log re-signed".formatted(target);
            }
            default -> "a file damaged";
        };
        place.open().append(entries);
        if (number % 6 == 5) {
            damage(place.home().resolve("log/1"), random);
        }
        return what;
    }

    private static void damage(Path log, Random random) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(log)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Path file = files.get(random.nextInt(files.size()));
        byte[] bytes = Files.readAllBytes(file);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);
    }

    private static void deleteTree(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
