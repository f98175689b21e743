package org.constancia.estimation.chance;

import java.util.random.RandomGenerator;

/// Spreads persons over cells: conditional binomials for cells that expect many, one person at a time for the others.
///
/// Cells that expect only a few are drawn as one cell first, whose members are then told apart. The
/// split is exact: sums of cells of a multinomial are binomial, and given their sum the cells are multinomial again
/// (L. Devroye, "Non-Uniform Random Variate Generation", 1986, chapter XI.1).
///
/// Not safe for use by several threads: it keeps its working space.
public final class Multinomial {
    private static final int SINGLY = 64;
    private static final int SINGLY_PER_CELL = 5;
    private static final double SMALL_CELL = 4;

    private final RandomGenerator random;
    private final SinglePlacement placement;
    private final int[] small;
    private final int[] large;
    private final int[] every;

    /// @param mostCells the most cells that will be given
    public Multinomial(int mostCells, RandomGenerator random) {
        this.random = random;
        placement = new SinglePlacement(mostCells, random);
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
        double sum = sum(weights, from, cells);
        draw(trials, sum, weights, from, cells, counts, to);
    }

    /// Draws once, given what the weights add up to.
    public void draw(long trials, double sum, double[] weights, int from, int cells, long[] counts, int to) {
        if (trials <= 0) return;
        if (trials <= SINGLY) {
            placement.place(trials, sum, weights, from, every, 0, cells, counts, to);
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
            placement.place(drawn, few, weights, from, small, 0, smallCount, counts, to);
            left -= drawn;
        }
        drawLarge(left, sum - few, weights, from, largeCount, counts, to);
    }

    /// What weights add up to; two partial sums wait less for each other.
    public static double sum(double[] weights, int from, int cells) {
        double even = 0;
        double odd = 0;
        int k = from;
        for (int end = from + cells - 1; k < end; k += 2) {
            even += weights[k];
            odd += weights[k + 1];
        }
        if (k < from + cells) even += weights[k];
        return even + odd;
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
                placement.place(left, rest, weights, from, large, i, largeCount, counts, to);
                return;
            }
            double weight = weights[from + k];
            long drawn = rest <= weight ? left : Binomials.draw(left, weight / rest, random);
            counts[to + k] += drawn;
            left -= drawn;
            rest -= weight;
        }
    }
}
