package org.constancia.app.cli.estimate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.constancia.estimation.Estimate;
import org.constancia.estimation.capture.CaptureTable;
import org.constancia.estimation.capture.OverlapMatrix;
import org.constancia.estimation.lcmcr.ImpliedExpansion;
import org.constancia.estimation.lcmcr.LcmcrPosterior;
import org.constancia.estimation.loglinear.BcaInterval;
import org.constancia.estimation.sensitivity.Variation;
import org.constancia.estimation.verdict.Figures;
import org.constancia.estimation.verdict.Method;
import org.constancia.estimation.verdict.MethodResult;
import org.constancia.estimation.verdict.ModelFigure;
import org.constancia.estimation.verdict.Reason;
import org.jspecify.annotations.Nullable;

/// An estimate as nested maps, ready to be written as JSON. The keys are a stable contract, described in
/// `docs/reference/estimate-json.md`; a key is added, never renamed.
final class EstimateDocument {
    static final String SCHEMA = "https://constancia.org/schema/estimate-1";

    private final Estimate estimate;
    private final boolean allowUnidentified;
    private final List<Variation> variations;
    private final @Nullable BcaInterval bootstrap;

    EstimateDocument(Estimate estimate, boolean allowUnidentified) {
        this(estimate, allowUnidentified, List.of(), null);
    }

    EstimateDocument(
            Estimate estimate, boolean allowUnidentified, List<Variation> variations, @Nullable BcaInterval bootstrap) {
        this.variations = variations;
        this.bootstrap = bootstrap;
        this.estimate = estimate;
        this.allowUnidentified = allowUnidentified;
    }

