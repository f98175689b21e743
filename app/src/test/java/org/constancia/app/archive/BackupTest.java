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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.constancia.app.archive.Restore.LogContinuation;
import org.constancia.app.configure.RestoredWorkplace;
import org.constancia.app.configure.Workplace;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.log.LogState;
import org.constancia.store.postgres.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// One record of three sources and an event, archived once and restored in every way.
@Tag("drill")
final class BackupTest {
    @RegisterExtension
    static final TestDatabase HERE = TestDatabase.fresh();

    @TempDir
    static Path place;

    private static Workplace original;
    private static byte[] archive = {};
    private static String testimony = "";

    @TempDir
    Path elsewhere;

    private final TestDatabase there = TestDatabase.fresh();

    @BeforeAll
    static void makeTheRecord() throws IOException {
        original = open(HERE.location(place.resolve("home")), place.resolve("home"));
        testimony = preserve(original, "Al menos 29 personas murieron en Soacha.");
        preserve(original, "");
        byte[] video = new byte[300_000];
        new Random(7).nextBytes(video);
        preserve(original, video);
        event(original, "Represión de la protesta, Soacha");
        original.log().sequence();
        Files.writeString(place.resolve("home/notes of mine.txt"), "not Constancia's");
        archive = archive(original);
        Files.delete(place.resolve("home/notes of mine.txt"));
    }

    @AfterAll
    static void closeTheRecord() {
        original.close();
    }

    @AfterEach
    void drop() {
        there.close();
    }

    private Path home() {
        return elsewhere.resolve("home");
    }

    private RestoredWorkplace.Outcome restored(byte[] bytes, LogContinuation continuation) {
        return restore(bytes, there.location(home()), home(), home().resolve("checkpoints"), continuation);
    }

    @Test
    void everythingArrivesAndAgrees() throws IOException {
        RestoredWorkplace.Outcome outcome = restored(archive, LogContinuation.NOTHING_RECORDED_SINCE);

        assertThat(outcome.disagreements()).isEmpty();
        assertThat(outcome.sources()).isEqualTo(3);
        assertThat(outcome.statements()).isEqualTo(1);
        assertThat(outcome.leaves()).isEqualTo(original.log().current().size()).isPositive();
        assertThat(outcome.age()).isNotNull();
        assertThat(outcome.shortcomings()).singleElement().asString().contains("notes of mine.txt");
        assertThat(outcome.log()).isInstanceOf(LogState.Writable.class);
        try (Workplace copy = open(there.location(home()), home())) {
            assertThat(copy.log().current().checkpoint().text())
                    .isEqualTo(original.log().current().checkpoint().text());
            preserve(copy, "Otra fuente");
            assertThat(copy.log().sequence()).isPositive();
            assertThat(copy.log().state()).isInstanceOf(LogState.Writable.class);
        }
    }

