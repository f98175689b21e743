package org.constancia.estimation.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.constancia.estimation.PublishedTables;
import org.junit.jupiter.api.Test;

class BoundsTest {
    /// Chao et al. 2001 report 1,313 for the model with all pairwise interactions.
    @Test
    void withoutHighestInteractionHepatitisHasThePublishedTotal() {
        assertThat(NoHighestOrderInteraction.of(PublishedTables.hepatitis(), 1).orElseThrow())
                .isCloseTo(1313, within(.5));
    }

    @Test
    void theSensitivityParameterScalesTheUnseen() {
        double absent =
                NoHighestOrderInteraction.of(PublishedTables.hepatitis(), 1).orElseThrow() - 271;
        assertThat(NoHighestOrderInteraction.of(PublishedTables.hepatitis(), 2).orElseThrow() - 271)
                .isCloseTo(2 * absent, within(1e-9));
    }

    @Test
    void anEmptyCellLeavesNoClosedForm() {
        assertThat(NoHighestOrderInteraction.of(PublishedTables.separateThirdList(), 1))
                .isEmpty();
    }

    @Test
    void chaosBoundUsesWhoIsOnOneAndOnTwoLists() {
        // f1 = 69 + 55 + 63, f2 = 21 + 17 + 18.
        assertThat(ChaoLowerBound.of(PublishedTables.hepatitis()))
                .isCloseTo(271 + 2.0 / 3 * 187 * 186 / (2 * 57), within(1e-9));
    }
}
