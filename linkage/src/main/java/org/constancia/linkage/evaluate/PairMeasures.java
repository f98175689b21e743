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

    /// Measures pairs given as parallel arrays.
    public static PairMeasures of(double[] probability, boolean[] isTrue, long truePairs) {
        Integer[] order = new Integer[probability.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(probability[b], probability[a]));
        long found = 0;
        long common = 0;
        long foundAtHalf = 0;
        long commonAtHalf = 0;
        double sum = 0;
        double best = 0;
        double bestThreshold = 1;
        for (int i = 0; i < order.length; i++) {
            int pair = order[i];
            found++;
            common += isTrue[pair] ? 1 : 0;
            sum += probability[pair];
            if (probability[pair] >= HALF) {
                foundAtHalf = found;
                commonAtHalf = common;
            }
            boolean endsTie = i + 1 == order.length || probability[order[i + 1]] < probability[pair];
            double f1 = 2.0 * common / (found + truePairs);
            if (endsTie && f1 > best) {
                best = f1;
                bestThreshold = probability[pair];
            }
        }
        return new PairMeasures(
                truePairs,
                foundAtHalf == 0 ? 1 : commonAtHalf / (double) foundAtHalf,
                truePairs == 0 ? 1 : commonAtHalf / (double) truePairs,
                best,
                bestThreshold,
                sum / Math.max(1, truePairs));
    }

    /// F1 of the pairs at or above .5.
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