    @Test
    void theOriginalsAreTheSameBytesAndNobodyElseCanReadThem() throws IOException {
        restored(archive, LogContinuation.NOTHING_RECORDED_SINCE);

        Path blobs = place.resolve("home/contents/blobs");
        try (Stream<Path> files = Files.walk(blobs).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                Path copy = home().resolve("contents/blobs").resolve(blobs.relativize(file));
                assertThat(copy).hasSameBinaryContentAs(file);
                assertThat(Files.getLastModifiedTime(copy).toMillis())
                        .as("says nothing")
                        .isZero();
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                        .isEqualTo("rw-------");
            }
        }
        assertThat(home().resolve("content.key")).hasSameBinaryContentAs(place.resolve("home/content.key"));
        assertThat(home().resolve("keys/log-1.keys")).hasSameBinaryContentAs(place.resolve("home/keys/log-1.keys"));
        assertThat(home().resolve("restoring")).doesNotExist();
        assertThat(Sha256.parse(testimony).hex()).isEqualTo(testimony);
    }

    /// What was signed after the archive was made is unknown here: going on would fork the log.
    @Test
    void withoutACheckpointFromOutsideTheLogTakesNoEntries() {
        RestoredWorkplace.Outcome outcome = restored(archive, LogContinuation.WITH_OUTSIDE_COPY);

        assertThat(outcome.isSound())
                .as("but for the file that is none of ours")
                .isFalse();
        assertThat(outcome.disagreements()).isEmpty();
        assertThat(outcome.log()).isInstanceOf(LogState.ReadOnly.class);
    }

    @Test
    void aCheckpointFromOutsideThatIsTheSameLetsTheLogGoOn() throws IOException {
        Path outside = elsewhere.resolve("outside");
        Files.createDirectories(outside.resolve("1"));
        Files.copy(place.resolve("home/checkpoints/1/latest"), outside.resolve("1/latest"));

        RestoredWorkplace.Outcome outcome =
                restore(archive, there.location(home()), home(), outside, LogContinuation.WITH_OUTSIDE_COPY);

        assertThat(outcome.disagreements()).isEmpty();
        assertThat(outcome.log()).isInstanceOf(LogState.Writable.class);
    }

    @Test
    void aHomeThatHoldsAnythingIsLeftAsItIs() throws IOException {
        Files.createDirectories(home());
        Files.writeString(home().resolve("thesis.txt"), "three years of work");

        assertThatThrownBy(() -> restored(archive, LogContinuation.WITH_OUTSIDE_COPY))
                .isInstanceOfSatisfying(
                        ConstanciaException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.CANNOT_WRITE_OUTPUT));
        assertThat(home().resolve("thesis.txt")).hasContent("three years of work");
        try (Stream<Path> files = Files.list(home())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aDatabaseThatHoldsAnythingIsLeftAsItIs() throws IOException {
        try (Workplace other = open(there.location(elsewhere.resolve("other")), elsewhere.resolve("other"))) {
            preserve(other, "Lo nuestro");
        }
        assertThatThrownBy(() -> restored(archive, LogContinuation.WITH_OUTSIDE_COPY))
                .isInstanceOfSatisfying(
                        ConstanciaException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.DATABASE_NOT_OURS));
        assertThatNothingIsLeft();
    }

    /// In each third of the archive one bit is flipped, and one cut is made: nothing is restored, and afterwards home
    /// and database are as empty as before, so that the sound archive goes in.
    @Test
    void aDamagedArchiveLeavesNothing() throws IOException {
        Random random = new Random(11);
        for (int third = 0; third < 3; third++) {
            byte[] bad = archive.clone();
            int at = archive.length / 4 * third + random.nextInt(archive.length / 4);
            bad[at] ^= (byte) (1 << random.nextInt(8));
            refusedWithoutTrace(bad, "bit at " + at);
            refusedWithoutTrace(Arrays.copyOf(archive, at), "cut at " + at);
        }
        assertThat(restored(archive, LogContinuation.WITH_OUTSIDE_COPY).disagreements())
                .isEmpty();
    }

    private void refusedWithoutTrace(byte[] bad, String what) throws IOException {
        assertThatThrownBy(() -> new Restore(
                                home(),
                                there.location(home()),
                                () -> home().resolve("checkpoints"),
                                LogContinuation.WITH_OUTSIDE_COPY,
                                line -> {})
                        .from(new ByteArrayInputStream(bad), ArchivedRecord.SILENT))
                .as(what)
                .isInstanceOf(ConstanciaException.class);
        assertThatNothingIsLeft();
    }

    private void assertThatNothingIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(home())) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void cancellingLeavesNothing() throws IOException {
        InputStream interrupting = new ByteArrayInputStream(archive) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                if (pos > count / 2) Thread.currentThread().interrupt();
                return super.read(target, offset, Math.min(length, 4096));
            }
        };
        assertThatThrownBy(() -> new Restore(
                                home(),
                                there.location(home()),
                                () -> home().resolve("checkpoints"),
                                LogContinuation.WITH_OUTSIDE_COPY,
                                line -> {})
                        .from(interrupting, ArchivedRecord.SILENT))
                .isInstanceOf(ConstanciaException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThatNothingIsLeft();
    }

    @Test
    void aHomeThatIsBeingRestoredIsNotOpened() throws IOException {
        Files.createDirectories(home());
        RestoringMark.set(home());
        assertThatThrownBy(() -> open(there.location(home()), home()).close())
                .isInstanceOfSatisfying(
                        ConstanciaException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.STORAGE_FAILED));
    }

    @Test
    void anOriginalThatIsGoneIsSaidAndTheRestIsSaved() throws IOException {
        try (Workplace other = open(there.location(elsewhere.resolve("other")), elsewhere.resolve("other"))) {
            String kept = preserve(other, "Queda");
            String lost = preserve(other, "Se pierde");
            other.log().sequence();
            Backup.Result whole =
                    other.backup().writeTo(java.io.OutputStream.nullOutputStream(), ArchivedRecord.SILENT);
            assertThat(whole.isComplete()).isTrue();
            assertThat(whole.originals()).isEqualTo(2);

            damage(elsewhere.resolve("other/contents/blobs"), "Se pierde");
            Backup.Result result =
                    other.backup().writeTo(java.io.OutputStream.nullOutputStream(), ArchivedRecord.SILENT);

            assertThat(result.originals()).isEqualTo(1);
            assertThat(result.shortcomings()).containsExactly("original sha256 " + lost + ": damaged");
            assertThat(kept).isNotEqualTo(lost);
        }
    }

    private static void damage(Path blobs, String content) throws IOException {
        try (Stream<Path> files = Files.walk(blobs).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                if (Files.readString(file).equals(content)) Files.writeString(file, "otra cosa");
            }
        }
    }
}
