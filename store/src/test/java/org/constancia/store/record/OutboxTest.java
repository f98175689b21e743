package org.constancia.store.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.constancia.store.record.Workbench.state;

import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.record.Basis;
import org.constancia.core.record.Claim;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.store.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Nothing is written past the door, not even by the owner of the tables.
final class OutboxTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final Workbench bench = new Workbench(DATABASE);

    /// Every content table but the outbox itself, its entries in the log, what only an erasure writes, and the list of
    /// collections, as the catalogue has them.
    static Stream<String> guardedTables() {
        return JdbcClient.create(DATABASE.owner()).sql("""
                        select table_name from information_schema.columns
                        where table_schema = 'public' and column_name = 'collection_id'
                              and table_name not in ('outbox', 'log_entry', 'erasure')
                        """).query((row, number) -> row.getString(1)).list().stream();
    }

    @ParameterizedTest
    @MethodSource("guardedTables")
    void aWriteWithoutOutboxRowIsRefused(String table) {
        assertThatThrownBy(() -> inSession("insert into " + table + " (collection_id) values (:collection)"))
                .hasMessageContaining("brings no outbox row");
    }

    @Test
    void nobodyMarksASourceAsErasedWithoutErasingIt() {
        assertThatThrownBy(() -> inSession("insert into erasure (collection_id) values (:collection)"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void anOutboxRowOfAnEarlierTransactionDoesNotCount() {
        EntityId event = anEvent();
        assertThatThrownBy(() -> bench.records.write(
                        bench.session,
                        writing -> writing.jdbc()
                                .sql("""
                                insert into entity (id, collection_id, kind, change)
                                select gen_random_uuid(), :collection, 'event', change from entity where id = :event
                                """)
                                .param("collection", bench.collection.value())
                                .param("event", event.value())
                                .update()))
                .hasMessageContaining("brings no outbox row");
    }

    @Test
    void outboxRowsAreNeverChanged() {
        anEvent();
        assertThatThrownBy(() ->
                        inOwnerSession("update outbox set author = 'somebody else' where collection_id = :collection"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> inOwnerSession("delete from outbox where collection_id = :collection"))
                .hasMessageContaining("never changed");
    }

    @Test
    void statementsAreNeitherEditedNorDeleted() {
        anEvent();
        assertThatThrownBy(() -> inOwnerSession("update statement set value = 'x' where collection_id = :collection"))
                .hasMessageContaining("superseded, never edited");
        assertThatThrownBy(() -> inOwnerSession("delete from statement where collection_id = :collection"))
                .hasMessageContaining("never deleted");
    }

    @Test
    void aStatementWithoutPassageAndWithoutReasonIsRefusedByTheDatabaseToo() {
        EntityId event = anEvent();
        assertThatThrownBy(() -> bench.records.write(bench.session, writing -> {
                    state(writing, event, Property.EVENT_SUMMARY, "with an outbox row");
                    return writing.jdbc().sql("""
                                    insert into statement (id, collection_id, subject, subject_kind, property, value, basis,
                                                           status, recorded_by, recorded_at, change)
                                    select gen_random_uuid(), collection_id, subject, subject_kind, property, 'groundless',
                                           basis, status, recorded_by, recorded_at, change
                                    from statement where subject = :event and property = 'event.summary'
                                    """).param("event", event.value()).update();
                }))
                .hasMessageContaining("check constraint");
        assertThatThrownBy(() -> new Claim(
                        event,
                        Property.EVENT_TITLE,
                        Property.EVENT_TITLE.parse("groundless"),
                        Basis.OBSERVED,
                        null,
                        null,
                        " "))
                .isInstanceOf(ConstanciaException.class);
    }

    @Test
    void everyChangeHasItsSaltAndSaysWhoChangedWhat() {
        EntityId event = anEvent();
        var change = bench.records.read(
                bench.session,
                jdbc -> jdbc.sql("""
                                select author, content::jsonb ->> 'after' as after, content::jsonb ->> 'property' as property,
                                       length(salt) as salt
                                from outbox where subject = :subject and kind = 'statement.accepted'
                                """).param("subject", event.toString()).query().singleRow());
        assertThat(change)
                .containsEntry("author", "ana")
                .containsEntry("after", "Protesta")
                .containsEntry("property", "event.title")
                .containsEntry("salt", 32);
    }

    private EntityId anEvent() {
        return bench.records
                .write(bench.session, writing -> {
                    EntityId id = writing.create(EntityKind.EVENT);
                    state(writing, id, Property.EVENT_TITLE, "Protesta");
                    return id;
                })
                .result();
    }

    private void inSession(String statement) {
        bench.records.write(
                bench.session,
                writing -> writing.jdbc()
                        .sql(statement)
                        .param("collection", bench.collection.value())
                        .update());
    }

    private void inOwnerSession(String statement) {
        Records asOwner = new Records(DATABASE.owner(), java.time.Clock.systemUTC(), new java.security.SecureRandom());
        asOwner.write(
                bench.session,
                writing -> writing.jdbc()
                        .sql(statement)
                        .param("collection", bench.collection.value())
                        .update());
    }
}
