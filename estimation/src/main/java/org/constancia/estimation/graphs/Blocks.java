package org.constancia.estimation.graphs;

import java.util.Arrays;

/// How the unseen counts are cut into blocks that are handled at once.
///
/// Up to [#LAST_SINGLE] every integer is a point of its own. Beyond it, sums over integers are integrals (the
/// spread of
/// any posterior there exceeds a hundred, so that the midpoint rule errs by less than one part in 100,000), taken by
/// Gauss-Legendre quadrature on short pieces. Blocks are short against the square root of `n0`, which is a lower
/// limit
/// of
/// the posterior standard deviation, so that no mode can hide inside one.
final class Blocks {
    static final int LONGEST = 256;
    static final double LAST_SINGLE = 1 << 17;
    private static final double LARGEST_LOG_CHANGE = 25;

    private final double[] starts;

    private Blocks(double[] starts) {
        this.starts = starts;
    }

    /// Cuts the integers from `first` up to and including `last`.
    ///
    /// @param tail whether the range is far beyond the observed count, where posteriors are smooth on the log
    ///     scale and
    ///     blocks may grow in proportion
    static Blocks between(double first, double last, boolean tail, MarginalScores scores) {
        double[] starts = new double[1024];
        int count = 0;
        double start = first;
        while (start <= last) {
            if (count + 2 > starts.length) starts = Arrays.copyOf(starts, 2 * starts.length);
            starts[count++] = start;
            double length = start < LAST_SINGLE
                    ? singles(start, scores)
                    : Math.rint(Math.max(16 * Math.sqrt(start), tail ? start / 256 : 0));
            start = Math.min(start + length, last + 1);
            if (start > LAST_SINGLE && starts[count - 1] < LAST_SINGLE) start = Math.min(LAST_SINGLE, last + 1);
        }
        starts[count++] = last + 1;
        return new Blocks(Arrays.copyOf(starts, count));
    }

    private static double singles(double start, MarginalScores scores) {
        double byChange = LARGEST_LOG_CHANGE / scores.largestStep(start);
        return Math.max(1, Math.floor(Math.min(Math.min(LONGEST, 8 + 2 * Math.sqrt(start)), byChange)));
    }

    int count() {
        return starts.length - 1;
    }

    /// The first integer of a block; `start(count())` is one past the last integer.
    double start(int block) {
        return starts[block];
    }

    /// Whether every integer of a block is a point of its own.
    boolean isSingle(int block) {
        return starts[block] < LAST_SINGLE;
    }
}
