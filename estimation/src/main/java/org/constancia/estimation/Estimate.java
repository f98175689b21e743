package org.constancia.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.constancia.estimation.capture.CaptureTable;
import org.constancia.estimation.graphs.GraphPosterior;
import org.constancia.estimation.lcmcr.LcmcrPosterior;
import org.constancia.estimation.verdict.Figures;
import org.constancia.estimation.verdict.Method;
import org.constancia.estimation.verdict.MethodResult;
import org.constancia.estimation.verdict.ModelFigure;
import org.constancia.estimation.verdict.Reason;
import org.constancia.estimation.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/// Everything found out about one table: the verdict first, then what each method says.
///
/// @param table the table as given
/// @param used the table without lists that recorded nobody
/// @param settings what was run
/// @param tableReasons what the table itself forbids or qualifies
/// @param methods one result for each method asked for
/// @param spread every model's figure side by side, headline first
/// @param lowerBound Chao's bound on the total, at least the observed count
/// @param lcmcr the draws of the latent-class sampler, when it was run
/// @param graphs the posterior over graphs, when it was computed
public record Estimate(
        CaptureTable table,
        CaptureTable used,
        EstimationSettings settings,
        List<Reason> tableReasons,
        List<MethodResult> methods,
        List<ModelFigure> spread,
        double lowerBound,
        @Nullable LcmcrPosterior lcmcr,
        @Nullable GraphPosterior graphs) {
    public Estimate {
        tableReasons = List.copyOf(tableReasons);
        methods = List.copyOf(methods);
        spread = List.copyOf(spread);
    }

    /// The same estimate with further reasons, such as what the reader of the file left out.
    public Estimate withReasons(List<Reason> further) {
        List<Reason> all = new ArrayList<>(tableReasons);
        all.addAll(further);
        return new Estimate(table, used, settings, all, methods, spread, lowerBound, lcmcr, graphs);
    }

    /// All reasons, those of the table first, refusals before warnings.
    public List<Reason> reasons() {
        List<Reason> all = new ArrayList<>(tableReasons);
        for (MethodResult result : methods) {
            for (Reason reason : result.reasons()) if (!all.contains(reason)) all.add(reason);
        }
        all.sort(java.util.Comparator.comparing(reason -> !reason.isRefusal()));
        return List.copyOf(all);
    }

    /// The verdict on the table: that of its worst reason.
    public Verdict verdict() {
        boolean nothingRun =
                methods.stream().noneMatch(result -> result.method().isEstimate() && result.figures() != null);
        return nothingRun ? Verdict.NOT_IDENTIFIED : Verdict.of(reasons());
    }

    /// Whether figures may be shown.
    public boolean isEstimable() {
        return verdict() != Verdict.NOT_IDENTIFIED;
    }

    /// The result whose figures stand first: the latent classes, or else the next method that gives an estimate.
    public Optional<MethodResult> findHeadline() {
        return methods.stream()
                .filter(result -> result.method().isEstimate() && result.figures() != null)
                .findFirst();
    }

    /// The figures of the headline, when they may be shown.
    public Optional<Figures> findFigures() {
        return isEstimable() ? findHeadline().map(MethodResult::figures) : Optional.empty();
    }

    /// The result of one method, if it was asked for.
    public Optional<MethodResult> findResult(Method method) {
        return methods.stream().filter(result -> result.method() == method).findFirst();
    }
}
