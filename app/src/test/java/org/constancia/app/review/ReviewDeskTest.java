package org.constancia.app.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.constancia.app.sources.Reception;
import org.constancia.app.web.inbox.InboxPage.Card;
import org.constancia.app.web.inbox.InboxPage.Kind;
import org.constancia.app.web.inbox.InboxPage.Label;
import org.constancia.app.web.inbox.InboxPage.State;
import org.constancia.app.web.inbox.InboxQuery;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.place.Gazetteer;
import org.constancia.store.postgres.TestDatabase;
import org.constancia.text.document.ReadingLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Each test decides about the proposals of the sample article, in a collection of its own.
final class ReviewDeskTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    Path directory;

    private Reception reception;
    private ReviewDesk desk;
    private String source;

    @BeforeEach
    void takeTheSampleIn() throws Exception {
        reception = new Reception(DATABASE, directory, ReadingLimits.USUAL);
        desk = new ReviewDesk(
                reception.records(),
                reception.session(),
                reception.intake(),
                Gazetteer.bundled(),
                new InboxPages(reception.records(), reception.session()));
        source =
                reception.take(Reception.sampleArticle(), "sample.txt").source().toString();
    }

    @AfterEach
    void close() {
        reception.close();
    }

    @Test
    void theTollBecomesAnEventInColombiaWithAtLeast29Killed() {
        desk.accept(toll().id(), null, Map.of());

        assertThat(rows("select number || ' ' || bound || ' ' || unit from figure"))
                .containsExactly("29 at_least killed");
        assertThat(rows("select p.code || ' ' || p.precision from event e join place p on p.id = e.place"))
                .containsExactly("CO country");
        assertThat(rows("select count(*)::text from citation")).containsExactly("1");
        assertThat(toll().state()).isEqualTo(State.ACCEPTED);
        assertThat(rows("select count(*)::text from involvement")).containsExactly("0");
    }

    @Test
    void theZeroTolerancePolicyIsPromisedByDuque() {
        desk.accept(promise().id(), null, Map.of());

        assertThat(rows("select p.name from commitment c join person p on p.id = c.by"))
                .singleElement()
                .asString()
                .contains("Duque");
        assertThat(rows("select status from commitment")).containsExactly("declared");
    }

    @Test
    void whoIsOnRecordAlreadyIsNotMadeAgain() {
        desk.accept(promise().id(), null, Map.of());
        long persons = reception.count("select count(*) from person");
        for (Card card : cards(Kind.STATEMENT)) {
            if (card.summary().contains("Duque")) desk.accept(card.id(), null, Map.of());
        }
        assertThat(reception.count("select count(*) from person where name like '%Duque%'"))
                .isEqualTo(1);
        assertThat(persons).isEqualTo(1);
    }

    @Test
    void anUndoneAcceptanceLeavesItsStatementsRejectedAndTheProposalWaiting() {
        desk.accept(toll().id(), null, Map.of());
        long made = reception.count("select count(*) from statement where status = 'accepted' and passage is not null");
        desk.undo(toll().id());

        assertThat(toll().state()).isEqualTo(State.WAITING);
        assertThat(reception.count("select count(*) from statement where status = 'rejected'"))
                .isGreaterThanOrEqualTo(made);
        assertThat(reception.count("select count(*) from figure")).isZero();
        assertThat(reception.count("select count(*) from event")).isZero();

        desk.accept(toll().id(), null, Map.of());
        assertThat(reception.count("select count(*) from figure")).isEqualTo(1);
    }

    @Test
    void aSecondPersonIsToldThatItWasDecidedAndNothingIsWrittenTwice() {
        String card = toll().id();
        desk.accept(card, null, Map.of());
        long changes = reception.count("select count(*) from outbox");

        assertThatThrownBy(() -> desk.accept(card, null, Map.of())).satisfies(ReviewDeskTest::isAlreadyDecided);
        assertThatThrownBy(() -> desk.reject(card, "")).satisfies(ReviewDeskTest::isAlreadyDecided);
        assertThatThrownBy(() -> desk.edit(card, Map.of(Label.NUMBER, "30")))
                .satisfies(ReviewDeskTest::isAlreadyDecided);
        assertThat(reception.count("select count(*) from outbox")).isEqualTo(changes);
    }

    @Test
    void ofTwoWhoAcceptAtTheSameMomentOneSucceeds() throws Exception {
        String card = toll().id();
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<String> accepting = () -> {
            together.await();
            desk.accept(card, null, Map.of());
            return card;
        };
        List<Throwable> refusals = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            for (Future<String> person : people.invokeAll(List.of(accepting, accepting))) {
                try {
                    person.get();
                } catch (ExecutionException refused) {
                    refusals.add(refused.getCause());
                }
            }
        }

        assertThat(refusals).singleElement().satisfies(ReviewDeskTest::isAlreadyDecided);
        assertThat(reception.count("select count(*) from figure")).isEqualTo(1);
        assertThat(reception.count("select count(*) from event")).isEqualTo(1);
    }

    @Test
    void aRejectedProposalKeepsItsReasonAndCanBeTakenBack() {
        desk.reject(toll().id(), "counted elsewhere");
        assertThat(toll().state()).isEqualTo(State.REJECTED);
        assertThat(reception.count("select count(*) from event")).isZero();
        desk.undo(toll().id());
        assertThat(toll().state()).isEqualTo(State.WAITING);
    }

    @Test
    void anEditedNumberIsWhatIsAccepted() {
        desk.edit(toll().id(), Map.of(Label.NUMBER, "31"));
        desk.accept(toll().id(), null, Map.of());
        assertThat(rows("select number::text from figure")).containsExactly("31");
    }

    @Test
    void aSplitProposalIsReplacedByItsParts() {
        Card whole = toll();
        int before = cards(Kind.FIGURE).size();
        desk.split(whole.id(), whole.start() + 8);

        assertThat(cards(Kind.FIGURE)).hasSize(before + 1);
        assertThat(cards(Kind.FIGURE)).extracting(Card::id).doesNotContain(whole.id());
        assertThatThrownBy(() -> desk.split(cards(Kind.FIGURE).getFirst().id(), -1))
                .isInstanceOfSatisfying(
                        ConstanciaException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.BAD_INPUT));
    }

    @Test
    void thePublicationDateReadsTheRelativeDatesOfWhatStillWaits() {
        Card rejected = toll();
        assertThat(rejected.needsPublicationDate()).isTrue();
        desk.reject(rejected.id(), "");
        Card waiting = first(Kind.EVENT, Card::needsPublicationDate);
        String decided = content(rejected);

        desk.setPublished(source, "2021-10-21");

        assertThat(content(waiting)).contains("2021");
        assertThat(content(rejected)).isEqualTo(decided);
        assertThat(cards(Kind.EVENT)).noneMatch(Card::needsPublicationDate);
    }

    @Test
    void anUnknownProposalIsNotFound() {
        assertThatThrownBy(() -> desk.reject("no-such-card", ""))
                .isInstanceOfSatisfying(
                        ConstanciaException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.RECORD_NOT_FOUND));
    }

    private static void isAlreadyDecided(Throwable refused) {
        assertThat(((ConstanciaException) refused).problem()).isEqualTo(Problem.ALREADY_DECIDED);
    }

    private Card toll() {
        return first(Kind.FIGURE, card -> card.title().contains("29"));
    }

    private Card promise() {
        return cards(Kind.COMMITMENT).getFirst();
    }

    private Card first(Kind kind, Predicate<Card> wanted) {
        return cards(kind).stream().filter(wanted).findFirst().orElseThrow();
    }

    private List<Card> cards(Kind kind) {
        return desk.inbox(new InboxQuery(source, kind, null, null)).cards();
    }

    private String content(Card card) {
        return rows("select content::text from candidate where id = '" + card.id() + "'")
                .getFirst();
    }

    private List<String> rows(String question) {
        return reception.ask(jdbc ->
                jdbc.sql(question).query((row, number) -> row.getString(1)).list());
    }
}
