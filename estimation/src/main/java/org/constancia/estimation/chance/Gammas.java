package org.constancia.estimation.chance;

import java.util.random.RandomGenerator;

/// Gamma variates of unit scale.
///
/// G. Marsaglia and W. Tsang, "A simple method for generating gamma variables", ACM TOMS 26, 2000. Shapes below
/// one are
/// drawn as `Gamma(s + 1) U^(1/s)`, and their logarithms without ever forming that power, which underflows.
public final class Gammas {
    private Gammas() {}

    /// A variate of a shape of at least one.
    public static double draw(double shape, RandomGenerator random) {
        if (shape == 1) return random.nextExponential();
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double root = 1 + c * x;
            if (root <= 0) continue;
            double v = root * root * root;
            double u = random.nextDouble();
            double square = x * x;
            if (u < 1 - .0331 * square * square) return d * v;
            if (Math.log(u) < .5 * square + d * (1 - v + Math.log(v))) return d * v;
        }
    }

    /// The logarithm of a variate of any positive shape.
    public static double drawLog(double shape, RandomGenerator random) {
        if (shape >= 1) return Math.log(draw(shape, random));
        return Math.log(draw(shape + 1, random)) - random.nextExponential() / shape;
    }
}
