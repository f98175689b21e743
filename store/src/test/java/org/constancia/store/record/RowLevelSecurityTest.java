package org.constancia.store.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.constancia.store.record.Workbench.state;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.core.record.SourceId;
import org.constancia.core.record.ValueType;
import org.constancia.store.log.LogPlace;
import org.constancia.store.log.Sequencer;
import org.constancia.store.postgres.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every table with a collection is tried, as the catalogue lists them: a table added later cannot be forgotten.
final class RowLevelSecurityTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    /// Tables that a session without a collection may read because they hold no content.
    private static final Set<String> WITHOUT_CONTENT =
            Set.of("flyway_schema_history", "log", "log_checkpoint", "log_queue", "log_secret");

    @TempDir
    static Path home;

    private static Workbench mine;
    private static Workbench theirs;

    @BeforeAll
    static void somethingInEveryTable() {
        mine = new Workbench(DATABASE);
        theirs = new Workbench(DATABASE);
        theirs.records.write(theirs.session, writing -> {
            var source = theirs.source(writing, "Un texto");
            writing.sources().capture(source, new SourceDoor.Arrival("upload", "a.txt"));
            var passage = writing.sources().mark(source, 1, 0, 2, "Un");
            insideOf(writing, source);
            writing.candidates()
                    .propose(
                            source, 1, List.of(new CandidateDoor.Proposal("figure", 0, 2, "Un", "{}", List.of(), 0.5)));
            for (EntityKind kind : EntityKind.values()) {
                EntityId subject =
                        kind == EntityKind.SOURCE ? new EntityId(kind, source.value()) : writing.create(kind);
                Property text = Property.of(kind).stream()
                        .filter(property -> property.type() == ValueType.TEXT)
                        .findFirst()
                        .orElse(null);
                if (text != null) state(writing, subject, text, "algo", passage);
                else if (kind == EntityKind.INVOLVEMENT) {
                    state(writing, subject, Property.INVOLVEMENT_RESPONSIBLE, "35", passage);
                }
                if (kind == EntityKind.EVENT) writing.replies().receive(subject, "Una respuesta", null, null);
            }
            return source;
        });
        theirs.records.write(theirs.session, writing -> {
            EntityId event = writing.create(EntityKind.EVENT);
            var first = state(writing, event, Property.EVENT_TITLE, "uno");
            state(writing, event, Property.EVENT_TITLE, "dos");
            var source = theirs.source(writing, "Otro texto");
            state(
                    writing,
                    event,
                    Property.EVENT_SUMMARY,
                    "Otro",
                    writing.sources().mark(source, 1, 0, 4, "Otro"));
            writing.statements().prefer(first, "the first");
            var alike = theirs.source(writing, "Otro texto más");
            writing.families()
                    .compared(
                            alike,
                            1,
                            new byte[] {1},
                            new long[] {7, 8},
                            List.of(new FamilyDoor.Alike(source, 1, .9, true)));
            writing.erasures().erase(theirs.source(writing, "Algo que no debe quedar"), "a reason");
            return event;
        });
        LogPlace log = LogPlace.of(home, home.resolve("outside"), new SecureRandom());
        new Sequencer(DATABASE.owner(), log, Clock.systemUTC()).sequence();
    }

    private static void insideOf(Writing writing, SourceId source) {
        writing.parts()
                .derive(
                        source,
                        source,
                        new PartDoor.Part(
                                "1",
                                "a.html",
                                new PartDoor.WebCapture(
                                        "https://example.org/",
                                        Instant.parse("2021-03-14T10:02:00Z"),
                                        200,
                                        "{}",
                                        PartDoor.DigestState.HOLDS)));
        writing.parts().unpacked(source, new PartDoor.Unpacking("warc", 1, 0, List.of("a remark")));
        writing.parts().embedded(source, new PartDoor.Metadata("tool", null, null, 4.6, -74.1, false, "{}", null));
    }

    static Stream<String> contentTables() {
        return JdbcClient.create(DATABASE.owner()).sql("""
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1
                        """).query((row, number) -> row.getString(1)).list().stream()
                .filter(table -> !WITHOUT_CONTENT.contains(table));
    }

    @ParameterizedTest
    @MethodSource("contentTables")
    void itsRowsAreSeenByTheirCollectionOnly(String table) {
        assertThat(count(theirs, table)).as("the test wrote a row of " + table).isPositive();
        long others = mine.records.read(
                mine.session,
                jdbc -> jdbc.sql("select count(*) from " + table
                                + (table.equals("collection") ? " where id <> :mine" : " where collection_id <> :mine"))
                        .param("mine", mine.collection.value())
                        .query((row, number) -> row.getLong(1))
                        .single());
        assertThat(others).isZero();
    }

    @ParameterizedTest
    @MethodSource("contentTables")
    void aSessionWithoutCollectionSeesNothing(String table) {
        assertThat(countWithoutSession(DATABASE.application(), table)).isZero();
    }

    @ParameterizedTest
    @MethodSource("contentTables")
    void evenTheOwnerIsHeldToIt(String table) {
        assertThat(countWithoutSession(DATABASE.owner(), table)).isZero();
    }

    @Test
    void theApplicationRoleOwnsNothingAndBypassesNothing() {
        var role = JdbcClient.create(DATABASE.application())
                .sql("select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user")
                .query()
                .singleRow();
        assertThat(role.values()).containsOnly(false);
        long owned = JdbcClient.create(DATABASE.application())
                .sql(
                        "select count(*) from pg_class where relowner = (select oid from pg_roles where rolname = current_user)")
                .query((row, number) -> row.getLong(1))
                .single();
        assertThat(owned).isZero();
    }

    @Test
    void nothingCanBeWrittenIntoAnotherCollection() {
        assertThatThrownBy(() -> mine.records.write(
                        mine.session,
                        writing -> writing.jdbc()
                                .sql("""
                                insert into outbox (id, collection_id, author, changed_at, kind, subject, content, salt)
                                values (gen_random_uuid(), :theirs, 'eve', now(), 'entity.created', 'x', '{}',
                                        decode(repeat('00', 32), 'hex'))
                                """)
                                .param("theirs", theirs.collection.value())
                                .update()))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    private static long count(Workbench bench, String table) {
        return bench.records.read(
                bench.session,
                jdbc -> jdbc.sql("select count(*) from " + table)
                        .query((row, number) -> row.getLong(1))
                        .single());
    }

    private static long countWithoutSession(javax.sql.DataSource login, String table) {
        return JdbcClient.create(login)
                .sql("select count(*) from " + table)
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