    /// The whole document.
    Map<String, Object> toMap() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", SCHEMA);
        document.put("version", Version.current());
        document.put("table", table(estimate.table()));
        document.put("verdict", estimate.verdict().code());
        document.put(
                "reasons",
                estimate.reasons().stream().map(EstimateDocument::reason).toList());
        document.put("assumption", Assumptions.of(estimate));
        document.put("observed", estimate.table().observed());
        document.put("lower_bound", Math.floor(estimate.lowerBound()));
        document.put("seed", estimate.settings().seed());
        document.put("methods", estimate.methods().stream().map(this::method).toList());
        document.put("spread", showsFigures() ? spread() : List.of());
        document.put("overlaps", overlaps());
        document.put("implied_prior", impliedPrior());
        document.put("predictive_checks", predictiveChecks());
        if (bootstrap != null && showsFigures()) document.put("bootstrap", bootstrap(bootstrap));
        if (showsFigures())
            document.put(
                    "sensitivity",
                    variations.stream().map(EstimateDocument::variation).toList());
        return document;
    }

    /// What the prior of the latent classes expects of `N / n` before any data.
    private @Nullable Map<String, Object> impliedPrior() {
        LcmcrPosterior lcmcr = estimate.lcmcr();
        if (lcmcr == null) return null;
        ImpliedExpansion implied = new ImpliedExpansion(
                lcmcr.settings().prior(),
                estimate.used().listCount(),
                lcmcr.settings().seed());
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("expansion_q025", implied.quantile(.025));
        map.put("expansion_median", implied.quantile(.5));
        map.put("expansion_q975", implied.quantile(.975));
        return map;
    }

    private List<Map<String, Object>> predictiveChecks() {
        LcmcrPosterior lcmcr = estimate.lcmcr();
        if (lcmcr == null) return List.of();
        return lcmcr.predictiveChecks().stream()
                .map(check -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    map.put("feature", check.kind().name().toLowerCase(Locale.ROOT));
                    map.put("lists", estimate.used().name(check.lists()));
                    map.put("observed", check.observed());
                    map.put("share_larger", check.probability());
                    return map;
                })
                .toList();
    }

    private static Map<String, Object> bootstrap(BcaInterval interval) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("method", "bca, selection redone");
        map.put("estimate", number(interval.estimate()));
        map.put("q025", number(interval.lower()));
        map.put("q975", number(interval.upper()));
        map.put("bias", interval.bias());
        map.put("acceleration", interval.acceleration());
        map.put("resamples", interval.resamples());
        map.put("failed", interval.failed());
        return map;
    }

    private static Map<String, Object> variation(Variation variation) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("change", variation.kind());
        map.put("detail", variation.detail());
        map.put("method", variation.method());
        map.put("verdict", variation.verdict().code());
        map.put("N", variation.figures() == null ? null : figures(variation.figures()));
        return map;
    }

    private boolean showsFigures() {
        return estimate.isEstimable() || allowUnidentified;
    }

    private static Map<String, Object> table(CaptureTable table) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("lists", table.lists());
        map.put("n", table.observed());
        map.put("patterns", table.patternCount());
        map.put("sha256", table.sha256());
        return map;
    }

    static Map<String, Object> reason(Reason reason) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("code", reason.code().word());
        map.put("refuses", reason.isRefusal());
        map.put("en", reason.sentence(Locale.ENGLISH));
        map.put("es", reason.sentence(Locale.of("es")));
        return map;
    }

    private Map<String, Object> method(MethodResult result) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("method", result.method().code());
        map.put("settings", result.settings());
        map.put("seed", estimate.settings().seed());
        map.put("verdict", result.verdict().code());
        map.put(
                "reasons",
                result.reasons().stream().map(EstimateDocument::reason).toList());
        boolean shown = showsFigures() && result.figures() != null;
        map.put("N", shown ? figures(result.figures()) : null);
        if (shown && !estimate.isEstimable()) map.put("shown_although_not_identified", true);
        map.put("diagnostics", shown || result.method() == Method.CHAO ? result.diagnostics() : guarded(result));
        map.put("sweeps", result.sweeps());
        map.put("cpu_seconds", result.cpuSeconds());
        return map;
    }

    /// Diagnostics without those that give a total away.
    private static Map<String, Object> guarded(MethodResult result) {
        Map<String, Object> kept = new LinkedHashMap<>();
        result.diagnostics().forEach((name, value) -> {
            if (!Assumptions.TOTALS.contains(name)) kept.put(name, value);
        });
        return kept;
    }

    static Map<String, Object> figures(@Nullable Figures figures) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (figures == null) return map;
        map.put("mean", number(figures.mean()));
        map.put("median", number(figures.median()));
        map.put("q025", number(figures.lower()));
        map.put("q975", number(figures.upper()));
        map.put("mcse_mean", number(figures.errorOfMean()));
        map.put("mcse_median", number(figures.errorOfMedian()));
        map.put("mcse_q025", number(figures.errorOfLower()));
        map.put("mcse_q975", number(figures.errorOfUpper()));
        return map;
    }

    private List<Map<String, Object>> spread() {
        return estimate.spread().stream().map(EstimateDocument::spreadLine).toList();
    }

    private static Map<String, Object> spreadLine(ModelFigure figure) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("model", figure.model());
        map.put("detail", figure.detail());
        map.put("kind", figure.kind().name().toLowerCase(Locale.ROOT));
        map.put("N", number(figure.total()));
        map.put("q025", number(figure.lower()));
        map.put("q975", number(figure.upper()));
        return map;
    }

    private Map<String, Object> overlaps() {
        OverlapMatrix matrix = new OverlapMatrix(estimate.table());
        int lists = estimate.table().listCount();
        long[][] shared = new long[lists][lists];
        for (int i = 0; i < lists; i++) for (int j = 0; j < lists; j++) shared[i][j] = matrix.shared(i, j);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("matrix", shared);
        map.put(
                "empty_pairs",
                matrix.emptyPairs().stream().map(estimate.table()::name).toList());
        map.put(
                "thin_pairs",
                matrix.thinPairs().stream().map(estimate.table()::name).toList());
        map.put("thin_below", OverlapMatrix.THIN);
        return map;
    }

    /// A number, or null where there is none, since JSON has no NaN and no infinity.
    static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
