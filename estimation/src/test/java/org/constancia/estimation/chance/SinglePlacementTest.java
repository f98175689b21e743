package org.constancia.estimation.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinglePlacementTest {
    private static long[] place(int persons, double[] weights, RandomGenerator random) {
        int[] all = new int[weights.length];
        Arrays.setAll(all, cell -> cell);
        long[] counts = new long[weights.length];
        double sum = Arrays.stream(weights).sum();
        new SinglePlacement(weights.length, random).place(persons, sum, weights, 0, all, 0, weights.length, counts, 0);
        return counts;
    }

    /// The bound between cells of one and two thirds is 10922.67 in units of 2^-15: who has 10922 needs more digits.
    @ParameterizedTest
    @CsvSource({"10921,0,0", "10922,.66,0", "10922,.67,1", "10923,0,1"})
    void whoFallsTogetherWithABoundIsPlacedByFinerDigits(long first, double finer, int cell) {
        long[] words = {(first << 1) * 0x0001_0001_0001_0001L, (long) (finer * 0x1p63) << 1};
        int[] next = {0};
        long[] counts = place(1, new double[] {1, 2}, () -> words[next[0]++]);
        assertThat(counts[cell]).isEqualTo(1);
        assertThat(next[0]).isEqualTo(first == 10922 ? 2 : 1);
    }

    /// A hundred thousand persons in eleven cells, of which the rarest expects three.
    @Test
    void sharesAreThoseOfTheWeights() {
        double[] weights = {.2, 3e-5, .1, 0, .05, .3, 7e-4, .14, .06, .14, .01};
        double sum = Arrays.stream(weights).sum();
        int persons = 100_000;
        long[] counts = place(
                persons, weights, RandomGeneratorFactory.of("L64X128MixRandom").create(5));
        assertThat(Arrays.stream(counts).sum()).isEqualTo(persons);
        assertThat(counts[3]).isZero();
        double statistic = 0;
        for (int k = 0; k < weights.length; k++) {
            double expected = persons * weights[k] / sum;
            if (expected > 0) statistic += (counts[k] - expected) * (counts[k] - expected) / expected;
        }
        assertThat(statistic).isLessThan(33); // nine degrees of freedom, p = 1e-4
    }
}
