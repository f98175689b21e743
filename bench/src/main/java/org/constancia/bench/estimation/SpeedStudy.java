package org.constancia.bench.estimation;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.constancia.estimation.capture.CaptureColumns;
import org.constancia.estimation.capture.CaptureSheetReader;
import org.constancia.estimation.capture.CaptureTable;
import org.constancia.estimation.graphs.DecomposableGraph;
import org.constancia.estimation.graphs.GraphAveraging;
import org.constancia.estimation.lcmcr.Lcmcr;
import org.constancia.estimation.lcmcr.LcmcrPosterior;
import org.constancia.estimation.lcmcr.LcmcrSettings;
import org.constancia.estimation.loglinear.BcaBootstrap;
import org.constancia.estimation.progress.ProcessorTime;
import org.constancia.estimation.progress.Progress;

/// Processor time of each method on simulated tables of five and six lists, each run once to warm up:
/// `SpeedStudy`. With a folder of tables, `SpeedStudy FOLDER [NAME]...`, the sampler on each of them: the
/// time of a sweep and effective draws of log n0 per processor second, warm-up included.
public final class SpeedStudy {
    private SpeedStudy() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0) {
            sampler(Path.of(arguments[0]), List.of(arguments).subList(1, arguments.length));
            return;
        }
        CaptureTable five = Scenario.all()
                .get(2)
                .draw(RandomGeneratorFactory.of("L64X128MixRandom").create(1));
        CaptureTable six = six();
        List<DecomposableGraph> graphs = DecomposableGraph.all(6);
        timed("822 graphs, every n0 up to 40,000", () -> GraphAveraging.averageUpTo(five, 1 / 32.0, 40_000));
        timed("822 graphs, open grid", () -> GraphAveraging.average(five, 1 / 32.0));
        timed("18,154 graphs enumerated", () -> DecomposableGraph.all(6));
        timed("18,154 graphs, every n0 up to 40,000", () -> GraphAveraging.averageUpTo(six, 1 / 64.0, 40_000));
        timed("18,154 graphs, open grid", () -> GraphAveraging.average(six, 1 / 64.0, graphs));
        bootstrap(six);
        effectiveDraws("five lists", five);
        effectiveDraws("six lists", six);
    }

    private static void sampler(Path folder, List<String> names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith(".csv") || name.equals("reference.csv")) continue;
                if (!names.isEmpty() && !names.contains(name.replace(".csv", ""))) continue;
                try (Reader reader = Files.newBufferedReader(file)) {
                    effectiveDraws(
                            name,
                            CaptureSheetReader.read(reader, CaptureColumns.BY_NAME)
                                    .onlyTable());
                }
            }
        }
    }

    private static CaptureTable six() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
        double[][] captures = {{.05, .1, .08, .12, .05, .1}, {.5, .6, .4, .5, .3, .5}};
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (int i = 0; i < 4000; i++) {
            double[] own = captures[random.nextDouble() < .8 ? 0 : 1];
            int pattern = 0;
            for (int j = 0; j < 6; j++) if (random.nextDouble() < own[j]) pattern |= 1 << j;
            if (pattern != 0) counts.merge(pattern, 1L, Long::sum);
        }
        return CaptureTable.of(List.of("A", "B", "C", "D", "E", "F"), counts);
    }

    private static void timed(String what, Runnable work) {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            double before = ProcessorTime.seconds();
            work.run();
            seconds.add(ProcessorTime.seconds() - before);
        }
        System.out.printf("| %s | %.3f s first, %.3f s warm |%n", what, seconds.get(0), seconds.get(2));
    }

    private static void bootstrap(CaptureTable table) {
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            long before = System.nanoTime();
            BcaBootstrap.interval(table, 1000, 1, executor, Progress.SILENT);
            System.out.printf(
                    "| BCa, 1,000 resamples, six lists | %.2f s wall |%n", (System.nanoTime() - before) / 1e9);
        }
    }

    private static void effectiveDraws(String what, CaptureTable table) {
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            LcmcrSettings settings = LcmcrSettings.customary(1);
            Lcmcr.sample(table, settings.withEffort(1e9, 10_000), executor, Progress.SILENT);
            LcmcrPosterior posterior = Lcmcr.sample(table, settings.withEffort(1e9, 30_000), executor, Progress.SILENT);
            System.out.printf(
                    "| latent classes, %s, n = %.0f | %.2f ms per 1,000 sweeps | %.0f effective draws per processor second"
                            + " | R-hat %.3f |%n",
                    what,
                    posterior.observed(),
                    1e6 * posterior.secondsPerSweep(),
                    posterior.diagnostics().bulkEffectiveSize() / posterior.cpuSeconds(),
                    posterior.diagnostics().rHat());
        }
    }
}
