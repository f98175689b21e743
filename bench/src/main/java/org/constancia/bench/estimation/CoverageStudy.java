package org.constancia.bench.estimation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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
import org.constancia.estimation.verdict.MethodResult;
import org.constancia.estimation.verdict.Verdict;

/// How often 95 % intervals hold the truth: `CoverageStudy FOLDER [REPLICATES] [THREADS]`.
///
/// Writes each drawn table to `FOLDER/tables` and each interval to `FOLDER/ours.csv` as soon as it is there, and goes
/// on
/// from them when it is started again. `bench/peers/lcmcr-coverage.R` makes `FOLDER/lcmcr.csv` from the same tables.
/// `CoverageReport FOLDER` sets both side by side.
public final class CoverageStudy {
    private CoverageStudy() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int replicates = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        Files.createDirectories(folder.resolve("tables"));
        writeTables(folder, replicates);
        Path file = folder.resolve("ours.csv");
        List<CoverageTrial> known = Files.exists(file) ? CoverageTrial.readAll(file) : List.of();
        if (known.isEmpty()) Files.writeString(file, CoverageTrial.HEADER);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int r = 0; r < replicates; r++) {
                for (int s = 0; s < Scenario.all().size(); s++) {
                    int scenario = s;
                    int replicate = r;
                    boolean done = known.stream()
                            .anyMatch(trial -> trial.scenario() == scenario && trial.replicate() == replicate);
                    if (!done) running.add(pool.submit(() -> append(file, trial(scenario, replicate))));
                }
            }
            for (Future<?> future : running) future.get();
        }
    }

    private static long seed(int scenario, int replicate) {
        return 100_000L * (scenario + 1) + replicate;
    }

    private static CaptureTable table(int scenario, int replicate) {
        return Scenario.all()
                .get(scenario)
                .draw(RandomGeneratorFactory.of("L64X128MixRandom").create(seed(scenario, replicate)));
    }

    private static void writeTables(Path folder, int replicates) throws IOException {
        for (int s = 0; s < Scenario.all().size(); s++) {
            for (int r = 0; r < replicates; r++) {
                CaptureTable table = table(s, r);
                StringBuilder text = new StringBuilder(String.join(",", table.lists())).append(",count\n");
                for (int i = 0; i < table.patternCount(); i++) {
                    for (int j = 0; j < table.listCount(); j++)
                        text.append(table.pattern(i) >> j & 1).append(',');
                    text.append(table.count(i)).append('\n');
                }
                Files.writeString(folder.resolve("tables").resolve(s + "-" + r + ".csv"), text);
            }
        }
    }

    private static List<CoverageTrial> trial(int scenario, int replicate) {
        CaptureTable table = table(scenario, replicate);
        EstimationSettings settings = EstimationSettings.customary(seed(scenario, replicate))
                .withMethods(EnumSet.of(Method.LCMCR, Method.GRAPHS, Method.LOGLINEAR));
        settings = settings.withLcmcr(settings.lcmcr().withEffort(400, 30_000));
        List<CoverageTrial> trials = new ArrayList<>();
        try (ExecutorService own = Executors.newSingleThreadExecutor()) {
            Estimate estimate = Estimator.estimate(table, settings, own, Progress.SILENT);
            for (MethodResult result : estimate.methods()) {
                Figures figures = result.figures();
                boolean refused = result.verdict() == Verdict.NOT_IDENTIFIED || figures == null;
                trials.add(new CoverageTrial(
                        scenario,
                        replicate,
                        result.method().code().toLowerCase(Locale.ROOT),
                        refused,
                        figures == null ? Double.NaN : figures.median(),
                        figures == null ? Double.NaN : figures.lower(),
                        figures == null ? Double.NaN : figures.upper()));
            }
        }
        return trials;
    }

    private static synchronized void append(Path file, List<CoverageTrial> trials) {
        StringBuilder lines = new StringBuilder();
        for (CoverageTrial trial : trials) lines.append(trial.line());
        try {
            Files.writeString(file, lines, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
