package org.constancia.estimation.chance;

import java.util.random.RandomGenerator;

/// Binomial variates: inversion while few successes are expected, transformed rejection otherwise.
///
/// W. Hoermann, "The generation of binomial random variates", Journal of Statistical Computation and Simulation
/// 46, 1993
/// (algorithm BTRS); V. Kachitvichyanukul and B. Schmeiser, CACM 31, 1988, for inversion.
public final class Binomials {
    private static final double FEW = 10;
    private static final int FEW_PER_CELL = 4;

    private Binomials() {}

    /// The number of successes among `trials`, each with the given probability.
    public static long draw(long trials, double probability, RandomGenerator random) {
        if (trials <= 0 || probability <= 0) return 0;
        if (probability >= 1) return trials;
        if (probability > .5) return trials - lowerHalf(trials, 1 - probability, random);
        return lowerHalf(trials, probability, random);
    }

    private static long lowerHalf(long trials, double p, RandomGenerator random) {
        return trials * p < FEW ? invert(trials, p, random) : transform(trials, p, random);
    }

    private static long invert(long trials, double p, RandomGenerator random) {
        double q = 1 - p;
        double odds = p / q;
        double none = Math.exp(trials * Math.log(q));
        while (true) {
            double u = random.nextDouble();
            double mass = none;
            long x = 0;
            // Beyond 110 the mass is below any double that matters; rounding could otherwise loop for ever.
            while (u > mass && x < 110) {
                u -= mass;
                x++;
                mass *= odds * (trials - x + 1) / x;
            }
            if (x < 110 && x <= trials) return x;
        }
    }

    private static long transform(long trials, double p, RandomGenerator random) {
        double spread = Math.sqrt(trials * p * (1 - p));
        double b = 1.15 + 2.53 * spread;
        double a = -.0873 + .0248 * b + .01 * p;
        double centre = trials * p + .5;
        double certain = .92 - 4.2 / b;
        while (true) {
            double v = random.nextDouble();
            double u = random.nextDouble() - .5;
            double us = .5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + centre);
            if (us >= .07 && v <= certain) return (long) k;
            if (k < 0 || k > trials) continue;
            if (accepts(trials, p, k, v * (2.83 + 5.1 / b) * spread / (a / (us * us) + b))) return (long) k;
        }
    }

    private static boolean accepts(long trials, double p, double k, double height) {
        double mode = Math.floor((trials + 1) * p);
        double logRatio = (k - mode) * Math.log(p / (1 - p))
                + LogFactorial.of(mode)
                + LogFactorial.of(trials - mode)
                - LogFactorial.of(k)
                - LogFactorial.of(trials - k);
        return Math.log(height) <= logRatio;
    }

    /// Spreads `trials` over cells with the given weights, which need not add up to one.
    ///
    /// @param weights non-negative, from `from` for `cells` positions; not changed
    /// @param counts receives the numbers, from position 0; added to what is there
    public static void multinomial(
            long trials, double[] weights, int from, int cells, long[] counts, RandomGenerator random) {
        double rest = 0;
        for (int k = 0; k < cells; k++) rest += weights[from + k];
        long left = trials;
        int k = 0;
        for (; k < cells - 1 && left > (long) FEW_PER_CELL * (cells - k); k++) {
            double weight = weights[from + k];
            if (weight <= 0) continue;
            long drawn = rest <= weight ? left : draw(left, weight / rest, random);
            counts[k] += drawn;
            left -= drawn;
            rest -= weight;
        }
        if (k == cells - 1) {
            counts[k] += left;
        } else if (left > 0) {
            individually(left, weights, from, k, cells, counts, random);
        }
    }

    /// Few persons are quicker placed one by one than by a binomial draw for each cell.
    private static void individually(
            long trials, double[] weights, int from, int first, int cells, long[] counts, RandomGenerator random) {
        double sum = 0;
        for (int k = first; k < cells; k++) sum += weights[from + k];
        for (long i = 0; i < trials; i++) {
            double u = random.nextDouble() * sum;
            int k = first;
            while (k < cells - 1 && u >= weights[from + k]) u -= weights[from + k++];
            counts[k]++;
        }
    }
}
