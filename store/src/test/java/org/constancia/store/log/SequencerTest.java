package org.constancia.store.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.ChangeId;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.log.LogState;
import org.constancia.store.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Changes get indices without gap and become provable entries, whoever sequences and whenever.
final class SequencerTest {

    @TempDir
    Path home;

    /// Each test has a database of its own: a database goes with one log.
    private LoggedRecord record(TestDatabase database) {
        return new LoggedRecord(database.database(), home);
    }

    @Test
    void aChangeBecomesAnEntryThatAStrangerCanCheck() {
        try (TestDatabase database = TestDatabase.fresh()) {
            LoggedRecord record = record(database);
            Sequencer sequencer = record.open();
            List<ChangeId> changes = record.change("event:1", 3);

            assertThat(sequencer.waiting()).isEqualTo(3);
            assertThat(sequencer.sequence()).isEqualTo(3);

            assertThat(sequencer.waiting()).isZero();
            assertThat(sequencer.sequence()).isZero();
            for (int i = 0; i < 3; i++) {
                OpeningRow row = record.row(changes.get(i));
                assertThat(row.leaf()).isEqualTo(i);
                assertThat(LoggedRecord.proves(sequencer, row)).isTrue();
            }
        }
    }

    @Test
    void entriesNameTheEntryBeforeThemAboutTheSameSubjectAndNobody() {
        try (TestDatabase database = TestDatabase.fresh()) {
            LoggedRecord record = record(database);
            Sequencer sequencer = record.open();
            record.change("event:1", 1);
            record.change("event:2", 1);
            sequencer.sequence();
            record.change("event:1", 2);
            sequencer.sequence();

            List<LogEntry> entries = entries(sequencer);
            assertThat(entries.get(0).previous()).isEmpty();
            assertThat(entries.get(1).previous()).isEmpty();
            assertThat(entries.get(2).previous()).contains(entries.get(0).leafHash());
            assertThat(entries.get(3).previous()).contains(entries.get(2).leafHash());
            assertThat(entries.get(0).subject())
                    .isEqualTo(entries.get(2).subject())
                    .isNotEqualTo(entries.get(1).subject());
            assertThat(new String(entries.get(0).bytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain("ana")
                    .doesNotContain("event:1");
        }
    }

    @Test
    void aChangeThatCommitsLateIsNotPassedOver() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            LoggedRecord record = record(database);
            Sequencer sequencer = record.open();
            try (Connection slow = database.application().getConnection()) {
                slow.setAutoCommit(false);
                insertOutboxRow(record, slow, "early number, late commit");
                record.change("event:1", 2);
                assertThat(sequencer.sequence()).isEqualTo(2);
                slow.commit();
            }
            assertThat(sequencer.sequence()).isEqualTo(1);
            assertThat(sequencer.log().size()).isEqualTo(3);
        }
    }

    @Test
    void whatWasRolledBackHasNoEntry() {
        try (TestDatabase database = TestDatabase.fresh()) {
            LoggedRecord record = record(database);
            Sequencer sequencer = record.open();
            assertThatThrownBy(() -> record.records.write(record.session, writing -> {
                        writing.note(
                                org.constancia.store.record.Change.Kind.EXPORT_MADE, "event:1", java.util.Map.of());
                        throw new ConstanciaException(Problem.USAGE, "the work fails");
                    }))
                    .hasMessageContaining("the work fails");
            assertThat(sequencer.sequence()).isZero();
        }
    }

