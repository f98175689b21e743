package org.constancia.estimation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.estimation.bounds.ChaoLowerBound;
import org.constancia.estimation.bounds.NoHighestOrderInteraction;
import org.constancia.estimation.capture.CaptureTable;
import org.constancia.estimation.graphs.DecomposableGraph;
import org.constancia.estimation.graphs.GraphAveraging;
import org.constancia.estimation.graphs.GraphPosterior;
import org.constancia.estimation.lcmcr.Lcmcr;
import org.constancia.estimation.lcmcr.LcmcrPosterior;
import org.constancia.estimation.loglinear.HierarchicalModel;
import org.constancia.estimation.loglinear.LogLinearFit;
import org.constancia.estimation.loglinear.LogLinearSearch;
import org.constancia.estimation.loglinear.ProfileLikelihood;
import org.constancia.estimation.progress.ProcessorTime;
import org.constancia.estimation.progress.Progress;
import org.constancia.estimation.verdict.Figures;
import org.constancia.estimation.verdict.GraphJudgement;
import org.constancia.estimation.verdict.LcmcrJudgement;
import org.constancia.estimation.verdict.LogLinearJudgement;
import org.constancia.estimation.verdict.Method;
import org.constancia.estimation.verdict.MethodResult;
import org.constancia.estimation.verdict.ModelFigure;
import org.constancia.estimation.verdict.Reason;
import org.jspecify.annotations.Nullable;

/// The door to the estimation of one table: checks, methods, and what they say together.
public final class Estimator {
    private static final double DISAGREEMENT = 1.25;

    private final CaptureTable table;
    private final CaptureTable used;
    private final EstimationSettings settings;
    private final ExecutorService executor;
    private final Progress progress;
    private final List<MethodResult> results = new ArrayList<>();
    private final List<ModelFigure> spread = new ArrayList<>();
    private @Nullable LcmcrPosterior lcmcr;
    private @Nullable GraphPosterior graphs;

    private Estimator(CaptureTable table, EstimationSettings settings, ExecutorService executor, Progress progress) {
        this.table = table;
        this.used = table.restrictedTo(table.listsWithCaptures());
        this.settings = settings;
        this.executor = executor;
        this.progress = progress;
    }

    /// Estimates one table.
    ///
    /// @param table at least one person
    /// @param settings what to run
    /// @param executor runs the chains; the result does not depend on its number of threads
    /// @param progress told how far it is
    public static Estimate estimate(
            CaptureTable table, EstimationSettings settings, ExecutorService executor, Progress progress) {
        if (table.observed() == 0) {
            throw new ConstanciaException(Problem.BAD_INPUT, "The table records nobody, so there is nothing to go by");
        }
        return new Estimator(table, settings, executor, progress).run();
    }

    private Estimate run() {
        List<Reason> reasons = new ArrayList<>(tableReasons());
        boolean enoughLists = used.listCount() >= 3;
        for (Method method : EnumSet.allOf(Method.class)) {
            if (!settings.methods().contains(method)) continue;
            progress.checkCancelled();
            switch (method) {
                case LCMCR -> runLcmcr(enoughLists);
                case GRAPHS -> runGraphs(enoughLists);
                case LOGLINEAR -> runLogLinear(enoughLists);
                case CHAO -> runChao();
            }
        }
        addReferences(enoughLists);
        boolean refused = reasons.stream().anyMatch(Reason::isRefusal)
                || results.stream().flatMap(result -> result.reasons().stream()).anyMatch(Reason::isRefusal);
        if (!refused) disagreement().ifPresent(reasons::add);
        return new Estimate(table, used, settings, reasons, results, spread, ChaoLowerBound.of(used), lcmcr, graphs);
    }

    private List<Reason> tableReasons() {
        List<Reason> reasons = new ArrayList<>(org.constancia.estimation.verdict.TableChecks.of(used));
        List<String> empty = table.lists().stream()
                .filter(list -> !used.lists().contains(list))
                .toList();
        if (!empty.isEmpty()) {
            reasons.add(Reason.of(Reason.Code.LISTS_WITHOUT_CAPTURES, String.join(", ", empty)));
        }
        return reasons;
    }

    private void runLcmcr(boolean enoughLists) {
        if (!enoughLists) {
            results.add(notRun(Method.LCMCR, null));
            return;
        }
        double before = ProcessorTime.seconds();
        LcmcrPosterior posterior = Lcmcr.sample(used, settings.lcmcr(), executor, progress.part(0, .9));
        lcmcr = posterior;
        double own = ProcessorTime.seconds() - before;
        MethodResult result = LcmcrJudgement.judge(posterior, posterior.cpuSeconds() + own);
        results.add(result);
        addInterval("lcmcr", "K=" + settings.lcmcr().prior().classes(), result);
    }

