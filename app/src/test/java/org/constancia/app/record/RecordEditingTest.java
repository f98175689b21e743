package org.constancia.app.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.constancia.app.record.InventedRecord.Quoted;
import org.constancia.app.web.page.Said;
import org.constancia.app.web.record.ActGridPage;
import org.constancia.app.web.record.ActGridPage.Row;
import org.constancia.app.web.record.ConflictPage;
import org.constancia.app.web.record.EventPage;
import org.constancia.app.web.record.EventPage.ActRow;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.record.Basis;
import org.constancia.core.record.CodeList.Sex;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.Property;
import org.constancia.store.postgres.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RecordEditingTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private InventedRecord record;
    private String event;
    private String passage;

    @BeforeEach
    void write() {
        record = new InventedRecord(database);
        EntityId written = record.write(writing -> {
            Quoted source = record.source(writing, "Red Médica", "2021-05-11", null, "Eran tres jóvenes.");
            passage = source.passage().toString();
            EntityId id = record.event(writing, "Detenciones en la estación 4", "2021-05-03", null);
            record.quote(writing, id, Property.EVENT_SUMMARY, "Eran tres jóvenes.", source);
            record.quote(writing, id, Property.EVENT_TITLE, "Capturas en la estación", source);
            return id;
        });
        event = written.value().toString();
    }

    private EventPage page() {
        return record.pages().getEvent(event);
    }

    @Test
    void preferringAStatementDecidesTheContradiction() {
        ConflictPage before = record.pages().getConflict(event, Property.EVENT_TITLE);
        Said second = before.said().get(1);

        record.desk().resolve(event, Property.EVENT_TITLE, second.statementId(), "the source's own words");

        assertThat(page().title().text()).isEqualTo("Capturas en la estación");
        assertThat(page().contradictions()).isZero();
        ConflictPage after = record.pages().getConflict(event, Property.EVENT_TITLE);
        assertThat(after.said()).hasSize(2);
        assertThat(after.said().getFirst().statementId()).isEqualTo(second.statementId());
        assertThat(after.decision()).isNotNull();
        assertThat(after.decision().reason()).isEqualTo("the source's own words");
        assertThat(after.earlier().getFirst().kind()).isEqualTo("resolution.made");
    }

    @Test
    void keepingAllDecidesTooAndDropsNothing() {
        assertThat(record.pages().listConflicts(1).total()).isEqualTo(1);

        record.desk().resolve(event, Property.EVENT_TITLE, null, "both may be right");

        assertThat(page().title().contested()).isFalse();
        assertThat(page().title().said()).hasSize(2);
        assertThat(page().title().decision()).isNotNull();
        assertThat(page().title().conflictHref()).isNotNull();
        assertThat(record.pages().listConflicts(1).total()).isZero();
    }

    @Test
    void aDecisionNeedsItsReason() {
        assertThatThrownBy(() -> record.desk().resolve(event, Property.EVENT_TITLE, null, " "))
                .isInstanceOf(ConstanciaException.class);
    }

    @Test
    void aStatementAboutSomethingElseCannotBePreferred() {
        String summary = page().title().said().getFirst().statementId();

        assertThatThrownBy(() -> record.desk().resolve(event, Property.EVENT_DATE, summary, "no"))
                .isInstanceOf(ConstanciaException.class);
        assertThatThrownBy(() -> record.desk()
                        .resolve(event, Property.EVENT_TITLE, UUID.randomUUID().toString(), "no"))
                .isInstanceOf(ConstanciaException.class);
    }

    @Test
    void theListOfContradictionsShowsTheRivalValues() {
        assertThat(record.pages().listConflicts(1).rows()).singleElement().satisfies(row -> {
            assertThat(row.link().href()).isEqualTo("/conflicts/" + event + "/event.title");
            assertThat(row.detail()).isEqualTo("Detenciones en la estación 4 · Capturas en la estación");
        });
    }

    @Test
    void everyTickTimesEveryAllegedPerpetratorIsOneAct() {
        int written = record.desk()
                .writeActs(
                        event,
                        passage,
                        Basis.ALLEGED,
                        List.of("responsible:7", "responsible:9"),
                        List.of(
                                row(null, "Marisol", "Tovar", "31", "A14", "A12"),
                                row(null, "N.N.", "", "", "A14"),
                                row(null, "Óscar", "Prieto", "")));

        assertThat(written).isEqualTo(6);
        EventPage page = page();
        assertThat(page.counts()).isEqualTo(new EventPage.Counts(2, 0, 3, 6));
        assertThat(page.acts()).extracting(ActRow::code).containsExactly("A14", "A12", "A14");
        assertThat(page.acts().getFirst().by())
                .extracting(EventPage.Party::name)
                .hasSize(2);
        assertThat(page.acts().getLast().to().name()).isNull();
        assertThat(page.acts().getFirst().did().said().getFirst().quote()).isEqualTo("Eran tres jóvenes.");
    }

    @Test
    void anAgeBecomesTheDaysBetweenWhichTheVictimWasBorn() {
        record.desk()
                .writeActs(event, passage, Basis.ALLEGED, List.of(), List.of(row(null, "Luz", "Mora", "22", "A14")));

        String href = String.valueOf(page().acts().getFirst().to().href());
        var person = record.pages().getPerson(href.substring(href.lastIndexOf('/') + 1));
        assertThat(person.properties())
                .filteredOn(value -> value.property() == Property.PERSON_BIRTH)
                .singleElement()
                .satisfies(birth -> {
                    assertThat(birth.text()).isEqualTo("1998-05-04/1999-05-03");
                    assertThat(birth.basis()).isEqualTo(Basis.INFERRED);
                });
    }

    @Test
    void anAgeThatIsNoNumberIsRefusedAndNothingIsWritten() {
        assertThatThrownBy(() -> record.desk()
                        .writeActs(
                                event,
                                passage,
                                Basis.ALLEGED,
                                List.of(),
                                List.of(row(null, "Luz", "Mora", "young", "A14"))))
                .isInstanceOf(ConstanciaException.class);

        assertThat(page().actTotal()).isZero();
    }

    @Test
    void whatIsOnRecordIsNotWrittenTwice() {
        record.desk()
                .writeActs(
                        event,
                        passage,
                        Basis.ALLEGED,
                        List.of("responsible:7"),
                        List.of(row(null, "Marisol", "Tovar", "", "A14")));
        ActGridPage grid = record.pages().getActGrid(event, passage);
        String marisol = String.valueOf(grid.rows().getFirst().personId());

        int written = record.desk()
                .writeActs(
                        event,
                        passage,
                        Basis.OBSERVED,
                        List.of("responsible:7", "responsible:9"),
                        List.of(row(marisol, "Marisol", "Tovar", "", "A14")));

        assertThat(written).isEqualTo(1);
        assertThat(page().actTotal()).isEqualTo(1);
        assertThat(page().counts().acts()).isEqualTo(2);
        assertThat(page().acts().getFirst().did().said()).hasSize(2);
    }

    @Test
    void theGridOffersTheVictimsCategoriesPassagesAndPartiesOfTheEvent() {
        record.desk()
                .writeActs(
                        event,
                        passage,
                        Basis.ALLEGED,
                        List.of("responsible:9"),
                        List.of(row(null, "Marisol", "Tovar", "", "A14")));

        ActGridPage grid = record.pages().getActGrid(event, passage);

        assertThat(grid.rows()).extracting(Row::name).containsExactly("Marisol Tovar");
        assertThat(grid.acts()).isZero();
        assertThat(grid.categories()).extracting(ActGridPage.Category::code).containsExactly("A14");
        assertThat(grid.offered())
                .extracting(ActGridPage.Category::code)
                .contains("D701")
                .doesNotContain("D79", "C62");
        assertThat(grid.passage()).isEqualTo(passage);
        assertThat(grid.passages())
                .singleElement()
                .satisfies(choice -> assertThat(choice.label()).isEqualTo("Red Médica: “Eran tres jóvenes.”"));
        assertThat(grid.perpetrators()).extracting(ActGridPage.Perpetrator::id).startsWith("responsible:9");
    }

    @Test
    void aReleaseIsDecidedByHandAndTakenBack() {
        record.desk().setPublic(event, true);
        assertThat(page().isPublic()).isTrue();

        record.desk().setPublic(event, false);
        assertThat(page().isPublic()).isFalse();
        assertThat(record.pages().getHistory(event, 1).changes().getFirst().kind())
                .isEqualTo("statement.superseded");
        assertThat(record.pages().getHistory(event, 1).changes().getFirst().before())
                .isEqualTo("public");
    }

    private static Row row(@Nullable String person, String given, String surnames, String age, String... ticked) {
        return new Row(person, given, surnames, age, Sex.UNKNOWN, List.of(ticked), List.of(), false);
    }
}