    @Test
    void twoProgramsSequenceInTurns() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            LoggedRecord record = record(database);
            List<Sequencer> programs = List.of(record.open(), record.open());
            try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
                List<Callable<List<ChangeId>>> work = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    int number = i;
                    work.add(() -> {
                        List<ChangeId> changes = record.change("event:" + number, 5);
                        programs.get(number % 2).sequence();
                        return changes;
                    });
                }
                Set<Long> leaves = new HashSet<>();
                for (Future<List<ChangeId>> future : writers.invokeAll(work)) {
                    for (ChangeId change : future.get()) {
                        programs.get(0).refresh();
                        OpeningRow row = record.row(change);
                        leaves.add(row.leaf());
                        assertThat(LoggedRecord.proves(programs.get(0), row)).isTrue();
                    }
                }
                assertThat(leaves).hasSize(40).contains(0L, 39L);
            }
        }
    }

    @Test
    void indicesThatWereGivenBeforeAKillAreAppendedByTheNextProgram() {
        try (TestDatabase database = TestDatabase.fresh()) {
            LoggedRecord record = record(database);
            record.open();
            List<ChangeId> changes = record.change("event:1", 4);
            giveIndices(record);

            Sequencer next = record.open();
            assertThat(next.state()).isEqualTo(new LogState.Writable());
            assertThat(next.log().size()).isZero();
            assertThat(next.sequence()).isEqualTo(4);
            for (ChangeId change : changes)
                assertThat(LoggedRecord.proves(next, record.row(change))).isTrue();
        }
    }

    @Test
    void anOutboxRowThatIsAlteredBetweenItsIndexAndTheTilesDoesNotEnterTheLog() {
        try (TestDatabase database = TestDatabase.fresh()) {
            LoggedRecord record = record(database);
            record.open();
            record.change("event:1", 1);
            giveIndices(record);
            Tampering.of(database).alter("update outbox set content = '{\"other\":1}'");

            Sequencer next = record.open();
            assertThatThrownBy(next::sequence)
                    .isInstanceOfSatisfying(
                            ConstanciaException.class,
                            refused -> assertThat(refused.problem()).isEqualTo(Problem.READ_ONLY));
            assertThat(next.log().size()).isZero();
            assertThat(next.state()).isInstanceOf(LogState.ReadOnly.class);
        }
    }

    @Test
    void aBatchIsNoLargerThanItsLimitAndTheRestFollows() {
        try (TestDatabase database = TestDatabase.fresh()) {
            LoggedRecord record = record(database);
            Sequencer sequencer = record.open();
            record.records.write(record.session, writing -> {
                for (int i = 0; i < Sequencer.BATCH + 5; i++) {
                    writing.note(
                            org.constancia.store.record.Change.Kind.EXPORT_MADE,
                            "event:" + i % 7,
                            java.util.Map.of("number", i));
                }
                return 0;
            });
            assertThat(sequencer.sequence()).isEqualTo(Sequencer.BATCH + 5);
            assertThat(JdbcClient.create(database.owner())
                            .sql("select size from log_checkpoint order by size")
                            .query((row, number) -> row.getLong(1))
                            .list())
                    .containsExactly((long) Sequencer.BATCH, Sequencer.BATCH + 5L);
        }
    }

    private static void giveIndices(LoggedRecord record) {
        LogScope.inTransaction(record.database.owner(), jdbc -> {
            LogLedger ledger = new LogLedger(jdbc);
            LeafMaker leaves = new LeafMaker(ledger.blinding(new java.security.SecureRandom()), 1);
            List<ChangeForLog> changes = ledger.queued(100);
            ledger.give(1, ledger.given(1), leaves.make(changes, java.util.Map.of()));
            return 0;
        });
    }

    private static void insertOutboxRow(LoggedRecord record, Connection connection, String subject) {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        jdbc.sql("select set_config('constancia.collections', :collections, true)")
                .param("collections", "{" + record.collection + "}")
                .query((row, number) -> number)
                .list();
        jdbc.sql("""
                        insert into outbox (id, collection_id, author, changed_at, kind, subject, content, salt)
                        values (gen_random_uuid(), :collection, 'ana', now(), 'export.made', :subject, '{}',
                                decode(repeat('00', 32), 'hex'))
                        """)
                .param("collection", record.collection.value())
                .param("subject", subject)
                .update();
    }

    private static List<LogEntry> entries(Sequencer sequencer) {
        List<LogEntry> entries = new ArrayList<>();
        for (long index = 0; index < sequencer.log().size(); index++) {
            entries.add(LogEntry.parse(sequencer.log().entry(index)));
        }
        return entries;
    }
}
