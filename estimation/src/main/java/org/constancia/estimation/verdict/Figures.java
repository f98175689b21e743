package org.constancia.estimation.verdict;

/// Figures of a total `N`, each with its Monte Carlo standard error (0 when it was computed and not simulated).
///
/// For the log-linear method `median` is the estimate of the chosen model, `mean` the average over models and the
/// ends
/// are those of the profile-likelihood interval; for Chao's bound `median` and `lower` are the bound.
public record Figures(
        double mean,
        double median,
        double lower,
        double upper,
        double errorOfMean,
        double errorOfMedian,
        double errorOfLower,
        double errorOfUpper) {
    /// Figures that were computed and not simulated.
    public static Figures exact(double mean, double median, double lower, double upper) {
        return new Figures(mean, median, lower, upper, 0, 0, 0, 0);
    }

    /// Whether the figures come from simulation.
    public boolean isSimulated() {
        return errorOfMedian > 0 || errorOfMean > 0;
    }

    /// The smallest power of ten that is not below a Monte Carlo error, and at least 1: the last digit worth
    /// printing.
    public static long printedUnit(double error) {
        if (!(error > 0)) return 1;
        return Math.max(1, Math.round(Math.pow(10, Math.ceil(Math.log10(error) - 1e-9))));
    }

    /// A value rounded to the digits that its Monte Carlo error allows.
    public static double printed(double value, double error) {
        double unit = printedUnit(error);
        return Math.rint(value / unit) * unit;
    }
}
