package org.constancia.linkage.block;

/// How much of the true pairs a plan finds, estimated from how many of the rules tried find each likely pair.
///
/// Rules are like lists in which a pair can stand: if many pairs stand in one only, others must stand in
/// none. Chao's lower bound for what stands in none is `f1 (f1 - 1) / (2 (f2 + 1))`, with `f1` and `f2` the
/// pairs found by exactly one and by exactly two rules, each pair counted with its probability. Rules that
/// share parts find the same pairs, so that the estimate of the recall is rather too high than too low.
///
/// A. Chao, "Estimating the population size for capture-recapture data with unequal catchability", Biometrics
/// 43 (1987).
///
/// @param found expected true pairs that the rules followed find
/// @param passedOver expected true pairs that only rules left out find
/// @param once of all these, found by one rule only
/// @param twice of all these, found by two rules
public record BlockingRecall(double found, double passedOver, double once, double twice) {
    /// The estimated share of the true pairs that the rules followed find.
    public double estimate() {
        double missed = passedOver + Math.max(0, once * (once - 1) / (2 * (twice + 1)));
        return found + missed == 0 ? 1 : found / (found + missed);
    }
}
