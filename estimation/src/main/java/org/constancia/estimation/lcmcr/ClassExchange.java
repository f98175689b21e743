package org.constancia.estimation.lcmcr;

import java.util.random.RandomGenerator;

/// Exchanges the places of two classes in the order of the sticks, sizes and capture probabilities together.
///
/// The likelihood does not change. Written in class sizes, the stick-breaking prior is proportional to
/// `pi_K^(alpha-1) / prod_{1<k<K} R_k` with `R_k` what is left before class `k`, and an exchange has Jacobian
/// one; so the
/// move is accepted with the ratio of that density (compare O. Papaspiliopoulos and G. Roberts, Biometrika 95, 2008).
/// Gibbs sweeps alone hardly ever reorder classes, and the concentration depends on the order.
final class ClassExchange {
    private static final double SMALLEST = 1e-250;

    private final RandomGenerator random;
    private final double[] left;
    private final double[] changed;
    private final double[] logSizes;
    private final double[] logLeft;

    ClassExchange(int classes, RandomGenerator random) {
        this.random = random;
        left = new double[classes];
        changed = new double[classes];
        logSizes = new double[classes];
        logLeft = new double[classes + 1];
    }

    /// Proposes to exchange two neighbours or, as often, any two classes.
    void step(LatentClassState state) {
        int classes = state.classes;
        if (classes < 2) return;
        int one = random.nextInt(classes - 1);
        int other = random.nextBoolean() ? one + 1 : random.nextInt(one + 1, classes);
        double uniform = random.nextDouble();
        if (isPlain(state)) {
            exchangePlainly(state, one, other, uniform);
        } else {
            exchangeByLogarithm(state, one, other, uniform);
        }
    }

    /// Whether class sizes and what is left before each class are all numbers that a double holds well; if so, they are
    /// in
    /// `left` afterwards.
    private boolean isPlain(LatentClassState state) {
        int last = state.classes - 1;
        left[last] = state.size[last];
        for (int k = last - 1; k >= 0; k--) left[k] = left[k + 1] + state.size[k];
        return left[last] > SMALLEST;
    }

    private void exchangePlainly(LatentClassState state, int one, int other, double uniform) {
        double[] size = state.size;
        int last = state.classes - 1;
        double ratio = 1;
        double after = left[other] - size[other] + size[one];
        if (other == last) after = size[one];
        for (int k = other; k > one; k--) {
            if (k < other) after = after + size[k];
            changed[k] = after;
            if (k < last) ratio *= left[k] / after;
        }
        if (other == last) ratio *= Math.pow(size[one] / size[last], state.concentration - 1);
        if (!(uniform < ratio)) return;
        double kept = size[one];
        size[one] = size[other];
        size[other] = kept;
        System.arraycopy(changed, one + 1, left, one + 1, other - one);
        for (int k = 0; k < last; k++) {
            state.stick[k] = size[k] / left[k];
            state.rest[k] = left[k + 1] / left[k];
        }
        state.logStick[last] = 0;
        state.logRest[last] = Double.NEGATIVE_INFINITY;
        state.plain = last;
        state.swapCaptures(one, other);
    }

    private void exchangeByLogarithm(LatentClassState state, int one, int other, double uniform) {
        state.completeLogarithms();
        int classes = state.classes;
        System.arraycopy(state.logSize, 0, logSizes, 0, classes);
        double before = logDensity(state.concentration);
        double kept = logSizes[one];
        logSizes[one] = logSizes[other];
        logSizes[other] = kept;
        double after = logDensity(state.concentration);
        if (!(Math.log(uniform) < after - before)) return;
        for (int k = 0; k < classes - 1; k++) {
            state.logStick[k] = logSizes[k] - logLeft[k];
            state.logRest[k] = logLeft[k + 1] - logLeft[k];
        }
        state.breakSticks();
        state.swapCaptures(one, other);
    }

    /// The log density of the sizes; leaves the logarithms of what is left before each class in `logLeft`.
    private double logDensity(double concentration) {
        int last = logSizes.length - 1;
        logLeft[last] = logSizes[last];
        double log = (concentration - 1) * logSizes[last];
        for (int k = last - 1; k >= 0; k--) {
            double larger = Math.max(logSizes[k], logLeft[k + 1]);
            double smaller = Math.min(logSizes[k], logLeft[k + 1]);
            logLeft[k] = larger + Math.log1p(Math.exp(smaller - larger));
            if (k > 0) log -= logLeft[k];
        }
        return log;
    }
}
