package org.constancia.estimation.graphs;

/// Running products of the ratios of every set over one block, and their inverses.
final class BlockProducts {
    private final MarginalScores scores;
    private final double[][] rising;
    private final double[][] falling;

    BlockProducts(MarginalScores scores) {
        this.scores = scores;
        this.rising = new double[scores.setCount()][Blocks.LONGEST];
        this.falling = new double[scores.setCount()][Blocks.LONGEST];
    }

    /// Prepares the block of `length` integers from `start`.
    void fill(double start, int length) {
        for (int set = 0; set < rising.length; set++) {
            double product = 1;
            for (int i = 0; i < length; i++) {
                rising[set][i] = product;
                falling[set][i] = 1 / product;
                product *= scores.ratio(set, start + i);
            }
        }
    }

    /// By position in the block: how much the exponential of the score has grown since the start.
    double[] rising(int set) {
        return rising[set];
    }

    /// The inverse of [#rising].
    double[] falling(int set) {
        return falling[set];
    }
}
