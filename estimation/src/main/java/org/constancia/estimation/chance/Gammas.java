package org.constancia.estimation.chance;

import java.util.random.RandomGenerator;

/// Gamma variates of unit scale.
///
/// G. Marsaglia and W. Tsang, "A simple method for generating gamma variables", ACM TOMS 26, 2000. Shapes below
/// one are
/// drawn as `Gamma(s + 1) U^(1/s)`, and their logarithms without ever forming that power, which underflows.
public final class Gammas {
    /// `1 / sqrt(9 (s - 1/3))` for whole shapes, which is what counts make of a uniform prior.
    private static final double[] SCALES = new double[4096];

    static {
        for (int i = 1; i < SCALES.length; i++) SCALES[i] = scale(i - 1.0 / 3);
    }

    private Gammas() {}

    private static double scale(double d) {
        return 1 / Math.sqrt(9 * d);
    }

    /// A variate of a shape of at least one.
    public static double draw(double shape, RandomGenerator random) {
        double d = shape - 1.0 / 3;
        int whole = (int) shape;
        double c = whole == shape && whole < SCALES.length ? SCALES[whole] : scale(d);
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
