package org.constancia.linkage.cluster;

import java.util.Arrays;

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
        long[] groups = new long[pairs.size()];
        Arrays.setAll(groups, pair -> groups(pairs, clusters, pair));
        long[] distinct = groups.clone();
        Arrays.parallelSort(distinct);
        int count = 0;
        for (int i = 0; i < distinct.length; i++) {
            if (i == 0 || distinct[i] != distinct[i - 1]) {
                distinct[count++] = distinct[i];
            }
        }
        double[] sum = new double[count];
        int[] at = new int[groups.length];
        for (int pair = 0; pair < groups.length; pair++) {
            at[pair] = Arrays.binarySearch(distinct, 0, count, groups[pair]);
            sum[at[pair]] += pairs.probability(pair);
        }
        for (int pair = 0; pair < groups.length; pair++) {
            double own = pairs.probability(pair);
            double all = between(distinct[at[pair]], size);
            if (all > 1 && own > 0 && own < 1) {
                double shared = logOdds(sum[at[pair]] / all) * Math.sqrt(Math.min(all, MOST_PAIRS));
                pairs.setProbability(pair, 1 / (1 + Math.exp(-(logOdds(own) + shared) / 2)));
            }
        }
    }

    private static long groups(ScoredPairs pairs, Clusters clusters, int pair) {
        int one = clusters.of(pairs.left(pair));
        int other = clusters.of(pairs.right(pair));
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }

    private static double between(long groups, int[] size) {
        int one = (int) (groups >>> 32);
        int other = (int) groups;
        return one == other ? size[one] * (size[one] - 1.0) / 2 : (double) size[one] * size[other];
    }

    private static double logOdds(double probability) {
        double bounded = Math.clamp(probability, LEAST, 1 - LEAST);
        return Math.log(bounded / (1 - bounded));
    }
}
