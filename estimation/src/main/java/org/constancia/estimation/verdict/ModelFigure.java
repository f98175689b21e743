package org.constancia.estimation.verdict;

/// One line of the table in which all models stand side by side.
///
/// @param model the name, a stable code: `lcmcr`, `graphs`, `loglinear_bic`, `chao` and so on
/// @param detail which member of the family: `K=10`, `[123,14,34]`
/// @param kind what the figure is
/// @param total the central figure
/// @param lower lower end of a 95 % interval, NaN when there is none
/// @param upper upper end of it, NaN when there is none
public record ModelFigure(String model, String detail, Kind kind, double total, double lower, double upper) {
    /// What a figure claims to be.
    public enum Kind {
        /// A model's estimate of the total.
        ESTIMATE,
        /// A value below which the total should not be.
        LOWER_BOUND,
        /// A point of comparison that nobody should report by itself.
        REFERENCE
    }

    /// A figure without an interval.
    public static ModelFigure point(String model, String detail, Kind kind, double total) {
        return new ModelFigure(model, detail, kind, total, Double.NaN, Double.NaN);
    }

    public boolean hasInterval() {
        return !Double.isNaN(lower);
    }
}
