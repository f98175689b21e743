package org.constancia.store.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.constancia.store.record.Workbench.state;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.PassageId;
import org.constancia.core.record.Property;
import org.constancia.core.record.SourceId;
import org.constancia.core.record.Statement;
import org.constancia.core.record.StatementId;
import org.constancia.core.record.StatementStatus;
import org.constancia.store.postgres.TestDatabase;
import org.constancia.store.statement.Resolutions;
import org.constancia.store.statement.StatementRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

final class RecordsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final Workbench bench = new Workbench(DATABASE);

    @Test
    void anAcceptedStatementBecomesARowWithItsDateAsTextAndDays() {
        EntityId event = bench.records
                .write(bench.session, writing -> {
                    EntityId id = writing.create(EntityKind.EVENT);
                    state(writing, id, Property.EVENT_TITLE, "Protesta");
                    state(writing, id, Property.EVENT_DATE, "2021-05~");
                    return id;
                })
                .result();

        assertThat(row(event)).containsEntry("title", "Protesta").containsEntry("date", "2021-05~");
        assertThat(String.valueOf(row(event).get("date_earliest"))).isEqualTo("2021-05-01");
        assertThat(String.valueOf(row(event).get("date_latest"))).isEqualTo("2021-05-31");
    }

    @Test
    void contradictionsStandSideBySideUntilSomebodyChooses() {
        EntityId event = bench.records
                .write(bench.session, writing -> {
                    EntityId id = writing.create(EntityKind.EVENT);
                    state(writing, id, Property.EVENT_DATE, "2021-05-01");
                    state(writing, id, Property.EVENT_DATE, "2021-05-03");
                    return id;
                })
                .result();
        assertThat((Object[]) contested(event)).containsExactly("date");

        StatementId second = statements(event).getLast().id();
        bench.records.write(bench.session, writing -> {
            writing.statements().prefer(second, "the death certificate says so");
            return second;
        });

        assertThat(row(event)).containsEntry("date", "2021-05-03");
        assertThat((Object[]) contested(event)).isEmpty();
        assertThat(statements(event)).extracting(Statement::status).containsOnly(StatementStatus.ACCEPTED);

        bench.records.write(bench.session, writing -> {
            writing.statements().withdrawPreferences(event, Property.EVENT_DATE, "the certificate is of somebody else");
            return event;
        });
        assertThat((Object[]) contested(event)).containsExactly("date");
    }

    @Test
    void aFinerDateWithinAWiderOneIsNoContradiction() {
        EntityId event = bench.records
                .write(bench.session, writing -> {
                    EntityId id = writing.create(EntityKind.EVENT);
                    state(writing, id, Property.EVENT_DATE, "2021");
                    state(writing, id, Property.EVENT_DATE, "2021-05-03");
                    return id;
                })
                .result();

        assertThat(row(event)).containsEntry("date", "2021-05-03");
        assertThat((Object[]) contested(event)).isEmpty();
    }

    @Test
    void whatIsSupersededKeepsItsWordsAndItsHistory() {
        EntityId person = bench.records
                .write(bench.session, writing -> {
                    EntityId id = writing.create(EntityKind.PERSON);
                    state(writing, id, Property.PERSON_NAME, "Rosa Restrepo");
                    return id;
                })
                .result();
        StatementId first = statements(person).getFirst().id();

        bench.records.write(bench.session, writing -> {
            return writing.statements()
                    .supersede(
                            first,
                            new org.constancia.core.record.Claim(
                                    person,
                                    Property.PERSON_NAME,
                                    Property.PERSON_NAME.parse("Rosa Restrepo Gil"),
                                    org.constancia.core.record.Basis.OBSERVED,
                                    null,
                                    null,
                                    "her identity card"),
                            "second surname");
        });

        assertThat(statements(person))
                .extracting(statement -> statement.value().text(), Statement::status)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("Rosa Restrepo", StatementStatus.SUPERSEDED),
                        org.assertj.core.api.Assertions.tuple("Rosa Restrepo Gil", StatementStatus.ACCEPTED));
        List<String> kinds = bench.records.read(
                bench.session,
                jdbc -> jdbc.sql("select kind from outbox where subject = :subject order by number")
                        .param("subject", person.toString())
                        .query((row, number) -> row.getString(1))
                        .list());
        assertThat(kinds)
                .containsExactly(
                        "entity.created", "statement.accepted", "statement.superseded", "statement.superseded");
    }

    @Test
    void aSubjectWithoutStatementsInForceHasNoRow() {
        EntityId event = bench.records
                .write(bench.session, writing -> {
                    EntityId id = writing.create(EntityKind.EVENT);
                    state(writing, id, Property.EVENT_TITLE, "Un error");
                    return id;
                })
                .result();
        bench.records.write(bench.session, writing -> {
            writing.statements()
                    .reject(statements(writing.jdbc(), event).getFirst().id(), "entered by mistake");
            return event;
        });

        assertThat(count("event", event)).isZero();
        assertThat(statements(event)).hasSize(1);
    }

    @Test
    void aPassageIsExactlyWhatStandsInTheSource() {
        assertThatThrownBy(() -> bench.records.write(bench.session, writing -> {
                    SourceId source = bench.source(writing, "Al menos 29 personas murieron.");
                    return writing.sources().mark(source, 1, 9, 11, "30");
                }))
                .isInstanceOf(ConstanciaException.class)
                .hasMessageContaining("not what stands in the source");
    }

    @Test
    void aFailedWriteLeavesNothing() {
        long before = total("outbox");
        assertThatThrownBy(() -> bench.records.write(bench.session, writing -> {
                    EntityId id = writing.create(EntityKind.EVENT);
                    state(writing, id, Property.EVENT_TITLE, "Casi");
                    throw new IllegalStateException("the power went out");
                }))
                .hasMessage("the power went out");
        assertThat(total("outbox")).isEqualTo(before);
    }

    @Test
    void rebuildingTheProjectionsGivesTheSameRows() {
        aSmallRecord();
        Map<String, String> before = digests();
        assertThat(before.values()).anyMatch(digest -> !digest.isEmpty());

        int subjects =
                bench.records.write(bench.session, Writing::rebuildProjections).result();

        assertThat(subjects).isGreaterThan(5);
        assertThat(digests()).isEqualTo(before);
    }

    @Test
    void aSourceIsCitedByTheEventsItsStatementsMakeUp() {
        EntityId event = aSmallRecord();
        Integer statements = bench.records.read(
                bench.session,
                jdbc -> jdbc.sql("select statements from citation where event = :event")
                        .param("event", event.value())
                        .query((row, number) -> row.getInt(1))
                        .single());
        assertThat(statements).isEqualTo(2);
    }

    @Test
    void searchFindsWithoutAccentsAndByPlainWordsForACategory() {
        EntityId event = aSmallRecord();
        assertThat(found("homicidio soacha 2021")).contains(event.value());
        assertThat(found("killing soacha")).contains(event.value());
        assertThat(found("bogota")).doesNotContain(event.value());
    }

    private List<UUID> found(String words) {
        return bench.records.read(
                bench.session,
                jdbc -> jdbc.sql("""
                                select id from search_entry
                                where words @@ (websearch_to_tsquery('es_plain', :words) || websearch_to_tsquery('en_plain', :words))
                                """)
                        .param("words", words)
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list());
    }

    /// An event with place, victim, act, figure and proceeding; two statements rest on a source.
    private EntityId aSmallRecord() {
        return bench.records
                .write(bench.session, writing -> {
                    SourceId source =
                            bench.source(writing, "Al menos 29 personas murieron en Soacha. " + UUID.randomUUID());
                    PassageId passage = writing.sources().mark(source, 1, 0, 20, "Al menos 29 personas");
                    EntityId place = writing.create(EntityKind.PLACE);
                    state(writing, place, Property.PLACE_NAME, "Soacha");
                    state(writing, place, Property.PLACE_PRECISION, "municipality");
                    EntityId event = writing.create(EntityKind.EVENT);
                    state(writing, event, Property.EVENT_TITLE, "Protesta");
                    state(writing, event, Property.EVENT_DATE, "2021-05-09");
                    state(writing, event, Property.EVENT_PLACE, place.toString());
                    EntityId figure = writing.create(EntityKind.FIGURE);
                    state(writing, figure, Property.FIGURE_EVENT, event.toString(), passage);
                    state(writing, figure, Property.FIGURE_NUMBER, "29", passage);
                    EntityId victim = writing.create(EntityKind.PERSON);
                    state(writing, victim, Property.PERSON_NAME, "Julio Prueba");
                    state(writing, victim, Property.PERSON_SECTOR, "journalist");
                    state(writing, victim, Property.PERSON_SECTOR, "protester");
                    EntityId act = writing.create(EntityKind.ACT);
                    state(writing, act, Property.ACT_EVENT, event.toString());
                    state(writing, act, Property.ACT_VICTIM, victim.toString());
                    state(writing, act, Property.ACT_CATEGORY, "A10");
                    EntityId proceeding = writing.create(EntityKind.PROCEEDING);
                    state(writing, proceeding, Property.PROCEEDING_ACT, act.toString());
                    EntityId step = writing.create(EntityKind.STEP);
                    state(writing, step, Property.STEP_PROCEEDING, proceeding.toString());
                    state(writing, step, Property.STEP_STAGE, "complaint");
                    return event;
                })
                .result();
    }

    private Map<String, String> digests() {
        return bench.records.read(
                bench.session,
                jdbc -> jdbc.sql("""
                                select table_name from information_schema.columns
                                where table_schema = 'public' and column_name = 'contested'
                                union select 'citation' union select 'search_entry'
                                """).query((row, number) -> row.getString(1)).list().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                table -> table,
                                table -> jdbc.sql(
                                                "select coalesce(md5(string_agg(to_jsonb(t)::text, ' ' order by to_jsonb(t)::text)), '') from "
                                                        + table + " t")
                                        .query((row, number) -> row.getString(1))
                                        .single())));
    }

    private List<Statement> statements(EntityId subject) {
        return bench.records.read(bench.session, jdbc -> statements(jdbc, subject));
    }

    private static List<Statement> statements(JdbcClient jdbc, EntityId subject) {
        assertThat(Resolutions.resolve(jdbc, subject)).isNotNull();
        return StatementRows.listAbout(jdbc, subject);
    }

    private Map<String, @org.jspecify.annotations.Nullable Object> row(EntityId event) {
        return bench.records.read(
                bench.session,
                jdbc -> jdbc.sql("select title, date, date_earliest, date_latest from event where id = :id")
                        .param("id", event.value())
                        .query()
                        .singleRow());
    }

    private String[] contested(EntityId event) {
        return bench.records.read(
                bench.session,
                jdbc -> jdbc.sql("select contested from event where id = :id")
                        .param("id", event.value())
                        .query((row, number) -> (String[]) row.getArray(1).getArray())
                        .single());
    }

    private long count(String table, EntityId id) {
        return bench.records.read(
                bench.session,
                jdbc -> jdbc.sql("select count(*) from " + table + " where id = :id")
                        .param("id", id.value())
                        .query((row, number) -> row.getLong(1))
                        .single());
    }

    private long total(String table) {
        return bench.records.read(
                bench.session,
                jdbc -> jdbc.sql("select count(*) from " + table)
                        .query((row, number) -> row.getLong(1))
                        .single());
    }
}
