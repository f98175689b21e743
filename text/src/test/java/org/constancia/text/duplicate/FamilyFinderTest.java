package org.constancia.text.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FamilyFinderTest {
    private static final String FIRST =
            "At least 29 people were killed during the protests in the harbour district, the ombudsman said on Monday.";
    private static final String SECOND =
            "The police dispute the figure and say that they know of twelve deaths, three of them of their own officers.";
    private static final String THIRD =
            "Relatives marched in silence to the court and asked the judge to hear the officer who gave the order to fire.";
    private static final String WIRE = FIRST + "\n\n" + SECOND + "\n\n" + THIRD;
    private static final String OTHER =
            "A regional court has ordered the government to pay reparations to the families of the valley.\n\n"
                    + "The judges found that officials had forged the consent of the village councils and burned sixty homes.\n\n"
                    + "The energy ministry said it would study the ruling before deciding whether to appeal against it.";

    @Test
    void oneWireStoryOnThreeSitesIsOneFamily() {
        Map<String, String> texts = texts(Map.of(
                "a",
                WIRE,
                "b",
                FIRST + "\n\n" + SECOND,
                "c",
                WIRE + "\n\nThe bishop called for calm and offered to speak with both sides of the dispute.",
                "d",
                OTHER));
        List<Family<String>> families = families(texts, Map.of());
        assertThat(families).hasSize(1);
        assertThat(families.getFirst().original()).isEqualTo("a");
        assertThat(families.getFirst().copies()).extracting(Family.Copy::key).containsExactly("b", "c");
    }

    @Test
    void theEarliestIsTheOriginalWhenAllDaysAreKnown() {
        Map<String, String> texts = texts(Map.of("a", WIRE, "b", WIRE + "\n\nThe bishop called for calm."));
        Family<String> family = families(texts, Map.of("a", LocalDate.of(2031, 5, 3), "b", LocalDate.of(2031, 5, 2)))
                .getFirst();
        assertThat(family.original()).isEqualTo("b");
        assertThat(family.reason()).isEqualTo(Family.Reason.PUBLISHED_FIRST);
    }

    @Test
    void aChangedTollIsReported() {
        String changed = WIRE.replace("29 people", "31 people").replace("twelve", "fourteen");
        Comparison comparison = TextComparison.compare(WIRE, changed);
        assertThat(comparison.changes())
                .extracting(FigureChange::before, FigureChange::after)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("29", "31"),
                        org.assertj.core.api.Assertions.tuple("twelve", "fourteen"));
        FigureChange first = comparison.changes().getFirst();
        assertThat(changed.substring(first.afterStart(), first.afterEnd())).isEqualTo("31");
        assertThat(comparison.explanation()).isEqualTo("1 of 3 paragraphs identical, 2 figures differ");
    }

    @Test
    void whatACopyAddsIsReported() {
        String added = "The bishop called for calm and offered to speak with both sides of the dispute.";
        Comparison comparison = TextComparison.compare(WIRE, WIRE + "\n\n" + added);
        assertThat(comparison.identical()).isEqualTo(3);
        assertThat(comparison.added()).hasSize(1);
        assertThat(comparison.passages().getFirst().words()).isEqualTo(59);
    }

    @Test
    void anotherStoryWithTheSameStoryAppendedIsNoCopyOfIt() {
        Map<String, String> texts = texts(Map.of(
                "a",
                WIRE,
                "b",
                OTHER + "\n\n" + OTHER.toUpperCase(java.util.Locale.ROOT).replace("THE", "A") + "\n\n" + THIRD));
        assertThat(families(texts, Map.of())).isEmpty();
    }

    @Test
    void aPartialCopyDoesNotJoinTwoFamilies() {
        Map<String, String> texts =
                texts(Map.of("a1", WIRE, "a2", WIRE, "b1", OTHER, "b2", OTHER, "c", FIRST + "\n\n" + OTHER));
        assertThat(families(texts, Map.of()))
                .extracting(family -> family.copies().size() + 1)
                .containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void twoPagesOfOneSiteDoNotJoinTheirStories() {
        String before = "Readers of this paper found these stories worth their time, and so may you today:\n\n";
        String after =
                "\n\nTen walks along the harbour, nine recipes with salted fish, eight songs for a long night, and a"
                        + " letter from the editor about the price of paper.\n\nOur reporters work every day of the year so that"
                        + " you know what happens in your street; for less than a cup of coffee you can help them to go on.";
        Map<String, String> texts = texts(Map.of(
                "a1",
                WIRE,
                "a2",
                WIRE,
                "a3",
                before + WIRE + after,
                "b1",
                OTHER,
                "b2",
                OTHER,
                "b3",
                before + OTHER + after));
        assertThat(families(texts, Map.of()))
                .extracting(family -> family.copies().size() + 1)
                .containsExactly(3, 3);
    }

    @Test
    void aRestoredIndexFindsWhatTheFirstWouldHave() {
        Map<String, String> texts = texts(Map.of("a", WIRE, "b", FIRST + "\n\n" + SECOND));
        FamilyFinder<String> restored = new FamilyFinder<>(key -> texts.getOrDefault(key, ""));
        byte[] stored = Fingerprint.of(WIRE).toBytes();
        restored.restore("a", null, Fingerprint.ofBytes(stored));
        assertThat(restored.add("b", null)).extracting(FamilyFinder.Pair::one).containsExactly("a");
    }

    private static Map<String, String> texts(Map<String, String> texts) {
        return new TreeMap<>(texts);
    }

    private static List<Family<String>> families(Map<String, String> texts, Map<String, LocalDate> days) {
        FamilyFinder<String> finder = new FamilyFinder<>(key -> texts.getOrDefault(key, ""));
        texts.keySet().forEach(key -> finder.add(key, days.get(key)));
        return finder.listFamilies();
    }
}
