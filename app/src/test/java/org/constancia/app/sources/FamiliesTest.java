package org.constancia.app.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.constancia.app.review.InboxPages;
import org.constancia.app.review.ReviewDesk;
import org.constancia.app.web.inbox.InboxPage;
import org.constancia.app.web.inbox.InboxQuery;
import org.constancia.app.web.source.SourceFamily;
import org.constancia.app.web.source.SourceFamily.Member;
import org.constancia.app.web.source.SourceFamily.Standing;
import org.constancia.core.place.Gazetteer;
import org.constancia.store.postgres.TestDatabase;
import org.constancia.text.document.ReadingLimits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// One wire story on several sites, from the moment its copies come in.
final class FamiliesTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final String TOLL = "At least 29 people were killed during the protests in the harbour district of"
            + " Marlow, the ombudsman said on Monday.";
    private static final String DISPUTE = "The police dispute the figure and say that they know of twelve deaths, three"
            + " of them of their own officers.";
    private static final String MARCH = "Relatives marched in silence to the court and asked the judge to hear the"
            + " officer who gave the order to fire.";
    private static final String WIRE = "Toll of the harbour protests\n\n" + TOLL + "\n\n" + DISPUTE + "\n\n" + MARCH;
    private static final String OTHER = "Court orders reparations in the valley\n\nA regional court has ordered the"
            + " government to pay reparations to 14 families of the valley.\n\nThe judges found that officials had forged"
            + " the consent of the village councils and burned sixty homes.";

    @TempDir
    Path directory;

    private Reception reception;

    @BeforeEach
    void open() {
        reception = new Reception(DATABASE, directory, ReadingLimits.USUAL);
    }

    @AfterEach
    void close() {
        reception.close();
    }

    @Test
    void theCopiesOfOneStoryAreAFamilyAndWhatEachChangesIsShown() {
        String first = take("first.txt", WIRE);
        take("other.txt", OTHER);
        String copy = take("copy.txt", WIRE.replace("29 people", "31 people"));
        take(
                "longer.txt",
                WIRE + "\n\nThe bishop called for calm and offered to speak with both sides of the dispute.");

        SourceFamily family = family(copy);
        assertThat(family.together()).isEqualTo(3);
        assertThat(family.standing()).isEqualTo(Standing.PROPOSED);
        assertThat(family.name()).startsWith("#1 ");
        assertThat(family.original().map(Member::source))
                .hasValueSatisfying(link -> assertThat(link.href()).endsWith(first));
        Member changed = member(family, copy);
        assertThat(changed.changes())
                .extracting(change -> change.before() + " → " + change.after())
                .containsExactly("29 → 31");
        assertThat(changed.identical()).isEqualTo(changed.paragraphs() - 1);
        assertThat(family.members())
                .anySatisfy(member -> assertThat(member.added()).anyMatch(text -> text.startsWith("The bishop")));
    }

    @Test
    void whatAllCopiesSayIsDecidedOnceAndTheChangedTollByItself() {
        String first = take("first.txt", WIRE);
        int alone = inbox(null).waiting();
        take("copy.txt", WIRE + "\n");
        assertThat(inbox(null).waiting()).isEqualTo(alone);
        assertThat(inbox(first).cards()).isNotEmpty().allMatch(card -> card.copies() == 1);

        String changed = take("changed.txt", WIRE.replace("29 people", "31 people"));
        assertThat(inbox(changed).cards())
                .isNotEmpty()
                .allSatisfy(card -> assertThat(card.title()).contains("31"));
    }

    @Test
    void aSeparatedSourceCountsByItselfAgainAndCanBePutBack() {
        take("first.txt", WIRE);
        int alone = inbox(null).waiting();
        String copy = take("copy.txt", WIRE + "\n");

        reception.pages().separate(copy);
        assertThat(family(copy).standing()).isEqualTo(Standing.SEPARATED);
        assertThat(inbox(null).waiting()).isEqualTo(2 * alone);
        take("third.txt", WIRE + "\n\n");
        assertThat(family(copy).standing()).as("not put back by a machine").isEqualTo(Standing.SEPARATED);

        reception.pages().putBack(copy);
        assertThat(family(copy).together()).isEqualTo(3);
        assertThat(inbox(null).waiting()).isEqualTo(alone);
        assertThat(
                        reception.count(
                                "select count(*) from outbox where kind like 'statement.re%' and content like '%source.family%'"))
                .isEqualTo(2);
    }

    @Test
    void aConfirmedFamilyTakesLaterCopiesInUnderItsName() {
        String first = take("first.txt", WIRE);
        take("copy.txt", WIRE + "\n");
        reception.pages().confirmFamily(first);
        assertThat(family(first).standing()).isEqualTo(Standing.CONFIRMED);
        String later = take("later.txt", WIRE + "\n\n");
        assertThat(family(later).name()).isEqualTo(family(first).name());
        assertThat(family(first).together()).isEqualTo(3);
        assertThat(family(later).standing()).isEqualTo(Standing.PROPOSED);
    }

    @Test
    void familiesDoNotDependOnTheOrderInWhichTextsCameIn() {
        String half = take("half.txt", TOLL + "\n\n" + DISPUTE);
        String other = take("other.txt", OTHER);
        String whole = take("whole.txt", WIRE);
        assertThat(family(half).members()).hasSize(2);
        assertThat(family(whole).name()).isEqualTo(family(half).name());
        assertThat(reception.pages().getSource(other).family()).isNull();
    }

    @Test
    void sourcesReadBeforeTextsWereComparedAreComparedLater() {
        take("first.txt", WIRE);
        assertThat(reception.intake().comparePending()).isZero();
    }

    private String take(String name, String text) {
        return reception.take(text, name).source().toString();
    }

    private SourceFamily family(String source) {
        @Nullable SourceFamily family = reception.pages().getSource(source).family();
        assertThat(family).isNotNull();
        return family;
    }

    private static Member member(SourceFamily family, String source) {
        return family.members().stream()
                .filter(member -> member.source().href().endsWith(source))
                .findFirst()
                .orElseThrow();
    }

    private InboxPage inbox(@Nullable String source) {
        InboxPages pages = new InboxPages(reception.records(), reception.session());
        return new ReviewDesk(reception.records(), reception.session(), reception.intake(), Gazetteer.bundled(), pages)
                .inbox(new InboxQuery(source, null, null, null));
    }
}
