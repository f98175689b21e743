package org.constancia.app.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.constancia.app.record.InventedRecord;
import org.constancia.app.record.InventedRecord.Quoted;
import org.constancia.app.web.home.HomePage;
import org.constancia.core.record.CodeList.Stage;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.Property;
import org.constancia.store.postgres.TestDatabase;
import org.constancia.store.record.CandidateDoor.Proposal;
import org.constancia.store.record.SourceDoor.Preserved;
import org.constancia.store.record.SourceDoor.ReadingOutcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class OverviewTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static Overview overview;
    private static HomePage home;

    @BeforeAll
    static void write() {
        InventedRecord record = new InventedRecord(database);
        overview = new Overview(record.records(), record.session(), InventedRecord.CLOCK);
        record.write(writing -> {
            Quoted source = record.source(writing, "Red Médica", "2021-05-11", null, "Llegaron 29 muertos o más.");
            writing.candidates()
                    .propose(
                            source.source(),
                            1,
                            List.of(new Proposal("figure", 9, 19, "29 muertos", "{}", List.of(), 0.9)));
            var blank = writing.sources().preserve(new Preserved("f".repeat(64), "f".repeat(128), 0, null));
            writing.sources()
                    .read(
                            blank,
                            new ReadingOutcome(
                                    null, null, null, null, null, null, "[]", "[]", "NO_TEXT", "nothing to read"));
            EntityId event = record.event(writing, "Represión de la protesta", "2021-05", null);
            record.quote(writing, event, Property.EVENT_DATE, "2022-05", source);
            record.state(writing, event, Property.EVENT_RELEASE, "public");
            EntityId victim = record.person(writing, "Yesid Cantor");
            EntityId police = record.group(writing, "Unidad antidisturbios", "7");
            EntityId stalled = record.act(writing, event, victim, "A10", police, source);
            EntityId stalledProceeding = record.proceeding(writing, stalled, police, source);
            record.step(writing, stalledProceeding, "inquiry", "2021-11-26", source);
            EntityId moving = record.act(writing, event, victim, "A13", police, source);
            EntityId movingProceeding = record.proceeding(writing, moving, police, source);
            record.step(writing, movingProceeding, "trial", "2025-02-01", source);
            EntityId over = record.act(writing, event, victim, "A14", police, source);
            EntityId closedProceeding = record.proceeding(writing, over, police, source);
            record.step(writing, closedProceeding, "archived", "2022-02-01", source);
            return event;
        });
        home = overview.today();
    }

    @Test
    void whatWaitsIsCounted() {
        assertThat(overview.waiting()).isEqualTo(1);
        assertThat(home.proposals()).isEqualTo(1);
        assertThat(home.proposalSources()).isEqualTo(1);
        assertThat(home.oldestProposal()).isEqualTo(InventedRecord.CLOCK.instant());
    }

    @Test
    void aContradictionOnAPublicPageIsToldApart() {
        assertThat(home.contradictions()).isEqualTo(1);
        assertThat(home.publicContradictions()).isEqualTo(1);
        assertThat(home.exampleContradiction()).isNotNull();
        assertThat(home.exampleContradiction().href()).endsWith("/event.date");
    }

    @Test
    void aSourceThatCouldNotBeReadIsShownWithItsObstacle() {
        assertThat(home.notUnderstood())
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo("NO_TEXT"));
    }

    @Test
    void onlyWhatStandsStillAndIsNotOverIsStalled() {
        assertThat(home.stalledTotal()).isEqualTo(1);
        assertThat(home.stalled()).singleElement().satisfies(stalled -> {
            assertThat(stalled.act().text()).isEqualTo("Yesid Cantor");
            assertThat(stalled.accused()).isEqualTo("Unidad antidisturbios");
            assertThat(stalled.lastStage()).isEqualTo(Stage.INQUIRY);
            assertThat(stalled.days()).isEqualTo(1205);
        });
    }

    @Test
    void theTotalsAreThoseOfTheCollection() {
        assertThat(home.totals()).isEqualTo(new HomePage.Totals(2, 1, 1));
        assertThat(home.log().entries()).isZero();
        assertThat(home.log().pending()).isPositive();
        assertThat(home.recent()).extracting(recent -> recent.link().text()).contains("Represión de la protesta");
    }
}
