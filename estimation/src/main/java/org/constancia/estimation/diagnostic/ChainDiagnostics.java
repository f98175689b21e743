package org.constancia.estimation.diagnostic;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Convergence and precision of several chains that draw one quantity.
///
/// Rank-normalised split R-hat, bulk and tail effective sample size, and Monte Carlo errors of means and quantiles:
/// A. Vehtari, A. Gelman, D. Simpson, B. Carpenter and P.-C. Buerkner, "Rank-normalization, folding, and
/// localization: an
/// improved R-hat", Bayesian Analysis 16, 2021. Ranks make all but the error of the mean indifferent to whether the
/// quantity or its logarithm is looked at.
public final class ChainDiagnostics {
    private static final double ONE_SIGMA_LOW = .158655253931457;

    private final double[][] halves;
    private final double[] sorted;

    /// @param chains equally long, at least eight draws each; not changed
    public ChainDiagnostics(double[][] chains) {
        if (chains.length == 0 || chains[0].length < 8) throw new IllegalArgumentException("too few draws");
        int half = chains[0].length / 2;
        halves = new double[2 * chains.length][];
        for (int c = 0; c < chains.length; c++) {
            if (chains[c].length != chains[0].length) throw new IllegalArgumentException("chains differ in length");
            halves[2 * c] = Arrays.copyOfRange(chains[c], 0, half);
            halves[2 * c + 1] = Arrays.copyOfRange(chains[c], chains[c].length - half, chains[c].length);
        }
        sorted = Arrays.stream(halves).flatMapToDouble(Arrays::stream).sorted().toArray();
    }

    /// The larger of the bulk and the folded R-hat; 1 when chains agree, NaN when nothing varies.
    public double rHat() {
        double median = quantile(.5);
        double bulk = plainRHat(rankNormalised(halves));
        double folded = plainRHat(rankNormalised(map(halves, value -> Math.abs(value - median))));
        return Double.isNaN(folded) ? bulk : Math.max(bulk, folded);
    }

    /// Effective draws for the centre of the distribution.
    public double bulkEffectiveSize() {
        return EffectiveSampleSize.of(rankNormalised(halves));
    }

    /// Effective draws for the 5 % and 95 % quantiles, the smaller of the two.
    public double tailEffectiveSize() {
        return Math.min(effectiveSizeOfQuantile(.05), effectiveSizeOfQuantile(.95));
    }

    /// Effective draws for one quantile.
    public double effectiveSizeOfQuantile(double p) {
        double limit = quantile(p);
        return EffectiveSampleSize.of(map(halves, value -> value <= limit ? 1 : 0));
    }

    public double mean() {
        return Arrays.stream(sorted).average().orElseThrow();
    }

    public double standardDeviation() {
        return Math.sqrt(EffectiveSampleSize.variance(sorted));
    }

    /// The Monte Carlo standard error of the mean; the variance between chains is part of it.
    public double errorOfMean() {
        return standardDeviation() / Math.sqrt(EffectiveSampleSize.of(halves));
    }

    /// A quantile of all draws, by linear interpolation.
    public double quantile(double p) {
        double position = p * (sorted.length - 1);
        int below = (int) position;
        if (below + 1 >= sorted.length) return sorted[sorted.length - 1];
        return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
    }

    /// The Monte Carlo standard error of a quantile: half the width of the central 68 % interval of its order
    /// statistic.
    public double errorOfQuantile(double p) {
        double size = effectiveSizeOfQuantile(p);
        if (!(size > 1)) return Double.NaN;
        BetaDistribution place = BetaDistribution.of(size * p + 1, size * (1 - p) + 1);
        double low = sorted[index(place.inverseCumulativeProbability(ONE_SIGMA_LOW))];
        double high = sorted[index(place.inverseCumulativeProbability(1 - ONE_SIGMA_LOW))];
        return (high - low) / 2;
    }

    private int index(double p) {
        return (int) Math.max(0, Math.min(sorted.length - 1, Math.round(p * sorted.length)));
    }

    private static double plainRHat(double[][] chains) {
        double length = chains[0].length;
        double[] means = new double[chains.length];
        double within = 0;
        for (int c = 0; c < chains.length; c++) {
            means[c] = Arrays.stream(chains[c]).average().orElseThrow();
            within += EffectiveSampleSize.variance(chains[c]) / chains.length;
        }
        double between = length * EffectiveSampleSize.variance(means);
        return Math.sqrt(((length - 1) / length * within + between / length) / within);
    }

    /// Normal scores `Phi^-1((rank - 3/8) / (S + 1/4))` of all draws, ties by their average rank.
    private static double[][] rankNormalised(double[][] chains) {
        double[] pooled =
                Arrays.stream(chains).flatMapToDouble(Arrays::stream).sorted().toArray();
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double[] distinct = new double[pooled.length];
        double[] scores = new double[pooled.length];
        int size = 0;
        for (int from = 0; from < pooled.length; ) {
            int to = from;
            while (to < pooled.length && pooled[to] == pooled[from]) to++;
            double rank = (from + 1 + to) / 2.0;
            distinct[size] = pooled[from];
            scores[size++] = normal.inverseCumulativeProbability((rank - .375) / (pooled.length + .25));
            from = to;
        }
        int count = size;
        return map(chains, value -> scores[Arrays.binarySearch(distinct, 0, count, value)]);
    }

    private static double[][] map(double[][] chains, DoubleUnaryOperator function) {
        return Arrays.stream(chains)
                .map(chain -> Arrays.stream(chain).map(function).toArray())
                .toArray(double[][]::new);
    }
}
