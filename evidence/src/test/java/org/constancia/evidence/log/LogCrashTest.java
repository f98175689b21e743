package org.constancia.evidence.log;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.constancia.evidence.ChildProcess;
import org.constancia.evidence.content.Condition;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.content.NameKey;
import org.constancia.evidence.digest.Sha256;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged is there after a killed process (part of torture test T1) and after a system call that
/// failed at any place (part of T3).
@Tag("drill")
class LogCrashTest {
    @TempDir
    Path home;

    @Test
    void aKilledAppenderLosesNothingAndForksNothing() throws Exception {
        kill(3);
    }

    @Test
    @Tag("slow")
    void aThousandKilledAppendersLoseNothingAndForkNothing() throws Exception {
        kill(1000);
    }

    private void kill(int kills) throws Exception {
        Random random = new Random(1);
        new TestLog(home).open();
        for (int kill = 0; kill < kills; kill++) {
            Process child =
                    ChildProcess.start(home.resolve("errors"), AppendingChild.class, home.toString(), "0", "600");
            List<String> acknowledged = new ArrayList<>();
            try (BufferedReader output = child.inputReader(US_ASCII)) {
                int wait = random.nextInt(25);
                for (int line = 0; line < wait; line++) {
                    acknowledged.add(String.valueOf(output.readLine()));
                }
                child.toHandle().destroyForcibly();
                output.lines().forEach(acknowledged::add);
            }
            child.waitFor();
            assertThat(home.resolve("errors")).isEmptyFile();
            check(acknowledged, "kill " + kill);
        }
        assertThat(new TestLog(home).audit(1)).isEmpty();
    }

    @Test
    void aFailedSystemCallIsNeverAcknowledged() throws Exception {
        sweep(new Random(3), 5);
    }

    @Test
    @Tag("slow")
    void noFailedSystemCallIsEverAcknowledged() throws Exception {
        sweep(new Random(3), Integer.MAX_VALUE);
    }

    /// Lets the n-th call of a kind fail, for every n until it is never reached, or for a few chosen at random.
    private void sweep(Random random, int cases) throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/strace")))
                .as("needs strace")
                .isTrue();
        List<String> points = new ArrayList<>();
        for (String call : List.of("fsync", "rename", "mkdir", "unlink")) {
            for (String fault : List.of("error=EIO", "error=ENOSPC", "signal=KILL")) {
                for (int place = 1; place <= 40; place++) {
                    points.add(call + ":" + fault + ":when=" + place);
                }
            }
        }
        Collections.shuffle(points, random);
        for (String point : points.subList(0, Math.min(cases, points.size()))) {
            Path place = home.resolve(point.replaceAll("[^a-z0-9A-Z]", "-"));
            new TestLog(place).open().append(TestLog.entries(0, 250));
            ContentStore.open(place.resolve("content"), NameKey.of(new byte[32]))
                    .close();
            String call = point.substring(0, point.indexOf(':'));
            Process child = ChildProcess.start(
                    List.of(
                            "strace",
                            "-f",
                            "-qq",
                            "-o",
                            place.resolve("trace").toString(),
                            "-e",
                            "trace=" + call,
                            "-e",
                            "inject=" + point),
                    place.resolve("errors"),
                    AppendingChild.class,
                    place.toString(),
                    "2",
                    "40");
            List<String> lines = new String(child.getInputStream().readAllBytes(), US_ASCII)
                    .lines()
                    .toList();
            child.waitFor();
            checkAt(place, lines, point);
            assertThat(new TestLog(place).audit(1)).as(point).isEmpty();
        }
    }

    private void check(List<String> acknowledged, String what) {
        checkAt(home, acknowledged, what);
    }

    private static void checkAt(Path place, List<String> acknowledged, String what) {
        TransparencyLog log = new TestLog(place).open();
        assertThat(log.state()).as(what).isEqualTo(new LogState.Writable());
        try (ContentStore store = ContentStore.open(place.resolve("content"), NameKey.of(new byte[32]))) {
            for (String line : acknowledged) {
                String[] words = line.split(" ", -1);
                if (words[0].equals("log") && words.length == 3 && words[2].length() == 64) {
                    long size = Long.parseLong(words[1]);
                    assertThat(log.size()).as(what).isGreaterThanOrEqualTo(size);
                    assertThat(log.root(size).hex()).as(what).isEqualTo(words[2]);
                } else if (words[0].equals("put") && words[1].length() == 64) {
                    assertThat(store.verify(Sha256.parse(words[1]))).as(what).isEqualTo(Condition.INTACT);
                }
            }
        }
    }
}