    private void runGraphs(boolean enoughLists) {
        if (!enoughLists || used.listCount() > DecomposableGraph.MOST_LISTS) {
            results.add(notRun(
                    Method.GRAPHS, enoughLists ? Reason.of(Reason.Code.METHOD_NOT_RUN, "graphs", "> 7 lists") : null));
            return;
        }
        double before = ProcessorTime.seconds();
        double delta = settings.delta().orElse(GraphAveraging.customaryDelta(used.listCount()));
        GraphPosterior posterior = GraphAveraging.average(used, delta);
        graphs = posterior;
        MethodResult result = GraphJudgement.judge(posterior, ProcessorTime.seconds() - before);
        results.add(result);
        addInterval("graphs", "delta=" + delta, result);
        progress.report("graphs", .95);
    }

    private void runLogLinear(boolean enoughLists) {
        if (!enoughLists || used.listCount() > LogLinearSearch.MOST_LISTS) {
            results.add(notRun(
                    Method.LOGLINEAR,
                    enoughLists ? Reason.of(Reason.Code.METHOD_NOT_RUN, "loglinear", "> 12 lists") : null));
            return;
        }
        double before = ProcessorTime.seconds();
        LogLinearSearch.Outcome outcome;
        try {
            outcome = LogLinearSearch.search(used);
        } catch (ConstanciaException noModel) {
            results.add(notRun(Method.LOGLINEAR, Reason.of(Reason.Code.NO_VALID_MODEL)));
            return;
        }
        ProfileLikelihood profile = ProfileLikelihood.of(used, outcome.best());
        MethodResult result = LogLinearJudgement.judge(outcome, profile, ProcessorTime.seconds() - before);
        results.add(result);
        addInterval(
                outcome.exhaustive() ? "loglinear_bic" : "loglinear_stepwise",
                outcome.best().model().name(),
                result);
        LogLinearFit byAic = outcome.bestByAic();
        spread.add(ModelFigure.point("loglinear_aic", byAic.model().name(), ModelFigure.Kind.ESTIMATE, byAic.total()));
        spread.add(ModelFigure.exact(
                "loglinear_average",
                outcome.fits().size() + " models, BIC weights",
                ModelFigure.Kind.ESTIMATE,
                outcome.bicAverage(),
                outcome.bicRange()[0],
                outcome.bicRange()[1]));
    }

    private void runChao() {
        double bound = ChaoLowerBound.of(used);
        Map<String, Object> diagnostics = new LinkedHashMap<>();
        diagnostics.put("f1", used.recordedExactly(1));
        diagnostics.put("f2", used.recordedExactly(2));
        results.add(new MethodResult(
                Method.CHAO,
                Map.of("form", "bias-corrected"),
                List.of(),
                new Figures(Double.NaN, bound, bound, Double.NaN, 0, 0, 0, 0),
                diagnostics,
                0,
                0));
    }

    /// Points of comparison that cost nothing.
    private void addReferences(boolean enoughLists) {
        OptionalDouble free = NoHighestOrderInteraction.of(used, 1);
        if (enoughLists && free.isPresent()) {
            spread.add(ModelFigure.point("nhoi", "xi=1", ModelFigure.Kind.REFERENCE, free.getAsDouble()));
        }
        if (enoughLists && used.listCount() <= LogLinearSearch.MOST_LISTS) {
            LogLinearFit independent = LogLinearFit.of(used, HierarchicalModel.mainEffects(used.listCount()));
            if (independent.isValid()) {
                spread.add(ModelFigure.exact(
                        "independence",
                        independent.model().name(),
                        ModelFigure.Kind.REFERENCE,
                        independent.total(),
                        independent.waldLimit(-1.959963984540054),
                        independent.waldLimit(1.959963984540054)));
            }
        }
        spread.add(ModelFigure.point("chao", "", ModelFigure.Kind.LOWER_BOUND, ChaoLowerBound.of(used)));
    }

    private void addInterval(String model, String detail, MethodResult result) {
        Figures figures = result.figures();
        if (figures == null) return;
        spread.add(ModelFigure.of(model, detail, figures));
    }

    private java.util.Optional<Reason> disagreement() {
        double[] totals = spread.stream()
                .filter(figure -> figure.kind() == ModelFigure.Kind.ESTIMATE)
                .mapToDouble(ModelFigure::printedTotal)
                .sorted()
                .toArray();
        if (totals.length < 2 || totals[totals.length - 1] < DISAGREEMENT * totals[0])
            return java.util.Optional.empty();
        return java.util.Optional.of(
                Reason.of(Reason.Code.MODELS_DISAGREE, Math.round(totals[0]), Math.round(totals[totals.length - 1])));
    }

    private static MethodResult notRun(Method method, @Nullable Reason reason) {
        Set<Reason> reasons = reason == null ? Set.of() : Set.of(reason);
        return new MethodResult(method, Map.of(), List.copyOf(reasons), null, Map.of(), 0, 0);
    }
}
