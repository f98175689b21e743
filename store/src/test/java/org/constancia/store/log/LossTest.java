package org.constancia.store.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.record.ChangeId;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.log.LogState;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.store.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Database, log and copies restored to different states: never a fork, always a reason, and a new origin that tells what
/// was lost.
final class LossTest {
    @TempDir
    Path home;

    @Test
    void aDatabaseThatIsOlderThanItsLogIsReadOnlyUntilANewOriginTellsTheLoss() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            LoggedRecord record = new LoggedRecord(database.database(), home);
            Sequencer first = record.open();
            List<ChangeId> kept = record.change("event:1", 3);
            first.sequence();
            record.change("event:1", 2);
            first.sequence();
            Checkpoint last = Checkpoint.parse(first.log().checkpoint().text());
            Tampering.of(database)
                    .alter(
                            "delete from log_checkpoint where size > 3",
                            "delete from log_entry where leaf >= 3",
                            "delete from outbox where id not in (select change from log_entry)",
                            "update log set size = 3, checkpoint = null");

            Sequencer restored = record.open();
            assertThat(restored.state())
                    .isInstanceOfSatisfying(
                            LogState.ReadOnly.class,
                            state -> assertThat(state.reason()).contains("5 entries").contains("3 of them"));
            assertThatThrownBy(restored::sequence).isInstanceOf(ConstanciaException.class);
            assertThat(restored.log().size()).isEqualTo(5);

            restored.beginNewOrigin("ana");
            record.change("event:2", 1);
            assertThat(restored.sequence()).isEqualTo(1);
            assertThat(restored.log().number()).isEqualTo(2);
            LogEntry origin = LogEntry.parse(restored.log().entry(0));
            assertThat(origin.type()).isEqualTo("origin");
            assertThat(origin.facts().findText("root")).contains(last.root().hex());
            assertThat(origin.facts().findWhole("lostFrom")).contains(3L);
            assertThat(origin.facts().findWhole("lostTo")).contains(5L);
            assertThat(record.row(kept.get(2)).log()).isEqualTo(1);
            assertThat(record.open().state()).isEqualTo(new LogState.Writable());
        }
    }

    @Test
    void aLogThatIsOlderThanItsDatabaseIsReadOnlyAndItsLostChangesEnterTheNewOrigin() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            LoggedRecord record = new LoggedRecord(database.database(), home);
            Sequencer first = record.open();
            record.change("event:1", 300);
            first.sequence();
            Path backup = home.resolve("backup");
            copy(home.resolve("log"), backup.resolve("log"));
            copy(home.resolve("outside"), backup.resolve("outside"));
            List<ChangeId> lost = record.change("event:2", 20);
            first.sequence();
            Checkpoint last = Checkpoint.parse(first.log().checkpoint().text());
            replace(backup.resolve("log"), home.resolve("log"));
            replace(backup.resolve("outside"), home.resolve("outside"));

            Sequencer restored = record.open();
            assertThat(restored.state())
                    .isInstanceOfSatisfying(
                            LogState.ReadOnly.class,
                            state -> assertThat(state.reason()).contains("300 entries").contains("320 were signed"));

            restored.beginNewOrigin("ana");
            restored.sequence();
            LogEntry origin = LogEntry.parse(restored.log().entry(0));
            assertThat(origin.facts().findText("root")).contains(last.root().hex());
            assertThat(restored.state()).isEqualTo(new LogState.Writable());
            for (ChangeId change : lost) {
                OpeningRow row = record.row(change);
                assertThat(row.log()).isEqualTo(2);
                assertThat(LoggedRecord.proves(restored, row)).isTrue();
            }
        }
    }

    @Test
    void aLogWithAnotherDatabaseIsReadOnly() throws Exception {
        try (TestDatabase one = TestDatabase.fresh();
                TestDatabase other = TestDatabase.fresh()) {
            LoggedRecord record = new LoggedRecord(one.database(), home);
            record.open();
            record.change("event:1", 2);
            record.open().sequence();

            LoggedRecord stranger = new LoggedRecord(other.database(), home);
            assertThat(stranger.open().state())
                    .isInstanceOfSatisfying(
                            LogState.ReadOnly.class,
                            state -> assertThat(state.reason()).contains("of which the database knows nothing"));
        }
    }

    @Test
    void aSoundLogHasNoNewOrigin() {
        try (TestDatabase database = TestDatabase.fresh()) {
            LoggedRecord record = new LoggedRecord(database.database(), home);
            Sequencer sequencer = record.open();
            record.change("event:1", 1);
            sequencer.sequence();
            assertThatThrownBy(() -> sequencer.beginNewOrigin("ana")).hasMessageContaining("The log is sound");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void replace(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(to)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
        }
        copy(from, to);
    }
}
