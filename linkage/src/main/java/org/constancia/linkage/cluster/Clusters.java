package org.constancia.linkage.cluster;

/// Which records are one person.
///
/// Every record is in one cluster; a cluster's number is its smallest record. What holds arrays is a final
/// class.
public final class Clusters {
    private final int[] cluster;
    private final float[] weakest;
    private final double threshold;

    Clusters(int[] cluster, float[] weakest, double threshold) {
        this.cluster = cluster;
        this.weakest = weakest;
        this.threshold = threshold;
    }

    public int size() {
        return cluster.length;
    }

    /// The cluster of a record, as the number of the cluster's smallest record.
    public int of(int record) {
        return cluster[record];
    }

    /// How sure a cluster is: the average probability at its weakest join, 1 for a record alone.
    public double confidence(int record) {
        return weakest[cluster[record]];
    }

    /// The average probability from which groups were joined.
    public double threshold() {
        return threshold;
    }

    public int[] toArray() {
        return cluster.clone();
    }
}
