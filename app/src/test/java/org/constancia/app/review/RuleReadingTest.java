package org.constancia.app.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.constancia.app.sources.Reception;
import org.constancia.app.web.inbox.InboxPage;
import org.constancia.app.web.inbox.InboxPage.Card;
import org.constancia.app.web.inbox.InboxPage.Kind;
import org.constancia.app.web.inbox.InboxPage.State;
import org.constancia.app.web.inbox.InboxQuery;
import org.constancia.app.web.rule.RulesPage;
import org.constancia.core.place.Gazetteer;
import org.constancia.store.postgres.TestDatabase;
import org.constancia.text.document.ReadingLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What reviewers decide about the sample article, counted by rule.
final class RuleReadingTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    Path directory;

    private Reception reception;
    private ReviewDesk desk;
    private RuleReading rules;

    @BeforeEach
    void takeTheSampleIn() throws Exception {
        reception = new Reception(DATABASE, directory, ReadingLimits.USUAL);
        desk = new ReviewDesk(
                reception.records(),
                reception.session(),
                reception.intake(),
                Gazetteer.bundled(),
                new InboxPages(reception.records(), reception.session()));
        rules = new RuleReading(reception.records(), reception.session());
        reception.take(Reception.sampleArticle(), "sample.txt");
    }

    @AfterEach
    void close() {
        reception.close();
    }

    @Test
    void beforeAnyDecisionEveryProposalWaits() {
        RulesPage page = rules.rules(null, null);
        assertThat(page.rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.waiting()).isEqualTo(rule.proposed());
            assertThat(rule.decided()).isZero();
        });
        assertThat(page.scores()).isEmpty();
    }

    @Test
    void acceptedCorrectedAndRejectedAreCountedApart() {
        desk.accept(card(Kind.FIGURE, 0).id(), null, Map.of());
        Card toCorrect = card(Kind.COMMITMENT, 0);
        desk.edit(toCorrect.id(), Map.of(InboxPage.Label.DUE, "2022"));
        desk.accept(toCorrect.id(), null, Map.of());
        desk.reject(card(Kind.STATEMENT, 0).id(), "not of our concern");

        RulesPage figures = rules.rules(null, Kind.FIGURE);
        assertThat(figures.rules())
                .anySatisfy(rule -> assertThat(rule.accepted()).isEqualTo(1));
        assertThat(figures.rules())
                .allSatisfy(rule -> assertThat(rule.edited() + rule.rejected()).isZero());
        assertThat(rules.rules(null, Kind.COMMITMENT).rules())
                .anySatisfy(rule -> assertThat(rule.edited()).isEqualTo(1));
        assertThat(rules.rules(null, Kind.STATEMENT).rules().getFirst().rejected())
                .isEqualTo(1);
        assertThat(rules.rules(null, null).decided()).isEqualTo(3);
        assertThat(rules.rules("es", null).rules()).isEmpty();
    }

    @Test
    void aRuleWhoseProposalsAreRejectedStandsFirstAndItsExamplesSayWhy() {
        desk.accept(card(Kind.FIGURE, 0).id(), null, Map.of());
        desk.reject(card(Kind.STATEMENT, 0).id(), "the source does not say that");
        String weakest = rules.rules(null, null).rules().getFirst().id();
        var examples = rules.examples(weakest, null, null).examples();
        assertThat(examples.getFirst().state()).isEqualTo(State.REJECTED);
        assertThat(examples.getFirst().reason()).isEqualTo("the source does not say that");
    }

    @Test
    void anUndoneDecisionCountsNoLonger() {
        Card figure = card(Kind.FIGURE, 0);
        desk.accept(figure.id(), null, Map.of());
        desk.undo(figure.id());
        assertThat(rules.rules(null, null).decided()).isZero();
    }

    private Card card(Kind kind, int index) {
        return desk.inbox(new InboxQuery(null, kind, null, null)).cards().get(index);
    }
}
