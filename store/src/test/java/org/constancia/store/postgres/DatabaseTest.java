package org.constancia.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @Test
    void theApplicationCannotPassByRowLevelSecurity() {
        assertThat(JdbcClient.create(database.application())
                        .sql(
                                "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void theApplicationOwnsNothing() {
        assertThat(JdbcClient.create(database.application())
                        .sql("select relname from pg_class where pg_get_userbyid(relowner) = current_user")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void accentsAreUnderstoodBySearch() {
        JdbcClient jdbc = JdbcClient.create(database.application());
        assertThat(jdbc.sql("select to_tsvector('spanish', 'Los niños desaparecieron en Tumaco')::text")
                        .query(String.class)
                        .single())
                .isEqualTo("'desaparec':3 'niñ':2 'tumac':5");
        assertThat(jdbc.sql(
                                "select unaccent('José Ñuñez') || ' ' || dmetaphone('Nunez') || ' ' || similarity('José', 'JOSÉ')")
                        .query(String.class)
                        .single())
                .isEqualTo("Jose Nunez NNS 1");
    }

    @Test
    void aProgramCanOpenTheSameDatabaseByItsAddress(@TempDir Path home) {
        try (Database opened = Database.open(database.location(home))) {
            assertThat(JdbcClient.create(opened.application())
                            .sql("select current_user || ' in ' || current_database()")
                            .query(String.class)
                            .single())
                    .isEqualTo("constancia in "
                            + JdbcClient.create(database.owner())
                                    .sql("select current_database()")
                                    .query(String.class)
                                    .single());
        }
    }

    @Test
    void theTablesOfANewerConstanciaAreRefused(@TempDir Path home) {
        try (TestDatabase newer = TestDatabase.fresh()) {
            JdbcClient.create(newer.owner()).sql("""
                            insert into flyway_schema_history
                                (installed_rank, version, description, type, script, installed_by, execution_time, success)
                            values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 'somebody', 1, true)
                            """).update();
            assertThatThrownBy(() -> Database.open(newer.location(home)))
                    .hasMessageContaining("made by another Constancia")
                    .hasMessageContaining("9999");
        }
    }

    @Test
    void whatUsesTheDatabaseIsClosedBeforeIt(@TempDir Path home) {
        List<String> closed = new ArrayList<>();
        try (Database opened = Database.open(database.location(home))) {
            opened.closeFirst(() -> closed.add("the mail, still connected: " + isAnswering(opened)));
            opened.closeFirst(() -> closed.add("the web server, still connected: " + isAnswering(opened)));
        }
        assertThat(closed).containsExactly("the web server, still connected: true", "the mail, still connected: true");
    }

    private static boolean isAnswering(Database database) {
        return JdbcClient.create(database.application())
                .sql("select true")
                .query(Boolean.class)
                .single();
    }
}
