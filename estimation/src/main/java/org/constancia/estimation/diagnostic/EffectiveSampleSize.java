package org.constancia.estimation.diagnostic;

/// How many independent draws several correlated chains are worth, for the mean of what they hold.
///
/// Autocovariances of all chains are combined with the variance between chains and summed by C. Geyer's initial
/// monotone sequence (Statistical Science 7, 1992), as in A. Gelman et al., "Bayesian Data Analysis", 3rd ed., 11.5.
final class EffectiveSampleSize {
    private EffectiveSampleSize() {}

    /// The effective size, at most `draws * log10(draws)`; NaN when the draws do not vary.
    ///
    /// @param chains equally long, at least 4 draws each
    static double of(double[][] chains) {
        int length = chains[0].length;
        int draws = chains.length * length;
        double[] means = new double[chains.length];
        double within = 0;
        double[][] centred = new double[chains.length][length];
        for (int c = 0; c < chains.length; c++) {
            for (double value : chains[c]) means[c] += value / length;
            for (int i = 0; i < length; i++) {
                centred[c][i] = chains[c][i] - means[c];
                within += centred[c][i] * centred[c][i] / (length - 1.0) / chains.length;
            }
        }
        double total = within * (length - 1.0) / length + variance(means);
        if (!(total > 0)) return Double.NaN;
        double sum = 0;
        double previous = Double.POSITIVE_INFINITY;
        for (int lag = 0; lag + 1 < length; lag += 2) {
            double even = lag == 0 ? 1 : correlation(centred, lag, within, total);
            double pair = even + correlation(centred, lag + 1, within, total);
            if (pair <= 0) break;
            previous = Math.min(previous, pair);
            sum += previous;
        }
        double time = Math.max(2 * sum - 1, 1 / Math.log10(draws));
        return draws / time;
    }

    private static double correlation(double[][] centred, int lag, double within, double total) {
        int length = centred[0].length;
        double covariance = 0;
        for (double[] chain : centred) {
            double sum = 0;
            for (int i = 0; i + lag < length; i++) sum += chain[i] * chain[i + lag];
            covariance += sum / length / centred.length;
        }
        return 1 - (within - covariance * length / (length - 1.0)) / total;
    }

    static double variance(double[] values) {
        if (values.length < 2) return 0;
        double mean = 0;
        for (double value : values) mean += value / values.length;
        double sum = 0;
        for (double value : values) sum += (value - mean) * (value - mean);
        return sum / (values.length - 1);
    }
}
