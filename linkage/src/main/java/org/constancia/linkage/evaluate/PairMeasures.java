package org.constancia.linkage.evaluate;

import java.util.Arrays;

/// Scored pairs compared with the truth. True pairs that were never proposed count as missed.
///
/// @param truePairs pairs of records of one person
/// @param precision the share of pairs at or above .5 that are true
/// @param recall the share of true pairs at or above .5
/// @param bestF1 the highest F1 of any threshold, which only somebody who knows the truth can choose
/// @param bestThreshold that threshold
/// @param expectedOverTrue the sum of the probabilities over the number of true pairs
public record PairMeasures(
        long truePairs, double precision, double recall, double bestF1, double bestThreshold, double expectedOverTrue) {
    private static final double HALF = 0.5;

    /// Measures pairs given by their probabilities.
    ///
    /// @param same of the pairs of one person
    /// @param different of the others
    public static PairMeasures of(double[] same, double[] different, long truePairs) {
        double[] right = sorted(same);
        double[] wrong = sorted(different);
        int common = 0;
        int others = 0;
        double best = 0;
        double bestThreshold = 1;
        while (common < right.length || others < wrong.length) {
            double threshold = Math.max(next(right, common), next(wrong, others));
            common += ties(right, common, threshold);
            others += ties(wrong, others, threshold);
            double f1 = 2.0 * common / (common + others + truePairs);
            if (f1 > best) {
                best = f1;
                bestThreshold = threshold;
            }
        }
        double found = Arrays.stream(same).filter(value -> value >= HALF).count();
        double foundWrong =
                Arrays.stream(different).filter(value -> value >= HALF).count();
        double sum = Arrays.stream(same).sum() + Arrays.stream(different).sum();
        return new PairMeasures(
                truePairs,
                found + foundWrong == 0 ? 1 : found / (found + foundWrong),
                truePairs == 0 ? 1 : found / truePairs,
                best,
                bestThreshold,
                sum / Math.max(1, truePairs));
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.parallelSort(sorted);
        return sorted;
    }

    /// The greatest value but `taken`.
    private static double next(double[] ascending, int taken) {
        return taken < ascending.length ? ascending[ascending.length - 1 - taken] : Double.NEGATIVE_INFINITY;
    }

    /// How many values but the greatest `taken` are at `threshold` or above.
    private static int ties(double[] ascending, int taken, double threshold) {
        int ties = 0;
        while (next(ascending, taken + ties) >= threshold) {
            ties++;
        }
        return ties;
    }

    /// F1 of the pairs at or above .5.
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
