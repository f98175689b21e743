package org.constancia.store.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.constancia.store.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The application role can alter nothing of the outbox and the log, and the owner not by accident. The tables are
/// those
/// of the catalogue, so that one added later cannot be forgotten.
final class LogTablesTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    Path home;

    static Stream<String> tables() {
        return JdbcClient.create(DATABASE.owner()).sql("""
                        select relname from pg_class
                        where relnamespace = 'public'::regnamespace and relkind = 'r' and (relname = 'outbox' or relname like 'log%')
                        order by relname
                        """).query((row, number) -> row.getString(1)).list().stream();
    }

    @Test
    void theCatalogueHasThem() {
        assertThat(tables()).containsExactly("log", "log_checkpoint", "log_entry", "log_queue", "log_secret", "outbox");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theApplicationRoleMayAlterNothing(String table) {
        List<String> rights = JdbcClient.create(DATABASE.application())
                .sql("""
                        select privilege from unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']) privilege
                        where has_table_privilege(current_user, 'public.' || :table, privilege)
                              or (privilege in ('INSERT', 'UPDATE', 'REFERENCES')
                                  and has_any_column_privilege(current_user, 'public.' || :table, privilege))
                        """)
                .param("table", table)
                .query((row, number) -> row.getString(1))
                .list();
        assertThat(rights).isEqualTo(table.equals("outbox") ? List.of("INSERT") : List.of());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyOneOfThemRefusesToBeEmptied(String table) {
        assertThatThrownBy(() -> JdbcClient.create(DATABASE.owner())
                        .sql("truncate " + table + " cascade")
                        .update())
                .hasMessageContaining("never changed or deleted");
    }

    @Test
    void theSecretOfTheBlindingIsNotReadable() {
        assertThatThrownBy(() -> JdbcClient.create(DATABASE.application())
                        .sql("select key from log_secret")
                        .query()
                        .listOfRows())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void theScopeOfTheLogGivesTheApplicationRoleNothing() {
        LoggedRecord record = new LoggedRecord(DATABASE.database(), home);
        Sequencer sequencer = record.open();
        record.change("event:1", 1);
        sequencer.sequence();
        long seen = JdbcClient.create(DATABASE.application())
                .sql("select count(*) from outbox where set_config('constancia.scope', 'log', false) is not null")
                .query((row, number) -> row.getLong(1))
                .single();
        assertThat(seen).isZero();
    }

    @Test
    void anIndexLeavesNoGapAndIsGivenOnce() {
        try (TestDatabase database = TestDatabase.fresh()) {
            LoggedRecord record = new LoggedRecord(database.database(), home);
            record.open();
            record.change("event:1", 1);
            for (long wrong : List.of(1L, 5L)) {
                assertThatThrownBy(() -> give(database, wrong)).rootCause().hasMessageContaining("would leave a gap");
            }
            give(database, 0);
            record.change("event:1", 2);
            assertThatThrownBy(() -> give(database, 0)).rootCause().hasMessageContaining("duplicate key");
            assertThatThrownBy(() -> give(database, 2)).rootCause().hasMessageContaining("would leave a gap");
            give(database, 1);
        }
    }

    private static void give(TestDatabase database, long index) {
        LogScope.inTransaction(database.owner(), jdbc -> {
            LogLedger ledger = new LogLedger(jdbc);
            LeafMaker leaves = new LeafMaker(new Blinding(new byte[32]), 1);
            ledger.give(1, index, leaves.make(ledger.queued(1), Map.of()));
            return index;
        });
    }
}
