package org.constancia.estimation.chance;

import java.util.random.RandomGenerator;

/// Poisson variates: multiplication of uniforms for small means, transformed rejection otherwise.
///
/// W. Hoermann, "The transformed rejection method for generating Poisson random variables", Insurance:
/// Mathematics and
/// Economics 12, 1993 (algorithm PTRS).
public final class Poissons {
    private static final double SMALL = 10;

    private Poissons() {}

    /// A variate; the result is a whole number in a double, so that means of any size can be used.
    public static double draw(double mean, RandomGenerator random) {
        if (!(mean > 0)) return 0;
        return mean < SMALL ? multiply(mean, random) : transform(mean, random);
    }

    private static double multiply(double mean, RandomGenerator random) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    private static double transform(double mean, RandomGenerator random) {
        double log = Math.log(mean);
        double b = .931 + 2.53 * Math.sqrt(mean);
        double a = -.059 + .02483 * b;
        double inverse = 1.1239 + 1.1328 / (b - 3.4);
        double certain = .9277 - 3.6224 / (b - 2);
        while (true) {
            double u = random.nextDouble() - .5;
            double v = random.nextDouble();
            double us = .5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + mean + .43);
            if (us >= .07 && v <= certain) return k;
            if (k < 0 || (us < .013 && v > us)) continue;
            double height = Math.log(v * inverse / (a / (us * us) + b));
            if (height <= k * log - mean - LogFactorial.of(k)) return k;
        }
    }
}
