package org.constancia.app.web.rule;

/// So many of so many, with the interval in which the true share lies at 95 % confidence.
///
/// The interval is Wilson's score interval (E. B. Wilson, "Probable inference, the law of succession, and statistical
/// inference", 1927), which stays within 0 and 1 and is honest about few decisions.
public record Share(long right, long of) {
    private static final double Z = 1.959963984540054;

    public Share {
        if (right < 0 || right > of) throw new IllegalArgumentException(right + " of " + of);
    }

    /// 0 when nothing was decided.
    public double value() {
        return of == 0 ? 0 : (double) right / of;
    }

    public double low() {
        return of == 0 ? 0 : Math.max(0, centre() - halfWidth());
    }

    public double high() {
        return of == 0 ? 1 : Math.min(1, centre() + halfWidth());
    }

    private double centre() {
        return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double halfWidth() {
        double spread = value() * (1 - value()) / of + Z * Z / (4.0 * of * of);
        return Z * Math.sqrt(spread) / (1 + Z * Z / of);
    }
}
