package org.constancia.estimation.bounds;

import org.constancia.estimation.capture.CaptureTable;

/// Chao's lower bound of the total when persons differ in how easily they are recorded.
///
/// `N = n + (J-1)/J * f1 (f1 - 1) / (2 (f2 + 1))`, with `f1` and `f2` the persons on exactly one and exactly two
/// lists:
/// the bias-corrected form of A. Chao, "Estimating the population size for capture-recapture data with unequal
/// catchability", Biometrics 43, 1987. It is a bound under heterogeneity, not an estimate, and it can be wrong when
/// lists
/// avoid each other.
public final class ChaoLowerBound {
    private ChaoLowerBound() {}

    /// The bound on the total, at least the observed count.
    public static double of(CaptureTable table) {
        double lists = table.listCount();
        double once = table.recordedExactly(1);
        double twice = table.recordedExactly(2);
        if (lists < 2) return table.observed();
        return table.observed() + (lists - 1) / lists * once * Math.max(0, once - 1) / (2 * (twice + 1));
    }
}
