package org.constancia.linkage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    /// The example of E. Amigó and others, "A comparison of extrinsic clustering evaluation metrics" (2009),
    /// worked by hand.
    @Test
    void clustersAreComparedByPairsAndByRecords() {
        ClusterMeasures measures = ClusterMeasures.of(new int[] {1, 1, 1, 2, 2}, new int[] {7, 7, 8, 8, 8});
        assertThat(measures.precision()).isEqualTo(2.0 / 4);
        assertThat(measures.recall()).isEqualTo(2.0 / 4);
        assertThat(measures.bCubedPrecision()).isCloseTo((2.0 / 3 + 2.0 / 3 + 1.0 / 3 + 1 + 1) / 5, within(1e-12));
        assertThat(measures.bCubedRecall()).isCloseTo((1 + 1 + 1.0 / 3 + 2.0 / 3 + 2.0 / 3) / 5, within(1e-12));
    }

    @Test
    void truePairsThatWereNeverProposedCountAsMissed() {
        PairMeasures measures = PairMeasures.of(new double[] {0.9, 0.4}, new double[] {0.6}, 4);
        assertThat(measures.precision()).isEqualTo(0.5);
        assertThat(measures.recall()).isEqualTo(0.25);
        assertThat(measures.expectedOverTrue()).isCloseTo(1.9 / 4, within(1e-12));
        assertThat(measures.bestF1()).isCloseTo(4.0 / 7, within(1e-12));
    }

    @Test
    void aReviewedSampleStandsForAllPairsOfItsStratum() {
        SampleMeasures measures = SampleMeasures.of(List.of(
                new SampleMeasures.Stratum(1000, true, 98, 97), new SampleMeasures.Stratum(1000, false, 98, 9)));
        assertThat(measures.precision().estimate()).isCloseTo(0.98, within(1e-9));
        assertThat(measures.recall().estimate()).isCloseTo(0.98 / 1.08, within(1e-9));
        assertThat(measures.precision().low()).isLessThan(0.98).isGreaterThan(0.94);
        assertThat(measures.precision().high()).isLessThanOrEqualTo(1);
    }
}
