package org.constancia.linkage.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleChoiceTest {
    /// Pairs of as many records as there are pairs, found by the rules of each row.
    private static CandidateSample pairs(int[][] rulesOfPair) {
        int[] records = new int[rulesOfPair.length];
        Arrays.setAll(records, record -> record);
        List<int[][]> partners = new ArrayList<>();
        for (int rule = 0; rule < 3; rule++) {
            int[][] ofRule = new int[records.length][];
            for (int record = 0; record < records.length; record++) {
                int asked = rule;
                boolean found = Arrays.stream(rulesOfPair[record]).anyMatch(number -> number == asked);
                ofRule[record] = found ? new int[] {records.length + record} : new int[0];
            }
            partners.add(ofRule);
        }
        return CandidateSample.of(new RecordSample(records, 1), partners);
    }

    /// Rule 0 finds two true pairs and four others, rule 1 the same two true ones alone, rule 2 another true one.
    private static final int[][] FOUND = {{0, 1}, {0, 1}, {0}, {0}, {0}, {0}, {2}};

    private static final double[] MATCH = {1, 1, 0, 0, 0, 0, 1};

    @Test
    void theRuleThatFindsMostForItsCostComesFirstAndWhatItMakesSuperfluousIsPassedOver() {
        RuleChoice choice = RuleChoice.best(pairs(FOUND), MATCH, 3, 0, 0.01, 100);
        assertThat(choice.chosen()).containsExactly(1, 2);
        assertThat(choice.newPairs()).containsExactly(2L, 1L);
        assertThat(choice.passedOver()).containsExactly(0);
    }

    @Test
    void aRuleTheBudgetDoesNotReachForIsLeftOutAndTold() {
        RuleChoice choice = RuleChoice.best(pairs(FOUND), MATCH, 3, 0, 0.01, 2);
        assertThat(choice.chosen()).containsExactly(1);
        assertThat(choice.overBudget()).containsExactly(2);
    }

    @Test
    void theCostOfMakingBlocksIsPartOfTheCost() {
        RuleChoice choice = RuleChoice.best(pairs(FOUND), MATCH, 3, 400, 0.015, 100);
        assertThat(choice.chosen()).containsExactly(1);
        assertThat(choice.passedOver()).containsExactly(0, 2);
    }

    @Test
    void inOrderEveryRuleIsFollowedThatTheBudgetReachesFor() {
        assertThat(RuleChoice.inOrder(pairs(FOUND), 3, 100).chosen()).containsExactly(0, 1, 2);
        RuleChoice tight = RuleChoice.inOrder(pairs(FOUND), 3, 6);
        assertThat(tight.chosen()).containsExactly(0, 1);
        assertThat(tight.newPairs()).containsExactly(6L, 0L);
        assertThat(tight.overBudget()).containsExactly(2);
    }
}
