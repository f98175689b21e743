package org.constancia.estimation.loglinear;

/// Sums over all subsets or all supersets of every set at once, in place, in `J 2^J` additions (Yates 1937).
///
/// An array of length `2^J` is indexed by sets of `J` elements written as bits.
final class SubsetSums {
    private SubsetSums() {}

    /// Replaces each value by the sum of the values of all subsets.
    static void overSubsets(double[] values) {
        for (int bit = 1; bit < values.length; bit <<= 1) {
            for (int set = 0; set < values.length; set++) if ((set & bit) != 0) values[set] += values[set ^ bit];
        }
    }

    /// Replaces each value by the sum of the values of all supersets.
    static void overSupersets(double[] values) {
        for (int bit = 1; bit < values.length; bit <<= 1) {
            for (int set = 0; set < values.length; set++) if ((set & bit) == 0) values[set] += values[set | bit];
        }
    }
}
