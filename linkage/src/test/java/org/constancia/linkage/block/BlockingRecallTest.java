package org.constancia.linkage.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BlockingRecallTest {
    /// f1 = 10, f2 = 4: missed 10 * 9 / (2 * 5) = 9, so that 91 found of 100.
    @Test
    void isChaosLowerBound() {
        assertThat(new BlockingRecall(91, 0, 10, 4).estimate()).isEqualTo(0.91, within(1e-12));
    }

    @Test
    void pairsThatManyRulesFindLeaveNothingMissed() {
        assertThat(new BlockingRecall(50, 0, 0, 0).estimate()).isEqualTo(1);
        assertThat(new BlockingRecall(0, 0, 0, 0).estimate()).isEqualTo(1);
    }

    @Test
    void whatOnlyRulesLeftOutFindIsMissed() {
        assertThat(new BlockingRecall(80, 11, 10, 4).estimate()).isEqualTo(0.80, within(1e-12));
    }
}
