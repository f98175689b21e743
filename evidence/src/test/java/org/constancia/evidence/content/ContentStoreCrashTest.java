package org.constancia.evidence.content;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.ChildProcess;
import org.constancia.evidence.digest.Sha256;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged survives: killed processes (part of torture test T1) and full disks (part of T4).
class ContentStoreCrashTest {
    private static final NameKey KEY = NameKey.of(new byte[32]);

    @TempDir
    Path directory;

    @Test
    void aKilledWriterLosesNothingAcknowledged() throws Exception {
        killAndCheck(5, 16, 1);
    }

    @Test
    @Tag("slow")
    void aThousandKilledWritersLoseNothingAcknowledged() throws Exception {
        killAndCheck(1000, 16, 2);
    }

    private void killAndCheck(int kills, int writers, long seed) throws Exception {
        Random random = new Random(seed);
        Set<Sha256> acknowledged = new HashSet<>();
        for (int kill = 0; kill < kills; kill++) {
            Process child = ChildProcess.start(
                    directory.resolve("errors"),
                    PuttingChild.class,
                    directory.resolve("store").toString(),
                    Integer.toString(writers),
                    Long.toString(seed * 1_000_000 + kill),
                    "20000");
            try (BufferedReader output = child.inputReader(US_ASCII)) {
                int wait = random.nextInt(60);
                for (int line = 0; line < wait; line++) {
                    String digest = output.readLine();
                    assertThat(digest).as("the child ended by itself").hasSize(64);
                    acknowledged.add(Sha256.parse(String.valueOf(digest)));
                }
                child.toHandle().destroyForcibly();
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    if (line.length() == 64) {
                        acknowledged.add(Sha256.parse(line));
                    }
                }
            }
            child.waitFor();
            assertThat(directory.resolve("errors")).isEmptyFile();
            try (ContentStore store = ContentStore.open(directory.resolve("store"), KEY)) {
                assertThat(acknowledged).as("seed %d kill %d", seed, kill).allMatch(store::contains);
            }
        }
        try (ContentStore store = ContentStore.open(directory.resolve("store"), KEY)) {
            assertThat(acknowledged).isNotEmpty();
            assertThat(store.scrub((_, _) -> {}).isClean()).isTrue();
            Sweep sweep = store.sweep(acknowledged, Duration.ZERO, Instant.now().plusSeconds(60));
            assertThat(sweep.missing()).isEmpty();
            assertThat(sweep.quarantined().size())
                    .as("at most one unacknowledged blob for each writer and kill")
                    .isLessThanOrEqualTo(kills * writers);
            try (Stream<Path> incoming = Files.list(directory.resolve("store/incoming"))) {
                assertThat(incoming.filter(Files::isDirectory))
                        .as("only the open store's own directory is left")
                        .hasSize(1);
            }
        }
    }

    /// The disk is a one-mebibyte file system of its own, in a name space only the child sees.
    @Test
    void aFullDiskAcknowledgesNothingAndKeepsNothingHalf() throws Exception {
        Path errors = directory.resolve("errors");
        Path mount = Files.createDirectory(directory.resolve("small"));
        assumeThat(canMount(mount)).as("needs unshare and a tmpfs").isTrue();
        String command = "mount -t tmpfs -o size=1500k tmpfs \"$0\" && exec \"$@\"";
        Process child = ChildProcess.start(
                List.of("unshare", "-rm", "sh", "-c", command, mount.toString()),
                errors,
                FullDiskChild.class,
                mount.toString());
        String output = new String(child.getInputStream().readAllBytes(), US_ASCII);
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output + Files.readString(errors)).isEqualTo("refused cleanly, resumed\n");
    }

    private static boolean canMount(Path mount) throws IOException, InterruptedException {
        return new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", mount.toString())
                        .redirectErrorStream(true)
                        .start()
                        .waitFor()
                == 0;
    }

    /// Fills the disk, checks that the refusal left nothing, frees space and checks that the store resumes.
    static final class FullDiskChild {
        private FullDiskChild() {}

        public static void main(String[] arguments) throws IOException {
            Path directory = Path.of(arguments[0]);
            try (ContentStore store = ContentStore.open(directory, KEY)) {
                Content first = store.put(new ByteArrayInputStream(new byte[600_000]), 10_000_000);
                try {
                    store.put(new ByteArrayInputStream(new byte[5_000_000]), 10_000_000);
                    throw new AssertionError("a full disk acknowledged");
                } catch (ConstanciaException failure) {
                    check(failure.problem() == Problem.STORAGE_FAILED, "problem " + failure);
                }
                check(store.listNames().equals(List.of(store.name(first.sha256()))), "kept half");
                check(store.scrub((_, _) -> {}).isClean(), "damaged");
                store.erase(first.sha256());
                store.put(new ByteArrayInputStream(new byte[700_000]), 10_000_000);
                System.out.println("refused cleanly, resumed");
            }
        }

        private static void check(boolean holds, String what) {
            if (!holds) {
                throw new AssertionError(what);
            }
        }
    }
}
