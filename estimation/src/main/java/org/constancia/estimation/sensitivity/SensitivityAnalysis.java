package org.constancia.estimation.sensitivity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import org.constancia.estimation.Estimate;
import org.constancia.estimation.EstimationSettings;
import org.constancia.estimation.Estimator;
import org.constancia.estimation.bounds.NoHighestOrderInteraction;
import org.constancia.estimation.capture.CaptureTable;
import org.constancia.estimation.graphs.DecomposableGraph;
import org.constancia.estimation.graphs.GraphAveraging;
import org.constancia.estimation.lcmcr.LatentClassPrior;
import org.constancia.estimation.progress.Progress;
import org.constancia.estimation.verdict.Figures;
import org.constancia.estimation.verdict.Method;
import org.constancia.estimation.verdict.Verdict;

/// Runs the estimation again with one thing changed at a time: each list dropped, each pair merged, only the
/// first few
/// lists (the trajectory), the number of classes, the priors, the cap, delta, and the size of the highest-order
/// interaction.
public final class SensitivityAnalysis {
    private static final int MOST_LISTS_TO_MERGE = 6;

    private final CaptureTable table;
    private final EstimationSettings settings;
    private final ExecutorService executor;
    private final List<Runnable> changes = new ArrayList<>();
    private final List<Variation> variations = new ArrayList<>();

    private SensitivityAnalysis(CaptureTable table, EstimationSettings settings, ExecutorService executor) {
        this.table = table;
        this.settings = settings;
        this.executor = executor;
    }

    /// All variations of an estimate.
    ///
    /// @param settings those of the estimate; shorter runs than there are enough
    public static List<Variation> of(
            CaptureTable table, EstimationSettings settings, ExecutorService executor, Progress progress) {
        SensitivityAnalysis analysis = new SensitivityAnalysis(table, settings, executor);
        analysis.plan();
        for (int i = 0; i < analysis.changes.size(); i++) {
            progress.checkCancelled();
            analysis.changes.get(i).run();
            progress.report("sensitivity", (i + 1.0) / analysis.changes.size());
        }
        return List.copyOf(analysis.variations);
    }

    private void plan() {
        if (table.listCount() > 3) {
            for (String list : table.lists()) change("drop_list", list, table.without(list), settings);
        }
        for (int first = 3; first < table.listCount(); first++) {
            List<String> lists = table.lists().subList(0, first);
            change("first_lists", String.join("+", lists), table.restrictedTo(lists), settings);
        }
        if (table.listCount() > 3 && table.listCount() <= MOST_LISTS_TO_MERGE) {
            for (int one = 0; one < table.listCount(); one++) {
                for (int other = one + 1; other < table.listCount(); other++) {
                    String first = table.lists().get(one);
                    String second = table.lists().get(other);
                    change("merge_lists", first + "+" + second, table.merging(first, second), settings);
                }
            }
        }
        if (settings.methods().contains(Method.LCMCR)) planPriors();
        if (settings.methods().contains(Method.GRAPHS) && table.listCount() <= DecomposableGraph.MOST_LISTS) {
            double customary = GraphAveraging.customaryDelta(table.listCount());
            for (double delta : new double[] {customary / 4, customary, 4 * customary, .5, 1}) {
                change("delta", String.valueOf(delta), table, graphs(delta));
            }
        }
        for (double xi : new double[] {.25, .5, 1, 2, 4}) changes.add(() -> interaction(xi));
    }

    private void planPriors() {
        LatentClassPrior prior = settings.lcmcr().prior();
        for (int classes : new int[] {2, 5, 15, 20}) {
            prior("classes", "K=" + classes, prior.withClasses(classes));
        }
        prior("alpha_prior", "Gamma(1, 1)", prior.withConcentration(1, 1));
        prior("alpha_prior", "Gamma(5, 1)", prior.withConcentration(5, 1));
        prior("capture_prior", "Beta(1, 2)", prior.withCapture(1, 2));
        prior("capture_prior", "Beta(1, 4)", prior.withCapture(1, 4));
        prior("cap", "5 n", prior.withCap(5));
        prior("cap", "100 n", prior.withCap(100));
    }

    private void prior(String kind, String detail, LatentClassPrior prior) {
        change(
                kind,
                detail,
                table,
                settings.withMethods(EnumSet.of(Method.LCMCR))
                        .withLcmcr(settings.lcmcr().withPrior(prior)));
    }

    private EstimationSettings graphs(double delta) {
        return settings.withMethods(EnumSet.of(Method.GRAPHS)).withDelta(OptionalDouble.of(delta));
    }

    private void change(String kind, String detail, CaptureTable changed, EstimationSettings how) {
        changes.add(() -> {
            Estimate estimate = Estimator.estimate(changed, how, executor, Progress.SILENT);
            String method = estimate.findHeadline()
                    .map(result -> result.method().code())
                    .orElse("none");
            variations.add(new Variation(
                    kind,
                    detail,
                    method,
                    estimate.verdict(),
                    estimate.findFigures().orElse(null)));
        });
    }

    private void interaction(double xi) {
        OptionalDouble total = NoHighestOrderInteraction.of(table, xi);
        if (total.isEmpty()) return;
        double value = total.getAsDouble();
        variations.add(new Variation(
                "xi",
                String.valueOf(xi),
                "nhoi",
                Verdict.ESTIMABLE_WITH_WARNINGS,
                new Figures(value, value, Double.NaN, Double.NaN, 0, 0, 0, 0)));
    }
}
