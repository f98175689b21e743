package org.constancia.estimation.chance;

import java.util.random.RandomGenerator;

/// Binomial variates: inversion while few successes are expected, transformed rejection otherwise.
///
/// W. Hoermann, "The generation of binomial random variates", Journal of Statistical Computation and Simulation
/// 46, 1993
/// (algorithms BTRS and BTRD); V. Kachitvichyanukul and B. Schmeiser, CACM 31, 1988, for inversion.
public final class Binomials {
    private static final double FEW = 10;
    private static final int FEW_PER_CELL = 6;
    private static final int NEAR = 15;
    private static final double[] RECIPROCALS = new double[111];

    static {
        for (int i = 1; i < RECIPROCALS.length; i++) RECIPROCALS[i] = 1.0 / i;
    }

    private static final int ALWAYS_SINGLY = 8;
    private static final double SMALL_CELL = 4;

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
        double u = random.nextDouble();
        // (1 - p)^n is at least 1 - n p, so that most draws of nothing cost no power.
        if (u <= 1 - trials * p) return 0;
        double odds = p / (1 - p);
        double none = Math.exp(trials * Math.log(1 - p));
        while (true) {
            double mass = none;
            int x = 0;
            // Beyond 110 the mass is below any double that matters; rounding could otherwise loop for ever.
            while (u > mass && x < RECIPROCALS.length - 1) {
                u -= mass;
                x++;
                mass *= odds * (trials - x + 1) * RECIPROCALS[x];
            }
            if (x < RECIPROCALS.length - 1 && x <= trials) return x;
            u = random.nextDouble();
        }
    }

    /// Algorithm BTRS, written without divisions that wait for each other, and with the quick decisions of algorithm
    /// BTRD
    /// (recursion near the mode, squeezes elsewhere) where the region of certain acceptance is missed.
    private static long transform(long trials, double p, RandomGenerator random) {
        double mean = trials * p;
        double variance = mean * (1 - p);
        double spread = Math.sqrt(variance);
        double b = 1.15 + 2.53 * spread;
        double a = -.0873 + .0248 * b + .01 * p;
        while (true) {
            double v = random.nextDouble();
            double u = random.nextDouble() - .5;
            double us = .5 - Math.abs(u);
            double place = (2 * a * (1 / us) + b) * u + (mean + .5);
            if (place < 0) continue;
            long k = (long) place;
            // v <= .92 - 4.2 / b
            if (us >= .07 && (.92 - v) * b >= 4.2) return k;
            if (k > trials) continue;
            double height = v * (2.83 + 5.1 / b) * spread / (a / (us * us) + b);
            if (accepts(trials, p / (1 - p), variance, k, Math.floor((trials + 1) * p), height)) return k;
        }
    }

    private static boolean accepts(long trials, double odds, double variance, double k, double mode, double height) {
        double distance = Math.abs(k - mode);
        if (distance <= NEAR) return height <= relativeMass(trials, odds, k, mode);
        double log = Math.log(height);
        double squeeze = distance / variance * ((distance * (distance / 3 + .625) + 1.0 / 6) / variance + .5);
        double normal = -distance * distance / (2 * variance);
        if (log < normal - squeeze) return true;
        if (log > normal + squeeze) return false;
        return log
                <= (k - mode) * Math.log(odds)
                        + LogFactorial.of(mode)
                        + LogFactorial.of(trials - mode)
                        - LogFactorial.of(k)
                        - LogFactorial.of(trials - k);
    }

    /// The probability of `k` relative to that of the mode, near it.
    private static double relativeMass(long trials, double odds, double k, double mode) {
        double scaled = (trials + 1) * odds;
        double above = 1;
        double below = 1;
        for (double i = mode + 1; i <= k; i++) above *= scaled / i - odds;
        for (double i = k + 1; i <= mode; i++) below *= scaled / i - odds;
        return above / below;
    }

    /// Spreads `trials` over cells with the given weights, which need not add up to one.
    ///
    /// Cells that expect only a few are drawn as a single cell first, whose members are
    /// then told apart one by one.
    ///
    /// @param weights non-negative, from `from` for `cells` positions; not changed
    /// @param counts receives the numbers, from position 0; added to what is there
    public static void multinomial(
            long trials, double[] weights, int from, int cells, long[] counts, RandomGenerator random) {
        if (trials <= 0) return;
        double sum = 0;
        for (int k = 0; k < cells; k++) sum += weights[from + k];
        if (trials <= ALWAYS_SINGLY || trials <= SMALL_CELL * cells) {
            singly(trials, sum, weights, from, 0, cells, 0, Double.POSITIVE_INFINITY, counts, random);
            return;
        }
        double limit = SMALL_CELL * sum / trials;
        double small = 0;
        int large = 0;
        for (int k = 0; k < cells; k++) {
            double weight = weights[from + k];
            if (weight < limit) {
                small += weight;
            } else {
                large++;
            }
        }
        long left = trials;
        double rest = sum;
        if (small > 0) {
            long few = draw(trials, small / sum, random);
            if (few > 0) singly(few, small, weights, from, 0, cells, 0, limit, counts, random);
            left -= few;
            rest -= small;
        }
        for (int k = 0; left > 0; k++) {
            double weight = weights[from + k];
            if (weight < limit) continue;
            if (large == 1) {
                counts[k] += left;
                return;
            }
            if (left <= (long) FEW_PER_CELL * large) {
                singly(left, rest, weights, from, k, cells, limit, Double.POSITIVE_INFINITY, counts, random);
                return;
            }
            long drawn = rest <= weight ? left : draw(left, weight / rest, random);
            counts[k] += drawn;
            left -= drawn;
            rest -= weight;
            large--;
        }
    }

    /// Few persons are quicker placed one by one than by a binomial draw for each cell. Only cells from `first` on
    /// whose
    /// weight is at least `least` and below `limit` take part; `sum` is their sum.
    private static void singly(
            long trials,
            double sum,
            double[] weights,
            int from,
            int first,
            int cells,
            double least,
            double limit,
            long[] counts,
            RandomGenerator random) {
        for (long i = 0; i < trials; i++) {
            double u = random.nextDouble() * sum;
            int chosen = -1;
            for (int k = first; k < cells; k++) {
                double weight = weights[from + k];
                if (weight < least || weight >= limit || weight == 0) continue;
                chosen = k;
                if (u < weight) break;
                u -= weight;
            }
            counts[chosen]++;
        }
    }
}
