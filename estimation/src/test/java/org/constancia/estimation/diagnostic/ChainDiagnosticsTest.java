package org.constancia.estimation.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class ChainDiagnosticsTest {
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(3);

    private double[][] autoregressive(double correlation, double... shifts) {
        double[][] chains = new double[shifts.length][4000];
        for (int c = 0; c < shifts.length; c++) {
            double value = random.nextGaussian();
            for (int i = 0; i < 4000; i++) {
                value = correlation * value + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
                chains[c][i] = value + shifts[c];
            }
        }
        return chains;
    }

    @Test
    void independentDrawsAreAllEffective() {
        ChainDiagnostics diagnostics = new ChainDiagnostics(autoregressive(0, 0, 0, 0, 0));
        assertThat(diagnostics.rHat()).isCloseTo(1, within(.003));
        assertThat(diagnostics.bulkEffectiveSize()).isCloseTo(16_000, within(1500.0));
    }

    /// An autoregression with coefficient r is worth (1 - r) / (1 + r) of its length.
    @Test
    void correlatedDrawsAreWorthLess() {
        ChainDiagnostics diagnostics = new ChainDiagnostics(autoregressive(.8, 0, 0, 0, 0));
        assertThat(diagnostics.bulkEffectiveSize()).isCloseTo(16_000 * .2 / 1.8, within(350.0));
    }

    @Test
    void oneChainElsewhereIsSeen() {
        assertThat(new ChainDiagnostics(autoregressive(0, 0, 0, 0, 3)).rHat()).isGreaterThan(1.3);
    }

    @Test
    void aChainOfAnotherWidthIsSeenByTheFoldedStatistic() {
        double[][] chains = autoregressive(0, 0, 0, 0, 0);
        for (int i = 0; i < chains[3].length; i++) chains[3][i] *= 5;
        assertThat(new ChainDiagnostics(chains).rHat()).isGreaterThan(1.1);
    }

    /// The standard error of the median of normal draws is sqrt(pi / 2 / n).
    @Test
    void theErrorOfAMedianIsThatOfTheTextbook() {
        ChainDiagnostics diagnostics = new ChainDiagnostics(autoregressive(0, 0, 0, 0, 0));
        assertThat(diagnostics.errorOfQuantile(.5)).isCloseTo(Math.sqrt(Math.PI / 2 / 16_000), within(.0025));
    }

    @Test
    void ranksDoNotCareForTheScale() {
        double[][] chains = autoregressive(.5, 0, 0, 0, 0);
        double[][] exponentials = Arrays.stream(chains)
                .map(chain -> Arrays.stream(chain).map(Math::exp).toArray())
                .toArray(double[][]::new);
        assertThat(new ChainDiagnostics(exponentials).bulkEffectiveSize())
                .isCloseTo(new ChainDiagnostics(chains).bulkEffectiveSize(), within(1e-6));
    }

    @Test
    void twoHumpsAreTwoModesAndOneIsOne() {
        double[] one = autoregressive(0, 0)[0];
        double[] two = one.clone();
        for (int i = 0; i < two.length / 3; i++) two[i] += 8;
        assertThat(ModeSearch.of(one)).hasSize(1);
        assertThat(ModeSearch.of(two)).hasSize(2);
        assertThat(ModeSearch.of(two).get(1).share()).isCloseTo(1.0 / 3, within(.03));
        assertThat(ModeSearch.of(two).get(1).location()).isCloseTo(8, within(1.0));
    }

    @Test
    void drawsThatNeverVaryHaveNoEffectiveSize() {
        assertThat(new ChainDiagnostics(new double[4][100]).bulkEffectiveSize()).isNaN();
    }
}
