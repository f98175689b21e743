package org.constancia.estimation.graphs;

import org.apache.commons.numbers.gamma.LogGamma;

/// Differences of logarithms of gamma functions, to within the rounding of the difference rather than of its parts.
///
/// Two values of half a million differ by what matters; each would be off by 1e-10. Stirling's series of both is
/// subtracted term by term instead.
final class LogGammaDifference {
    private static final double SMALLEST = 24;

    private LogGammaDifference() {}

    /// `lgamma(x) - lgamma(y)` for positive arguments.
    static double of(double x, double y) {
        if (x < SMALLEST || y < SMALLEST) return LogGamma.value(x) - LogGamma.value(y);
        double d = x - y;
        return (y - .5) * Math.log1p(d / y) + d * (Math.log(x) - 1) + (series(x) - series(y));
    }

    private static double series(double x) {
        double inverse = 1 / x;
        double square = inverse * inverse;
        return inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680)));
    }
}
