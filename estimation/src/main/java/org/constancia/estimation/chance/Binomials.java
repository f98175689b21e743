package org.constancia.estimation.chance;

import java.util.random.RandomGenerator;

/// Binomial variates: digit by digit for few trials, inversion while few successes are expected, transformed
/// rejection otherwise.
///
/// M. Farach-Colton and M. Tsai, "Exact sublinear binomial sampling", Algorithmica 73, 2015, for digits;
/// W. Hoermann, "The generation of binomial random variates", Journal of Statistical Computation and Simulation 46,
/// 1993 (algorithms BTRS and BTRD); V. Kachitvichyanukul and B. Schmeiser, CACM 31, 1988, for inversion.
public final class Binomials {
    private static final double FEW = 10;
    private static final int NEAR = 15;
    private static final double[] RECIPROCALS = new double[111];

    static {
        for (int i = 1; i < RECIPROCALS.length; i++) RECIPROCALS[i] = 1.0 / i;
    }

    private static final int FEW_TRIALS = 64;
    private static final int FEW_TRIALS_AND_SUCCESSES = 160;
    private static final int ONE_BY_ONE = 8;

    private Binomials() {}

    /// The number of successes among `trials`, each with the given probability.
    public static long draw(long trials, double probability, RandomGenerator random) {
        if (trials <= 0 || probability <= 0) return 0;
        if (probability >= 1) return trials;
        if (probability > .5) return trials - lowerHalf(trials, 1 - probability, random);
        return lowerHalf(trials, probability, random);
    }

    private static long lowerHalf(long trials, double p, RandomGenerator random) {
        if (trials <= FEW_TRIALS) return byDigits(trials, p, random);
        if (trials * p >= FEW) return transform(trials, p, random);
        return trials <= FEW_TRIALS_AND_SUCCESSES ? byDigits(trials, p, random) : invert(trials, p, random);
    }

    /// Compares a uniform number of each trial with `p`, digit by binary digit, for all trials at once: the ones of a
    /// random word are a binomial variate of one half. A trial whose digit differs from that of `p` is decided, so
    /// half of them are left after each digit.
    private static long byDigits(long trials, double p, RandomGenerator random) {
        long digits = (long) (p * 0x1p63) << 1;
        long successes = 0;
        long open = trials;
        while (open > ONE_BY_ONE) {
            long zeros = 0;
            long rest = open;
            for (; rest > 64; rest -= 64) zeros += Long.bitCount(random.nextLong());
            zeros += Long.bitCount(random.nextLong() >>> 64 - rest);
            long one = digits >> 63;
            digits <<= 1;
            successes += zeros & one;
            open = open - zeros & one | zeros & ~one;
        }
        long bound = (digits >>> 1) - 1;
        for (long i = 0; i < open; i++) successes += bound - (random.nextLong() >>> 1) >>> 63 ^ 1;
        return successes;
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

    /// Algorithm BTRS, written without divisions that wait for each other, and with the quick decisions of
    /// algorithm BTRD (recursion near the mode, squeezes elsewhere) outside the region of certain acceptance.
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
}
