package org.constancia.estimation.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.constancia.estimation.loglinear.LogLinearFit;
import org.constancia.estimation.loglinear.LogLinearSearch;
import org.constancia.estimation.loglinear.ProfileLikelihood;

/// Reads a search over log-linear models critically.
public final class LogLinearJudgement {
    private LogLinearJudgement() {}

    /// The result with its reasons.
    public static MethodResult judge(LogLinearSearch.Outcome outcome, ProfileLikelihood profile, double cpuSeconds) {
        List<Reason> reasons = new ArrayList<>();
        if (Double.isInfinite(profile.upper())) reasons.add(Reason.of(Reason.Code.INTERVAL_UNBOUNDED));
        if (outcome.refused() > 0) {
            reasons.add(Reason.of(Reason.Code.MODELS_REFUSED, outcome.refused(), outcome.tried()));
        }
        LogLinearFit best = outcome.best();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("search", outcome.exhaustive() ? "all hierarchical models" : "forward pairwise");
        settings.put("selection", outcome.exhaustive() ? "bic" : "p < .02");
        settings.put("interval", "profile likelihood, multinomial");
        Map<String, Object> diagnostics = new LinkedHashMap<>();
        diagnostics.put("model", best.model().name());
        diagnostics.put("standard_error", best.standardError());
        diagnostics.put("deviance", best.deviance());
        diagnostics.put("degrees_of_freedom", best.degreesOfFreedom());
        diagnostics.put("aic", best.aic());
        diagnostics.put("bic", best.bic());
        diagnostics.put("multinomial_estimate", profile.estimate());
        diagnostics.put("wald_q025", best.waldLimit(-1.959963984540054));
        diagnostics.put("wald_q975", best.waldLimit(1.959963984540054));
        diagnostics.put("models_tried", outcome.tried());
        diagnostics.put("models_refused", outcome.refused());
        diagnostics.put("aic_best_model", outcome.bestByAic().model().name());
        diagnostics.put("aic_best_N", outcome.bestByAic().total());
        diagnostics.put("bic_average_N", outcome.bicAverage());
        diagnostics.put("bic_range_low", outcome.bicRange()[0]);
        diagnostics.put("bic_range_high", outcome.bicRange()[1]);
        Figures figures = Figures.exact(outcome.bicAverage(), best.total(), profile.lower(), profile.upper());
        return new MethodResult(Method.LOGLINEAR, settings, reasons, figures, diagnostics, 0, cpuSeconds);
    }
}
