package org.constancia.linkage.cluster;

/// Tells the probability that two records are one person, for any two records, compared before or not. Safe
/// for use by one thread.
@FunctionalInterface
public interface PairProbability {
    /// The probability in [0, 1].
    double of(int left, int right);
}
