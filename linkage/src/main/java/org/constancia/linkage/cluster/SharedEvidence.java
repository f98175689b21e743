package org.constancia.linkage.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Makes the pairs of the same two groups speak for each other.
///
/// If records of two clusters are one person, then all of them are: every pair between the clusters, and
/// every pair inside one, bears on the same question. A pair's log odds become half its own and half those of
/// the average probability of the pairs of its two clusters, times the square root of their number (at most
/// three): more pairs say more, but not as much as if they were independent. Pairs never likely enough to be
/// kept count as 0 in the average. What a person decided (0 or 1) stays.
public final class SharedEvidence {
    private static final double MOST_PAIRS = 9;
    private static final double LEAST = 1e-4;

    private SharedEvidence() {}

    /// Replaces the probabilities of all pairs.
    public static void share(ScoredPairs pairs, Clusters clusters) {
        int[] size = new int[clusters.size()];
        for (int record = 0; record < size.length; record++) {
            size[clusters.of(record)]++;
        }
        double[] inside = new double[size.length];
        long[] others = new long[pairs.size()];
        int count = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            int cluster = clusters.of(pairs.left(pair));
            if (cluster == clusters.of(pairs.right(pair))) {
                inside[cluster] += pairs.probability(pair);
            } else {
                others[count++] = groups(pairs, clusters, pair);
            }
        }
        long[] groups = distinct(Arrays.copyOf(others, count));
        double[] between = new double[groups.length];
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (clusters.of(pairs.left(pair)) != clusters.of(pairs.right(pair))) {
                between[Arrays.binarySearch(groups, groups(pairs, clusters, pair))] += pairs.probability(pair);
            }
        }
        IntStream.range(0, pairs.size()).parallel().forEach(pair -> {
            int one = clusters.of(pairs.left(pair));
            int other = clusters.of(pairs.right(pair));
            if (one == other) {
                share(pairs, pair, inside[one], size[one] * (size[one] - 1.0) / 2);
            } else {
                double sum = between[Arrays.binarySearch(groups, groups(pairs, clusters, pair))];
                share(pairs, pair, sum, (double) size[one] * size[other]);
            }
        });
    }

    private static long[] distinct(long[] values) {
        Arrays.parallelSort(values);
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                values[count++] = values[i];
            }
        }
        return Arrays.copyOf(values, count);
    }

    private static long groups(ScoredPairs pairs, Clusters clusters, int pair) {
        int one = clusters.of(pairs.left(pair));
        int other = clusters.of(pairs.right(pair));
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }

    /// Gives a pair its share of what all pairs of its two clusters say.
    ///
    /// @param sum of the probabilities of the pairs kept
    /// @param all how many pairs there are, kept or not
    private static void share(ScoredPairs pairs, int pair, double sum, double all) {
        double own = pairs.probability(pair);
        if (all > 1 && own > 0 && own < 1) {
            double shared = logOdds(sum / all) * Math.sqrt(Math.min(all, MOST_PAIRS));
            pairs.setProbability(pair, 1 / (1 + Math.exp(-(logOdds(own) + shared) / 2)));
        }
    }

    private static double logOdds(double probability) {
        double bounded = Math.clamp(probability, LEAST, 1 - LEAST);
        return Math.log(bounded / (1 - bounded));
    }
}
