package org.constancia.linkage.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Links two lists that hold nobody twice: a record has at most one partner, and the partners are chosen
/// together.
///
/// Probabilities are first made to compete: the odds of a pair are shared with the odds of all other pairs of
/// its two records, so that their sum still estimates the number of true pairs. Pairs are then taken from the
/// most probable on, skipping records already linked; with competing probabilities that is within rounding of
/// the best assignment, and it needs no limit on the size of a component.
public final class OneToOne {
    private OneToOne() {}

    /// Replaces the probabilities by competing ones. A pair of one list is impossible and gets 0.
    ///
    /// @param list the number of each record's list
    public static void compete(ScoredPairs pairs, int[] list) {
        double[] odds = new double[list.length];
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (list[pairs.left(pair)] != list[pairs.right(pair)]) {
                odds[pairs.left(pair)] += odds(pairs.probability(pair));
                odds[pairs.right(pair)] += odds(pairs.probability(pair));
            }
        }
        for (int pair = 0; pair < pairs.size(); pair++) {
            int left = pairs.left(pair);
            int right = pairs.right(pair);
            double own = odds(pairs.probability(pair));
            double value = list[left] == list[right] ? 0 : own / (1 + odds[left] + odds[right] - own);
            pairs.setProbability(pair, value);
        }
    }

    private static double odds(double probability) {
        return probability / Math.max(1e-7, 1 - probability);
    }

    /// The clusters of at most one record of each list.
    public static Clusters link(int size, ScoredPairs pairs, double threshold) {
        int[] order = IntStream.range(0, pairs.size())
                .filter(pair -> pairs.probability(pair) >= threshold)
                .boxed()
                .sorted((a, b) -> {
                    int byProbability = Double.compare(pairs.probability(b), pairs.probability(a));
                    int byLeft = Integer.compare(pairs.left(a), pairs.left(b));
                    return byProbability != 0
                            ? byProbability
                            : byLeft != 0 ? byLeft : Integer.compare(pairs.right(a), pairs.right(b));
                })
                .mapToInt(Integer::intValue)
                .toArray();
        int[] cluster = new int[size];
        Arrays.setAll(cluster, i -> i);
        boolean[] linked = new boolean[size];
        float[] weakest = new float[size];
        Arrays.fill(weakest, 1);
        for (int pair : order) {
            int left = pairs.left(pair);
            int right = pairs.right(pair);
            if (!linked[left] && !linked[right]) {
                linked[left] = true;
                linked[right] = true;
                cluster[right] = left;
                weakest[left] = (float) pairs.probability(pair);
            }
        }
        return new Clusters(cluster, weakest, threshold);
    }
}
