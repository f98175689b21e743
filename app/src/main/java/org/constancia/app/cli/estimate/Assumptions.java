package org.constancia.app.cli.estimate;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.constancia.estimation.Estimate;
import org.constancia.estimation.verdict.Method;
import org.constancia.estimation.verdict.MethodResult;

/// The identifying assumption of a method as a sentence. It cannot be tested with the lists themselves.
final class Assumptions {
    /// Diagnostics that are totals and are not shown when no total may be.
    static final Set<String> TOTALS = Set.of(
            "chain_medians",
            "modes",
            "mode",
            "multinomial_estimate",
            "wald_q025",
            "wald_q975",
            "aic_best_N",
            "bic_average_N",
            "bic_range_low",
            "bic_range_high",
            "standard_error");

    private Assumptions() {}

    /// The assumption behind the headline, in both languages.
    static Map<String, String> of(Estimate estimate) {
        Method method = estimate.findHeadline().map(MethodResult::method).orElse(Method.CHAO);
        Map<String, String> both = new LinkedHashMap<>();
        both.put("en", sentence(method, Locale.ENGLISH));
        both.put("es", sentence(method, Locale.of("es")));
        return both;
    }

    static String sentence(Method method, Locale locale) {
        return Messages.in(locale).text("assumption." + method.code());
    }
}
