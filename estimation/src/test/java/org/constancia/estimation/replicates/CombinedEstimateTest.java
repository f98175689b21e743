package org.constancia.estimation.replicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class CombinedEstimateTest {
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(6);

    private List<Replicate> replicates(int m, double between) {
        List<Replicate> replicates = new ArrayList<>();
        for (int i = 0; i < m; i++) {
            double centre = Math.log(1000) + between * random.nextGaussian();
            double[] draws = new double[2000];
            for (int d = 0; d < draws.length; d++) draws[d] = Math.exp(centre + .1 * random.nextGaussian());
            replicates.add(new Replicate(500, draws));
        }
        return replicates;
    }

    /// Rubin (1987): (m-1) (1 + W / ((1 + 1/m) B))^2.
    @Test
    void rubinsDegreesOfFreedom() {
        assertThat(CombinedEstimate.degreesOfFreedom(5, 2, 1, CombinationRule.RUBIN_1987))
                .isCloseTo(4 * Math.pow(1 + 2 / 1.2, 2), within(1e-12));
        assertThat(CombinedEstimate.degreesOfFreedom(5, 2, 1, CombinationRule.VERDATA_COMPATIBLE))
                .isCloseTo(4 * Math.pow(1 + 2 / 6.0, 2), within(1e-12));
    }

    @Test
    void replicatesThatAgreeHaveNoVarianceBetween() {
        Replicate one = replicates(1, 0).get(0);
        CombinedEstimate combined = CombinedEstimate.of(List.of(one, one, one), CombinationRule.RUBIN_1987);
        assertThat(combined.shareBetween()).isZero();
        assertThat(combined.degreesOfFreedom()).isInfinite();
        assertThat(combined.lower()).isCloseTo(500 + 1000 * Math.exp(-.196), within(15.0));
    }

    @Test
    void disagreementBetweenReplicatesWidensTheInterval() {
        CombinedEstimate close = CombinedEstimate.of(replicates(12, .01), CombinationRule.RUBIN_1987);
        CombinedEstimate far = CombinedEstimate.of(replicates(12, .3), CombinationRule.RUBIN_1987);
        assertThat(far.upper() - far.lower()).isGreaterThan(2 * (close.upper() - close.lower()));
        assertThat(far.shareBetween()).isGreaterThan(.7);
    }

    @Test
    void theVerdataRuleIsWider() {
        List<Replicate> twelve = replicates(12, .3);
        CombinedEstimate rubin = CombinedEstimate.of(twelve, CombinationRule.RUBIN_1987);
        CombinedEstimate verdata = CombinedEstimate.of(twelve, CombinationRule.VERDATA_COMPATIBLE);
        assertThat(verdata.upper()).isGreaterThan(rubin.upper());
    }

    @Test
    void nobodyUnseenIsATenthOfAPerson() {
        Replicate none = new Replicate(50, new double[] {0, 0, 0});
        CombinedEstimate combined = CombinedEstimate.of(List.of(none, none), CombinationRule.RUBIN_1987);
        assertThat(combined.lower()).isCloseTo(50.1, within(1e-9));
        assertThat(combined.mean()).isEqualTo(50);
    }
}
