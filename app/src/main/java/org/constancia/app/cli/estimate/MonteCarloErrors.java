package org.constancia.app.cli.estimate;

import java.util.Locale;
import org.constancia.estimation.verdict.Figures;

/// The Monte Carlo errors of the figures that are printed, as a sentence.
final class MonteCarloErrors {
    private MonteCarloErrors() {}

    static String sentence(Figures figures, Messages messages, Locale locale) {
        return messages.text(
                "errors",
                format(figures.errorOfLower(), locale),
                format(figures.errorOfMedian(), locale),
                format(figures.errorOfUpper(), locale));
    }

    private static String format(double error, Locale locale) {
        return String.format(locale, error < 10 ? "%.1f" : "%,.0f", error);
    }
}
