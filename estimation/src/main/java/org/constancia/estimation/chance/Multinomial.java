package org.constancia.estimation.chance;

import java.util.random.RandomGenerator;

/// Spreads persons over cells: conditional binomials for cells that expect many, one person at a time for the others.
///
/// Cells that expect only a few are drawn as one cell first, whose members are then told apart. A single person is
/// placed by a binary search without branches, since a branch that chance decides costs more than all the rest. The
/// split is exact: sums of cells of a multinomial are binomial, and given their sum the cells are multinomial again
/// (L. Devroye, "Non-Uniform Random Variate Generation", 1986, chapter XI.1). Weights are compared with 62 random
/// bits.
///
/// Not safe for use by several threads: it keeps its working space.
public final class Multinomial {
    private static final int SINGLY = 40;
    private static final int SINGLY_PER_CELL = 5;
    private static final double SMALL_CELL = 4;
    private static final double ALL_BITS = 0x1p62;

    private final RandomGenerator random;
    private final int half;
    private final long[] bounds;
    private final int[] small;
    private final int[] large;
    private final int[] every;

    /// @param mostCells the most cells that will be given
    public Multinomial(int mostCells, RandomGenerator random) {
        this.random = random;
        half = Math.max(1, Integer.highestOneBit(Math.max(1, mostCells - 1)));
        bounds = new long[2 * half];
        small = new int[mostCells + 1];
        large = new int[mostCells + 1];
        every = new int[mostCells];
        for (int k = 0; k < mostCells; k++) every[k] = k;
    }

    /// Draws once.
    ///
    /// @param trials how many persons
    /// @param weights non-negative, not all 0, from `from` for `cells` positions; they need not add up to one
    /// @param counts receives the numbers from position `to`; added to what is there
    public void draw(long trials, double[] weights, int from, int cells, long[] counts, int to) {
        if (trials <= 0) return;
        double sum = 0;
        for (int k = 0; k < cells; k++) sum += weights[from + k];
        if (trials <= SINGLY) {
            singly(trials, sum, weights, from, every, 0, cells, counts, to);
            return;
        }
        double limit = SMALL_CELL * sum / trials;
        double few = 0;
        int smallCount = 0;
        int largeCount = 0;
        for (int k = 0; k < cells; k++) {
            double weight = weights[from + k];
            // All ones for a small cell, all zeros for a large one.
            long isSmall = Double.doubleToRawLongBits(weight - limit) >> 63;
            small[smallCount] = k;
            large[largeCount] = k;
            smallCount -= (int) isSmall;
            largeCount += 1 + (int) isSmall;
            few += Double.longBitsToDouble(Double.doubleToRawLongBits(weight) & isSmall);
        }
        long left = trials;
        if (few > 0) {
            long drawn = Binomials.draw(trials, few / sum, random);
            singly(drawn, few, weights, from, small, 0, smallCount, counts, to);
            left -= drawn;
        }
        drawLarge(left, sum - few, weights, from, largeCount, counts, to);
    }

    private void drawLarge(long trials, double sum, double[] weights, int from, int largeCount, long[] counts, int to) {
        long left = trials;
        double rest = sum;
        for (int i = 0; left > 0; i++) {
            int open = largeCount - i;
            int k = large[i];
            if (open == 1) {
                counts[to + k] += left;
                return;
            }
            if (left <= (long) SINGLY_PER_CELL * open) {
                singly(left, rest, weights, from, large, i, largeCount, counts, to);
                return;
            }
            double weight = weights[from + k];
            long drawn = rest <= weight ? left : Binomials.draw(left, weight / rest, random);
            counts[to + k] += drawn;
            left -= drawn;
            rest -= weight;
        }
    }

    /// Places persons one by one in the cells `which[first]` to `which[end - 1]`, whose weights add up to `sum`.
    private void singly(
            long trials,
            double sum,
            double[] weights,
            int from,
            int[] which,
            int first,
            int end,
            long[] counts,
            int to) {
        if (trials == 0) return;
        double scale = ALL_BITS / sum;
        double reached = 0;
        int last = end - first - 1;
        for (int i = 0; i < last; i++) {
            reached += weights[from + which[first + i]] * scale;
            bounds[i] = (long) reached - 1;
        }
        for (int i = last; i < bounds.length; i++) bounds[i] = Long.MAX_VALUE;
        for (long i = 0; i < trials; i++) {
            counts[to + which[first + cell(random.nextLong() >>> 2)]]++;
        }
    }

    /// How many bounds are below a uniform number.
    private int cell(long uniform) {
        int k = 0;
        for (int step = half; step > 0; step >>= 1) {
            k += (int) (bounds[k + step - 1] - uniform >>> 63) * step;
        }
        return k;
    }
}
