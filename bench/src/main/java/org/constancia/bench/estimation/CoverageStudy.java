package org.constancia.bench.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGeneratorFactory;
import org.constancia.estimation.Estimate;
import org.constancia.estimation.EstimationSettings;
import org.constancia.estimation.Estimator;
import org.constancia.estimation.capture.CaptureTable;
import org.constancia.estimation.progress.Progress;
import org.constancia.estimation.verdict.Figures;
import org.constancia.estimation.verdict.Method;
import org.constancia.estimation.verdict.Verdict;

/// How often 95 % intervals hold the truth: `CoverageStudy [REPLICATES] [THREADS]`. Prints one line a scenario
/// and method.
public final class CoverageStudy {
    private CoverageStudy() {}

    /// What one replicate came to.
    private record Trial(Method method, boolean refused, double median, double lower, double upper) {}

    public static void main(String[] arguments) throws Exception {
        int replicates = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        int first = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
        System.out.println("| scenario | method | refused | cover | median | median width |");
        System.out.println("|---|---|---|---|---|---|");
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Scenario scenario :
                    Scenario.all().subList(first, Scenario.all().size())) {
                List<Future<List<Trial>>> running = new ArrayList<>();
                for (int r = 0; r < replicates; r++) {
                    long seed = 1000L * scenario.name().length() + r;
                    running.add(pool.submit(() -> trial(scenario, seed)));
                }
                List<Trial> trials = new ArrayList<>();
                for (Future<List<Trial>> future : running) trials.addAll(future.get());
                for (Method method : List.of(Method.LCMCR, Method.GRAPHS, Method.LOGLINEAR)) {
                    print(scenario, method, trials);
                }
            }
        }
    }

    private static List<Trial> trial(Scenario scenario, long seed) {
        CaptureTable table =
                scenario.draw(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        EstimationSettings settings = EstimationSettings.customary(seed)
                .withMethods(EnumSet.of(Method.LCMCR, Method.GRAPHS, Method.LOGLINEAR));
        settings = settings.withLcmcr(settings.lcmcr().withEffort(400, 30_000));
        List<Trial> trials = new ArrayList<>();
        try (ExecutorService own = Executors.newSingleThreadExecutor()) {
            Estimate estimate = Estimator.estimate(table, settings, own, Progress.SILENT);
            estimate.methods().forEach(result -> {
                Figures figures = result.figures();
                boolean refused = result.verdict() == Verdict.NOT_IDENTIFIED || figures == null;
                trials.add(new Trial(
                        result.method(),
                        refused,
                        figures == null ? Double.NaN : figures.median(),
                        figures == null ? Double.NaN : figures.lower(),
                        figures == null ? Double.NaN : figures.upper()));
            });
        }
        return trials;
    }

    private static void print(Scenario scenario, Method method, List<Trial> trials) {
        List<Trial> own = trials.stream()
                .filter(trial -> trial.method() == method && !Double.isNaN(trial.median()))
                .toList();
        double truth = scenario.population();
        long covered = own.stream()
                .filter(trial -> trial.lower() <= truth && truth <= trial.upper())
                .count();
        long refused = own.stream().filter(Trial::refused).count();
        double[] medians = own.stream().mapToDouble(Trial::median).sorted().toArray();
        double[] widths =
                own.stream().mapToDouble(trial -> trial.upper() - trial.lower()).toArray();
        Arrays.sort(widths);
        System.out.printf(
                "| %s | %s | %d | %.3f | %.0f | %.0f |%n",
                scenario.name(),
                method.code(),
                refused,
                (double) covered / own.size(),
                medians[medians.length / 2],
                widths[widths.length / 2]);
    }
}
