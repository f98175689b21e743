package org.constancia.linkage.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void reviewersWhoDisagreeLeaveThePairUnsure() {
        Labels labels = new Labels(List.of(
                new Label(1, 2, Verdict.SAME, "ana"),
                new Label(2, 1, Verdict.DIFFERENT, "luz"),
                new Label(3, 4, Verdict.SAME, "ana"),
                new Label(3, 4, Verdict.UNSURE, "luz")));
        assertThat(labels.decided()).extracting(Label::verdict).containsExactly(Verdict.UNSURE, Verdict.SAME);
        assertThat(labels.agreement().disputed()).hasSize(1);
    }

    /// Twenty pairs; both say same on 8, both different on 7, they differ on 5: observed .75, by chance .5.
    @Test
    void kappaDiscountsAgreementByChance() {
        List<Label> labels = new java.util.ArrayList<>();
        for (int pair = 0; pair < 20; pair++) {
            Verdict ana = pair < 8 || (pair >= 15 && pair < 17) ? Verdict.SAME : Verdict.DIFFERENT;
            Verdict luz = pair < 8 || pair >= 17 ? Verdict.SAME : Verdict.DIFFERENT;
            labels.add(new Label(pair, 100 + pair, ana, "ana"));
            labels.add(new Label(pair, 100 + pair, luz, "luz"));
        }
        assertThat(new Labels(labels).agreement().kappa()).isCloseTo((0.75 - 0.5) / 0.5, within(1e-9));
    }

    @Test
    void theMostUncertainPairsAndRelativesComeFirstAndNothingTwice() {
        double[] probability = {0.02, 0.5, 0.99, 0.45, 0.3, 0.999, 0.7, 0.6};
        Selection chosen = Selection.choose(
                new Selection.Scores(8, pair -> probability[pair], pair -> probability[pair]),
                pair -> pair == 4,
                Set.of(1),
                4,
                1);
        assertThat(chosen.shown())
                .hasSize(4)
                .doesNotHaveDuplicates()
                .doesNotContain(1)
                .contains(3, 7, 4);
    }

    /// Whatever else is chosen: the pairs drawn from a band are a fair sample of it, and stand for all of it.
    @Test
    void pairsDrawnAtRandomStandForTheirBand() {
        int pairs = 4000;
        int[] drawn = new int[pairs];
        for (int seed = 0; seed < 200; seed++) {
            Selection chosen = Selection.choose(
                    new Selection.Scores(pairs, pair -> pair < 1000 ? 0.05 : 0.999, pair -> pair % 10 == 0 ? 0.5 : 0.9),
                    pair -> false,
                    Set.of(0, 10, 20),
                    400,
                    seed);
            assertThat(chosen.shown()).hasSize(400).doesNotHaveDuplicates().doesNotContain(0, 10, 20);
            double standFor = 0;
            for (Selection.Drawn pair : chosen.drawn()) {
                drawn[pair.pair()]++;
                standFor += pair.band() == 0 ? pair.standsFor() : 0;
            }
            assertThat(standFor).isCloseTo(1000, within(1e-6));
        }
        double uncertain = 0;
        double others = 0;
        for (int pair = 0; pair < 1000; pair++) {
            uncertain += pair % 10 == 0 ? drawn[pair] / 100.0 : 0;
            others += pair % 10 == 0 ? 0 : drawn[pair] / 900.0;
        }
        assertThat(uncertain / others).isCloseTo(1, within(0.15));
    }

    @Test
    void verdictsAreUnderstoodInBothLanguages() {
        assertThat(Verdict.parse(" Misma ")).contains(Verdict.SAME);
        assertThat(Verdict.parse("distinct")).contains(Verdict.DIFFERENT);
        assertThat(Verdict.parse("1.0")).contains(Verdict.SAME);
        assertThat(Verdict.parse("quizás")).isEmpty();
    }
}
