package org.constancia.app.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.constancia.app.archive.ArchivedRecord.archive;
import static org.constancia.app.archive.ArchivedRecord.event;
import static org.constancia.app.archive.ArchivedRecord.open;
import static org.constancia.app.archive.ArchivedRecord.preserve;
import static org.constancia.app.archive.ArchivedRecord.restore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.constancia.app.archive.Restore.LogContinuation;
import org.constancia.app.configure.RestoredWorkplace;
import org.constancia.app.configure.Workplace;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.log.LogState;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.SignedNote;
import org.constancia.store.archive.Snapshot;
import org.constancia.store.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups taken at random times while four write and one sequences (torture test T26): what was acknowledged before is
/// in them, all of it agrees, and the restored log never contradicts what the other one signed since.
@Tag("drill")
final class RestoreDrillTest {
    private static final int WRITERS = 4;
    private static final long SEED = 26;

    @TempDir
    Path place;

    private final TestDatabase database = TestDatabase.fresh();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean goesOn = new AtomicBoolean(true);
    private final AtomicBoolean rests = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private Path home = Path.of("/");
    private Workplace here;

    @BeforeEach
    void write() {
        home = place.resolve("home");
        here = open(database.location(home), home);
        for (int writer = 0; writer < WRITERS; writer++) {
            int own = writer;
            start(number -> acknowledged.add(preserve(here, "fuente " + own + " " + number)));
        }
        start(number -> event(here, "caso " + number));
        start(_ -> here.log().sequence());
    }

    @AfterEach
    void close() throws InterruptedException {
        stop();
        here.close();
        database.close();
        assertThat(failures).isEmpty();
    }

    @Test
    void whatWasAcknowledgedBeforeABackupIsInIt() throws Exception {
        drills(2);
    }

    @Test
    @Tag("slow")
    void whatWasAcknowledgedBeforeTwentyBackupsIsInThem() throws Exception {
        drills(20);
    }

    @Test
    void theRestoredLogNeverForks() throws Exception {
        newOrigins(1);
    }

    @Test
    @Tag("slow")
    void fiveRestoredLogsNeverFork() throws Exception {
        newOrigins(5);
    }

    private void drills(int count) throws Exception {
        Random random = new Random(SEED);
        for (int drill = 0; drill < count; drill++) {
            TimeUnit.MILLISECONDS.sleep(100 + random.nextInt(400));
            Set<String> before = new HashSet<>(acknowledged);
            byte[] archive = archive(here);
            rests.set(true);
            Path elsewhere = place.resolve("drill-" + drill);
            try (TestDatabase there = TestDatabase.fresh()) {
                RestoredWorkplace.Outcome outcome = restore(
                        archive,
                        there.location(elsewhere),
                        elsewhere,
                        elsewhere.resolve("checkpoints"),
                        LogContinuation.NOTHING_RECORDED_SINCE);

                assertThat(outcome.disagreements())
                        .as("drill %d of seed %d", drill, SEED)
                        .isEmpty();
                assertThat(outcome.shortcomings()).isEmpty();
                assertThat(outcome.log()).isInstanceOf(LogState.Writable.class);
                assertThat(digests(there)).containsAll(before);
            }
            rests.set(false);
        }
        assertThat(acknowledged).hasSizeGreaterThan(count);
    }

    /// The outside copy survived and is ahead of the archive, as it is when the machine is lost some time after a
    /// backup.
    private void newOrigins(int count) throws Exception {
        for (int run = 0; run < count; run++) {
            TimeUnit.MILLISECONDS.sleep(300);
            byte[] archive = archive(here);
            long archived = here.log().current().size();
            while (here.log().current().size() <= archived + 5) TimeUnit.MILLISECONDS.sleep(20);
            rests.set(true);
            Path elsewhere = place.resolve("run-" + run);
            try (TestDatabase there = TestDatabase.fresh()) {
                new Restore(
                                elsewhere,
                                there.location(elsewhere),
                                () -> elsewhere.resolve("checkpoints"),
                                LogContinuation.WITH_OUTSIDE_COPY,
                                line -> {})
                        .from(new ByteArrayInputStream(archive), ArchivedRecord.SILENT);
                copyTree(home.resolve("checkpoints"), elsewhere.resolve("checkpoints"));
                beginsANewOrigin(there, elsewhere);
            }
            rests.set(false);
        }
    }

    private static void beginsANewOrigin(TestDatabase there, Path home) throws IOException {
        byte[] restored = Files.readAllBytes(home.resolve("log/1/checkpoint"));
        SignedNote kept = SignedNote.parse(Files.readAllBytes(home.resolve("checkpoints/1/latest")));
        try (Workplace workplace = open(there.location(home), home)) {
            assertThat(workplace.log().state()).isInstanceOf(LogState.ReadOnly.class);
            assertThatThrownBy(() -> workplace.log().sequence())
                    .isInstanceOfSatisfying(
                            ConstanciaException.class,
                            refused -> assertThat(refused.problem()).isEqualTo(Problem.READ_ONLY));

            workplace.log().beginNewOrigin("ana");
            preserve(workplace, "después");
            assertThat(workplace.log().sequence()).isPositive();

            assertThat(workplace.log().current().number()).isEqualTo(2);
            LogEntry first = LogEntry.parse(workplace.log().current().entry(0));
            assertThat(first.type()).isEqualTo("origin");
            assertThat(first.facts().findWhole("size"))
                    .hasValue(Checkpoint.parse(kept.text()).size());
            assertThat(home.resolve("log/1/checkpoint")).as("signed no more").hasBinaryContent(restored);
            assertThat(Files.readAllBytes(home.resolve("checkpoints/1/latest"))).isEqualTo(kept.bytes());
        }
    }

    private static Set<String> digests(TestDatabase database) throws IOException {
        Set<String> found = new HashSet<>();
        try (Snapshot snapshot = Snapshot.take(database.owner())) {
            snapshot.contents(kept -> found.add(kept.sha256()));
        }
        return found;
    }

    @FunctionalInterface
    private interface Work {
        void go(int number);
    }

    private void start(Work work) {
        threads.add(Thread.ofPlatform().start(() -> {
            try {
                for (int number = 0; goesOn.get(); number++) {
                    work.go(number);
                    do TimeUnit.MILLISECONDS.sleep(5);
                    while (rests.get() && goesOn.get());
                }
            } catch (RuntimeException | Error | InterruptedException failure) {
                synchronized (failures) {
                    failures.add(failure);
                }
            }
        }));
    }

    private void stop() throws InterruptedException {
        goesOn.set(false);
        for (Thread thread : threads) thread.join();
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(each -> !each.toString().endsWith(".partial"))
                    .toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.deleteIfExists(target);
                Files.copy(file, target);
            }
        }
    }
}
