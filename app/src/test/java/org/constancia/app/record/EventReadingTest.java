package org.constancia.app.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.constancia.app.record.InventedRecord.Quoted;
import org.constancia.app.web.accountability.Track;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.page.SourceLine;
import org.constancia.app.web.page.Value;
import org.constancia.app.web.record.EventPage;
import org.constancia.app.web.record.EventPage.ActRow;
import org.constancia.app.web.record.EventPage.Counts;
import org.constancia.app.web.record.EventPage.FigureGroup;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.Basis;
import org.constancia.core.record.CodeList.FigureUnit;
import org.constancia.core.record.CodeList.PlacePrecision;
import org.constancia.core.record.CodeList.Stage;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.store.postgres.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// One invented event: a protest in Soacha, of which three sources speak, two of them with one text.
final class EventReadingTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static InventedRecord record;
    private static EntityId event;
    private static EntityId victim;
    private static EventPage page;

    @BeforeAll
    static void write() {
        record = new InventedRecord(database);
        record.write(writing -> {
            Quoted red = record.source(writing, "Red Médica", "2021-05-11", null, "Llegaron 29 muertos o más.");
            Quoted agencia = record.source(writing, "Agencia Uno", "2021-05-06", "cable 7", "Hay 20 muertos.");
            Quoted radio = record.source(writing, "Radio La Ceiba", "2021-05-06", "cable 7", "Ningún arma hubo.");
            EntityId soacha = record.place(writing, "Soacha", "25754", "municipality");
            EntityId strike = record.event(writing, "Paro nacional", "2021", null);
            event = record.event(writing, "Represión de la protesta, Soacha", "2021-05", soacha);
            record.state(writing, event, Property.EVENT_PART_OF, strike.toString());
            record.quote(writing, event, Property.EVENT_DATE, "2021-05-03", red);
            record.quote(writing, event, Property.EVENT_DATE, "2021-06-03", radio);
            victim = record.person(writing, "Yesid Cantor");
            EntityId second = record.person(writing, "Marisol Tovar");
            EntityId riotPolice = record.group(writing, "Unidad antidisturbios", "7");
            EntityId ministry = record.group(writing, "Ministerio de Defensa", "39");
            EntityId killing = record.act(writing, event, victim, "A10", riotPolice, red);
            record.quote(writing, killing, Property.ACT_CATEGORY, "D701", agencia);
            record.act(writing, event, second, "A14", riotPolice, red);
            record.act(writing, event, second, "A13", null, red);
            record.figure(writing, event, "killed", 29, "at_least", red);
            record.figure(writing, event, "killed", 20, "exact", agencia);
            record.declaration(writing, event, ministry, "Ningún arma hubo.", radio);
            record.declaration(writing, event, second, "Disparaban desde la fila.", red);
            EntityId proceeding = record.proceeding(writing, killing, riotPolice, red);
            record.step(writing, proceeding, "complaint", "2021-05-12", red);
            record.step(writing, proceeding, "inquiry", "2021-11-26", red);
            return event;
        });
        page = record.pages().getEvent(event.value().toString());
    }

    @Test
    void theTitleIsAValueWithItsStatement() {
        assertThat(page.title().text()).isEqualTo("Represión de la protesta, Soacha");
        assertThat(page.title().said()).singleElement().satisfies(said -> {
            assertThat(said.quote()).isEqualTo("invented for a test");
            assertThat(said.recordedBy()).isEqualTo("ana");
        });
        assertThat(page.reference()).startsWith("E-");
        assertThat(page.context()).extracting(Link::text).isEqualTo("Paro nacional");
    }

    @Test
    void threeDatesOfWhichOneCannotBeMeantAreAContradiction() {
        Value when = page.whenValue();

        assertThat(when).isNotNull();
        assertThat(when.text()).isEqualTo("2021-05-03");
        assertThat(when.contested()).isTrue();
        assertThat(when.said()).hasSize(3);
        assertThat(when.said().getFirst().preferred()).isTrue();
        assertThat(when.conflictHref()).isEqualTo("/conflicts/" + event.value() + "/event.date");
        assertThat(page.contradictions()).isEqualTo(1);
    }

    @Test
    void thePlaceIsShownWithWhatContainsItAndItsPrecision() {
        assertThat(page.place()).isNotNull();
        assertThat(page.place().path()).isEqualTo("Soacha, Cundinamarca, Colombia");
        assertThat(page.place().precision()).isEqualTo(PlacePrecision.MUNICIPALITY);
        assertThat(page.place().divipola()).isEqualTo("25754");
        assertThat(page.placeValue()).extracting(Value::text).isEqualTo("Soacha");
    }

    @Test
    void anActSaysByWhomWhatToWhomAndWhoSaysSo() {
        ActRow killing = page.acts().getFirst();

        assertThat(killing.by()).singleElement().satisfies(by -> {
            assertThat(by.name()).isEqualTo("Unidad antidisturbios");
            assertThat(by.href()).startsWith("/groups/");
            assertThat(by.value()).extracting(Value::basis).isEqualTo(Basis.ALLEGED);
        });
        assertThat(killing.code()).isEqualTo("A10 · D701");
        assertThat(killing.category())
                .isEqualTo("EJECUCIÓN EXTRAJUDICIAL · HOMICIDIO INTENCIONAL DE PERSONA PROTEGIDA");
        assertThat(killing.to().name()).isEqualTo("Yesid Cantor");
        assertThat(killing.to().href()).isEqualTo("/persons/" + victim.value());
        assertThat(killing.did().said().getFirst().quote()).isEqualTo("Llegaron 29 muertos o más.");
        assertThat(page.acts().getLast().by()).isEmpty();
    }

    @Test
    void theKillingCodedTwiceIsCountedOnce() {
        assertThat(page.counts()).isEqualTo(new Counts(2, 0, 3, 3));
        assertThat(page.actTotal()).isEqualTo(3);
    }

    @Test
    void figuresOfOneUnitStandSideBySideWithThoseIdentified() {
        FigureGroup killed = page.figures().getFirst();

        assertThat(page.figures()).hasSize(1);
        assertThat(killed.unit()).isEqualTo(FigureUnit.KILLED);
        assertThat(killed.disagree()).isTrue();
        assertThat(killed.onRecord()).isEqualTo(1);
        assertThat(killed.rows())
                .extracting(row -> row.source() + " " + row.number())
                .containsExactly("Red Médica 29", "Agencia Uno 20");
    }

    @Test
    void whatThoseAccusedSayIsTheOtherVersion() {
        assertThat(page.otherVersions()).singleElement().satisfies(version -> {
            assertThat(version.by()).isEqualTo("Ministerio de Defensa");
            assertThat(version.quote()).isEqualTo("Ningún arma hubo.");
            assertThat(version.language()).isEqualTo("es");
        });
        assertThat(page.statements())
                .singleElement()
                .satisfies(said -> assertThat(said.who().text()).isEqualTo("Marisol Tovar"));
    }

    @Test
    void sourcesOfOneFamilyAreOneIndependentSource() {
        assertThat(page.sources()).hasSize(3);
        assertThat(page.independentSources()).isEqualTo(2);
        assertThat(page.sources()).extracting(SourceLine::note).containsExactly("", "cable 7", "cable 7");
    }

    @Test
    void theTrackSaysHowFarItWentAndSinceWhenNothingMoved() {
        Track track = page.tracks().getFirst();

        assertThat(track.accused()).isEqualTo("Unidad antidisturbios");
        assertThat(track.daysSince()).isEqualTo(1205);
        assertThat(track.stations())
                .extracting(Track.Station::stage)
                .containsExactly(
                        Stage.COMPLAINT, Stage.INQUIRY, Stage.CHARGE, Stage.TRIAL, Stage.VERDICT, Stage.SENTENCE);
        assertThat(track.stations())
                .extracting(Track.Station::state)
                .startsWith(Track.State.DONE, Track.State.OPEN, Track.State.NOT_REACHED);
        assertThat(page.tracks()).hasSize(3);
        assertThat(page.actsWithoutProceeding()).isEqualTo(2);
    }

    @Test
    void theHistoryNamesWhatChangedTheNewestFirst() {
        assertThat(page.history()).hasSize(5);
        assertThat(page.history().getFirst().kind()).isEqualTo("statement.accepted");
        assertThat(page.history().getFirst().property()).isEqualTo(Property.STEP_DATE);
        assertThat(page.history().getFirst().after()).isEqualTo("2021-11-26");
        assertThat(page.changeTotal()).isGreaterThan(40);
    }

    @Test
    void theWholeIsRelatedToItsPart() {
        assertThat(page.related()).extracting(Link::text).containsExactly("Paro nacional");
    }

    @Test
    void theListShowsTheEventWithItsContradictionsAndSources() {
        assertThat(record.pages().listEvents(1).rows())
                .filteredOn(row -> row.link().href().endsWith(event.value().toString()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.place()).isEqualTo("Soacha, Cundinamarca, Colombia");
                    assertThat(row.contradictions()).isEqualTo(1);
                    assertThat(row.sources()).isEqualTo(3);
                    assertThat(row.detail()).contains("Yesid Cantor");
                });
    }

    @Test
    void aPersonPageShowsWhatWasDoneToThemAndByWhom() {
        var person = record.pages().getPerson(victim.value().toString());

        assertThat(person.name()).isEqualTo("Yesid Cantor");
        assertThat(person.suffered()).singleElement().satisfies(part -> {
            assertThat(part.code()).isEqualTo("A10 · D701");
            assertThat(part.other()).isEqualTo("Unidad antidisturbios");
        });
        assertThat(person.tracks())
                .singleElement()
                .satisfies(track -> assertThat(track.hasProceeding()).isTrue());
        assertThat(person.sources()).extracting(SourceLine::outlet).contains("Red Médica");
    }

    @Test
    void aGroupPageShowsWhatItIsAccusedOf() {
        String href = String.valueOf(page.acts().getFirst().by().getFirst().href());
        var group = record.pages().getGroup(href.substring(href.lastIndexOf('/') + 1));

        assertThat(group.accusedOf()).extracting(part -> part.other()).containsExactly("Yesid Cantor", "Marisol Tovar");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> record.pages().getEvent(UUID.randomUUID().toString()))
                .isInstanceOfSatisfying(
                        ConstanciaException.class,
                        failure -> assertThat(failure.problem()).isEqualTo(Problem.RECORD_NOT_FOUND));
        assertThatThrownBy(() -> record.pages().getPerson(event.value().toString()))
                .isInstanceOf(ConstanciaException.class);
        assertThatThrownBy(() -> record.pages().getEvent("not an identifier")).isInstanceOf(ConstanciaException.class);
        assertThat(event.kind()).isEqualTo(EntityKind.EVENT);
    }
}
