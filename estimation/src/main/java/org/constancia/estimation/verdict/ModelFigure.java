package org.constancia.estimation.verdict;

/// One line of the table in which all models stand side by side.
///
/// @param model the name, a stable code: `lcmcr`, `graphs`, `loglinear_bic`, `chao` and so on
/// @param detail which member of the family: `K=10`, `[123,14,34]`
/// @param kind what the figure is
/// @param total the central figure
/// @param lower lower end of a 95 % interval, NaN when there is none
/// @param upper upper end of it, NaN when there is none
/// @param errors Monte Carlo errors of total, lower and upper end; 0 where nothing was simulated
public record ModelFigure(
        String model, String detail, Kind kind, double total, double lower, double upper, Errors errors) {
    /// Monte Carlo errors of one line.
    public record Errors(double ofTotal, double ofLower, double ofUpper) {
        static final Errors NONE = new Errors(0, 0, 0);
    }

    /// What a figure claims to be.
    public enum Kind {
        /// A model's estimate of the total.
        ESTIMATE,
        /// A value below which the total should not be.
        LOWER_BOUND,
        /// A point of comparison that nobody should report by itself.
        REFERENCE
    }

    /// A figure that was computed and not simulated.
    public static ModelFigure exact(String model, String detail, Kind kind, double total, double lower, double upper) {
        return new ModelFigure(model, detail, kind, total, lower, upper, Errors.NONE);
    }

    /// The central figures and the interval of a method.
    public static ModelFigure of(String model, String detail, Figures figures) {
        return new ModelFigure(
                model,
                detail,
                Kind.ESTIMATE,
                figures.median(),
                figures.lower(),
                figures.upper(),
                new Errors(figures.errorOfMedian(), figures.errorOfLower(), figures.errorOfUpper()));
    }

    /// A figure without an interval.
    public static ModelFigure point(String model, String detail, Kind kind, double total) {
        return exact(model, detail, kind, total, Double.NaN, Double.NaN);
    }

    /// The total to the digits that its Monte Carlo error allows.
    public double printedTotal() {
        return Figures.printed(total, errors.ofTotal());
    }

    /// The lower end to the digits that its Monte Carlo error allows.
    public double printedLower() {
        return Figures.printed(lower, errors.ofLower());
    }

    /// The upper end to the digits that its Monte Carlo error allows.
    public double printedUpper() {
        return Figures.printed(upper, errors.ofUpper());
    }

    public boolean hasInterval() {
        return !Double.isNaN(lower);
    }
}
