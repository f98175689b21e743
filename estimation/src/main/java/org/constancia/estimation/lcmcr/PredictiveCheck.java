package org.constancia.estimation.lcmcr;

/// Where a feature of the data lies among tables drawn from the fitted model.
///
/// @param kind what is counted
/// @param lists the pattern, or the two lists of an overlap, as bits; 0 for the others
/// @param observed the count in the data
/// @param probability the share of drawn tables with a larger count, ties counted half; near 0 or 1 is a misfit
public record PredictiveCheck(Kind kind, int lists, double observed, double probability) {
    /// The features that are checked.
    public enum Kind {
        PATTERN,
        OVERLAP,
        ON_ONE_LIST,
        ON_TWO_LISTS
    }

    /// The two-sided p-value.
    public double twoSided() {
        return Math.min(1, 2 * Math.min(probability, 1 - probability));
    }
}
