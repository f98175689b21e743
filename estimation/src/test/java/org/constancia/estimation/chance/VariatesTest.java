package org.constancia.estimation.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariatesTest {
    private static final int DRAWS = 200_000;
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(11);

    @ParameterizedTest
    @CsvSource({
        "20,.1",
        "5,.5",
        "1,.3",
        "63,.5",
        "64,.03",
        "64,.9",
        "65,.1",
        "150,.05",
        "160,.97",
        "1000,.3",
        "300,.95",
        "100000,.00005",
        "40,.25",
        "2000,.4"
    })
    void binomialsHaveTheirProbabilities(int trials, double p) {
        BinomialDistribution exact = BinomialDistribution.of(trials, p);
        matches(() -> Binomials.draw(trials, p, random), exact::probability, exact.getMean(), exact.getVariance());
    }

    /// Every cell of a multinomial variate is binomial, those that expect next to nothing too.
    @ParameterizedTest
    @CsvSource({"7", "60", "900"})
    void everyCellOfAMultinomialIsBinomial(int trials) {
        double[] weights = {9, .6, 1e-3, .3, .08, 0, .02, .2};
        double sum = Arrays.stream(weights).sum();
        Multinomial multinomial = new Multinomial(weights.length, random);
        for (int cell = 0; cell < weights.length; cell++) {
            if (cell % 2 == 1) continue;
            int chosen = cell;
            BinomialDistribution exact = BinomialDistribution.of(trials, weights[cell] / sum);
            matches(
                    () -> {
                        long[] counts = new long[weights.length];
                        multinomial.draw(trials, weights, 0, weights.length, counts, 0);
                        assertThat(Arrays.stream(counts).sum()).isEqualTo(trials);
                        assertThat(counts[5]).isZero();
                        return counts[chosen];
                    },
                    exact::probability,
                    exact.getMean(),
                    exact.getVariance());
        }
    }

    @ParameterizedTest
    @CsvSource({".3", "7", "25", "400"})
    void poissonsHaveTheirProbabilities(double mean) {
        PoissonDistribution exact = PoissonDistribution.of(mean);
        matches(() -> Poissons.draw(mean, random), exact::probability, mean, mean);
    }

    /// Below the cap the probabilities keep their proportions, even when nearly all mass is above it.
    @ParameterizedTest
    @CsvSource({"5,.5,100", "5,.9,20", "30,.99,40"})
    void negativeBinomialsKeepBelowTheirCap(int successes, double rho, int cap) {
        double[] mass = new double[cap + 1];
        for (int k = 0; k <= cap; k++) {
            mass[k] = Math.exp(LogGamma.value(successes + k) - LogGamma.value(k + 1.0) + k * Math.log(rho));
        }
        double sum = Arrays.stream(mass).sum();
        double mean = 0;
        double square = 0;
        for (int k = 0; k <= cap; k++) {
            mean += k * mass[k] / sum;
            square += (double) k * k * mass[k] / sum;
        }
        double total = sum;
        matches(
                () -> NegativeBinomials.draw(successes, rho, 1 - rho, cap, random),
                k -> k > cap ? 0 : mass[k] / total,
                mean,
                square - mean * mean);
    }

    @Test
    void aCapThatIsFarBelowTheMassIsStillDrawnFrom() {
        double drawn = NegativeBinomials.draw(1000, 1 - 1e-9, 1e-9, 20_000, random);
        assertThat(drawn).isBetween(19_000.0, 20_000.0);
    }

    @ParameterizedTest
    @CsvSource({"1", "1.5", "40", "3000"})
    void gammasHaveTheirMoments(double shape) {
        double[] draws = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) draws[i] = Gammas.draw(shape, random);
        double mean = Arrays.stream(draws).average().orElseThrow();
        assertThat(mean).isCloseTo(shape, within(5 * Math.sqrt(shape / DRAWS)));
    }

    /// The mean of `log Gamma(s)` is the digamma function; at .01 it is -100.56.
    @Test
    void logarithmsOfTinyGammasDoNotUnderflow() {
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) sum += Gammas.drawLog(.01, random);
        assertThat(sum / DRAWS).isCloseTo(-100.56, within(1.2));
    }

    private static void matches(DoubleSupplier sampler, IntToDoubleFunction mass, double mean, double variance) {
        int from = (int) Math.max(0, mean - 8 * Math.sqrt(variance) - 5);
        int size = (int) (16 * Math.sqrt(variance) + 20);
        double[] counts = new double[size];
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            double drawn = sampler.getAsDouble();
            sum += drawn;
            counts[(int) Math.clamp(drawn - from, 0, size - 1)]++;
        }
        assertThat(sum / DRAWS).isCloseTo(mean, within(5 * Math.sqrt(variance / DRAWS)));
        double statistic = 0;
        int cells = 0;
        for (int k = 0; k < size; k++) {
            double expected = DRAWS * mass.applyAsDouble(from + k);
            if (expected < 10) continue;
            cells++;
            statistic += (counts[k] - expected) * (counts[k] - expected) / expected;
        }
        assertThat(statistic).isLessThan(cells + 5 * Math.sqrt(2.0 * cells) + 10);
    }
}
