package org.constancia.linkage.evaluate;

import java.util.Arrays;

/// Clusters compared with the truth, pair by pair and record by record.
///
/// Pairwise: pairs of records in one cluster against pairs of one person. B-cubed (Bagga and Baldwin, 1998):
/// the average, over records, of the share of the record's cluster that is its person, and of its person that
/// is in its cluster.
///
/// @param records how many records there are
/// @param truePairs pairs of records of one person
/// @param foundPairs pairs of records in one cluster
/// @param commonPairs pairs that are both
public record ClusterMeasures(
        int records, long truePairs, long foundPairs, long commonPairs, double bCubedPrecision, double bCubedRecall) {
    /// Compares two partitions of the same records, given as numbers of groups from 0 on.
    public static ClusterMeasures of(int[] cluster, int[] person) {
        int[] clusters = sizes(cluster);
        int[] people = sizes(person);
        long[] cells = new long[cluster.length];
        Arrays.setAll(cells, i -> (long) cluster[i] << Integer.SIZE | person[i]);
        Arrays.parallelSort(cells);
        long common = 0;
        double precision = 0;
        double recall = 0;
        for (int from = 0; from < cells.length; ) {
            int to = from;
            while (to < cells.length && cells[to] == cells[from]) {
                to++;
            }
            double count = to - from;
            common += (long) (count * (count - 1) / 2);
            precision += count * count / clusters[(int) (cells[from] >>> Integer.SIZE)];
            recall += count * count / people[(int) cells[from]];
            from = to;
        }
        int records = Math.max(1, cluster.length);
        return new ClusterMeasures(
                cluster.length, pairs(people), pairs(clusters), common, precision / records, recall / records);
    }

    private static int[] sizes(int[] group) {
        int[] sizes = new int[Arrays.stream(group).max().orElse(-1) + 1];
        for (int number : group) {
            sizes[number]++;
        }
        return sizes;
    }

    private static long pairs(int[] sizes) {
        return Arrays.stream(sizes).mapToLong(size -> size * (size - 1L) / 2).sum();
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
