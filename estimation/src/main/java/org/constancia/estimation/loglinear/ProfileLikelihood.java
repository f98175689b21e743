package org.constancia.estimation.loglinear;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogGamma;
import org.constancia.estimation.capture.CaptureTable;

/// The multinomial likelihood of the total, with everything else at its best for each total.
///
/// For each value of the unseen count the model is refitted to the completed table; the interval holds the totals
/// whose
/// log-likelihood is within half a chi-squared quantile of the best one (R. Cormack, "Interval estimation for
/// mark-recapture studies of closed populations", Biometrics 48, 1992).
///
/// @param estimate the total at which the likelihood is largest
/// @param lower lower end of the interval
/// @param upper upper end, infinite when the likelihood never falls far enough
public record ProfileLikelihood(double estimate, double lower, double upper) {
    private static final double HALF_CHI_SQUARED_95 = 1.920729410347062;
    private static final double LARGEST_FACTOR = 1e7;

    /// The 95 % profile-likelihood interval of one valid model.
    public static ProfileLikelihood of(CaptureTable table, LogLinearFit fit) {
        ExtendedDesign design = ExtendedDesign.of(table, fit.model());
        boolean[] used = design.used().clone();
        used[0] = true;
        double[] counts = design.counts().clone();
        PoissonRegression regression = new PoissonRegression(table.listCount());
        DoubleUnaryOperator likelihood = logUnseen -> at(Math.exp(logUnseen), counts, used, design.terms(), regression);
        double mode = maximum(likelihood, Math.log(fit.unseen()));
        double target = likelihood.applyAsDouble(mode) - HALF_CHI_SQUARED_95;
        double n = table.observed();
        double floor = Math.log(1e-6);
        double lower =
                likelihood.applyAsDouble(floor) > target ? n : n + Math.exp(crossing(likelihood, floor, mode, target));
        double ceiling = Math.log(n * LARGEST_FACTOR);
        double upper = ceiling < mode || likelihood.applyAsDouble(ceiling) > target
                ? Double.POSITIVE_INFINITY
                : n + Math.exp(crossing(likelihood, ceiling, mode, target));
        return new ProfileLikelihood(n + Math.exp(mode), lower, upper);
    }

    private static double at(
            double unseen, double[] counts, boolean[] used, int[] terms, PoissonRegression regression) {
        counts[0] = unseen;
        PoissonRegression.Fit fit = regression.fit(counts, used, terms, null);
        double total = 0;
        double log = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            if (!used[cell]) continue;
            total += counts[cell];
            if (counts[cell] > 0) log += counts[cell] * Math.log(fit.means()[cell]);
        }
        return log - total * Math.log(total) + LogGamma.value(total + 1) - LogGamma.value(unseen + 1);
    }

    /// Golden-section search outwards from a good guess; the profile has one maximum.
    private static double maximum(DoubleUnaryOperator likelihood, double guess) {
        double ratio = (Math.sqrt(5) - 1) / 2;
        double low = guess - 2;
        double high = guess + 2;
        while (high - low > 1e-9) {
            double one = high - ratio * (high - low);
            double two = low + ratio * (high - low);
            if (likelihood.applyAsDouble(one) < likelihood.applyAsDouble(two)) {
                low = one;
            } else {
                high = two;
            }
        }
        return (low + high) / 2;
    }

    private static double crossing(DoubleUnaryOperator likelihood, double outside, double inside, double target) {
        double below = outside;
        double above = inside;
        while (Math.abs(above - below) > 1e-11) {
            double middle = (below + above) / 2;
            if (likelihood.applyAsDouble(middle) < target) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return (below + above) / 2;
    }
}
