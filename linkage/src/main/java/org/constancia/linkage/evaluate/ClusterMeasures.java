package org.constancia.linkage.evaluate;

import java.util.HashMap;
import java.util.Map;

/// Clusters compared with the truth, pair by pair and record by record.
///
/// Pairwise: pairs of records in one cluster against pairs of one person. B-cubed (Bagga and Baldwin, 1998):
/// the average, over records, of the share of the record's cluster that is its person, and of its person that
/// is in its cluster.
///
/// @param truePairs pairs of records of one person
/// @param foundPairs pairs of records in one cluster
/// @param commonPairs pairs that are both
public record ClusterMeasures(
        long truePairs, long foundPairs, long commonPairs, double bCubedPrecision, double bCubedRecall) {
    /// Compares two partitions of the same records, given as numbers of groups.
    public static ClusterMeasures of(int[] cluster, int[] person) {
        Map<Long, Integer> cells = new HashMap<>();
        Map<Integer, Integer> clusters = new HashMap<>();
        Map<Integer, Integer> people = new HashMap<>();
        for (int i = 0; i < cluster.length; i++) {
            cells.merge((long) cluster[i] << 32 | person[i], 1, Integer::sum);
            clusters.merge(cluster[i], 1, Integer::sum);
            people.merge(person[i], 1, Integer::sum);
        }
        long common = 0;
        double precision = 0;
        double recall = 0;
        for (Map.Entry<Long, Integer> cell : cells.entrySet()) {
            double count = cell.getValue();
            common += (long) (count * (count - 1) / 2);
            precision += count * count / clusters.getOrDefault((int) (cell.getKey() >>> 32), 1);
            recall += count * count / people.getOrDefault((int) (long) cell.getKey(), 1);
        }
        int records = Math.max(1, cluster.length);
        return new ClusterMeasures(pairs(people), pairs(clusters), common, precision / records, recall / records);
    }

    private static long pairs(Map<Integer, Integer> sizes) {
        return sizes.values().stream()
                .mapToLong(size -> (long) size * (size - 1) / 2)
                .sum();
    }

    public double precision() {
        return foundPairs == 0 ? 1 : commonPairs / (double) foundPairs;
    }

    public double recall() {
        return truePairs == 0 ? 1 : commonPairs / (double) truePairs;
    }

    public double f1() {
        return foundPairs + truePairs == 0 ? 1 : 2.0 * commonPairs / (foundPairs + truePairs);
    }

    public double bCubedF1() {
        double sum = bCubedPrecision + bCubedRecall;
        return sum == 0 ? 0 : 2 * bCubedPrecision * bCubedRecall / sum;
    }
}
