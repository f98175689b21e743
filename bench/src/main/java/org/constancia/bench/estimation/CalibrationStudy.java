package org.constancia.bench.estimation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.constancia.estimation.capture.CaptureTable;
import org.constancia.estimation.chance.Gammas;
import org.constancia.estimation.lcmcr.LatentClassPrior;
import org.constancia.estimation.lcmcr.Lcmcr;
import org.constancia.estimation.lcmcr.LcmcrPosterior;
import org.constancia.estimation.lcmcr.LcmcrSettings;
import org.constancia.estimation.progress.Progress;

/// Simulation-based calibration (Talts et al. 2018): when truths come from the prior and data from the model, the
/// rank of
/// the truth among posterior draws is uniform. `CalibrationStudy [TABLES] [THREADS] [PLOT.json]` prints the histogram
/// and
/// its chi-squared statistic, and writes the histogram as a Vega-Lite plot.
///
/// The prior `1/N` is improper; it is cut to 100 to 2,000 persons. The upper end is the cap of the sampler, the
/// lower end
/// is imposed by leaving out draws below it; tables with nobody seen are drawn again, which changes no posterior.
public final class CalibrationStudy {
    private static final int SMALLEST = 100;
    private static final int LARGEST = 2000;
    private static final int LISTS = 4;
    private static final int BINS = 20;

    private CalibrationStudy() {}

    public static void main(String[] arguments) throws Exception {
        int tables = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400;
        int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        int[] histogram = new int[BINS];
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Double>> running = new ArrayList<>();
            for (int t = 0; t < tables; t++) {
                long seed = 7_000 + t;
                running.add(pool.submit(() -> rank(seed)));
            }
            for (Future<Double> future : running) histogram[(int) Math.min(BINS - 1, future.get() * BINS)]++;
        }
        double expected = (double) tables / BINS;
        double statistic = 0;
        for (int count : histogram) {
            System.out.printf("%4d %s%n", count, "#".repeat(count));
            statistic += (count - expected) * (count - expected) / expected;
        }
        if (arguments.length > 2) Files.writeString(Path.of(arguments[2]), plot(histogram, expected));
        System.out.printf("chi-squared %.1f on %d degrees of freedom (95 %% point 30.1)%n", statistic, BINS - 1);
    }

    /// The band holds 95 % of the bins of a uniform histogram.
    private static String plot(int[] histogram, double expected) {
        double half = 1.96 * Math.sqrt(expected * (1 - 1.0 / BINS));
        StringBuilder rows = new StringBuilder();
        for (int b = 0; b < BINS; b++) {
            rows.append(b == 0 ? "" : ",").append("{\"bin\":%d,\"tables\":%d}".formatted(b + 1, histogram[b]));
        }
        return """
                {"$schema":"https://vega.github.io/schema/vega-lite/v5.json",
                "title":"Ranks of the truth among posterior draws; uniform when the sampler is right",
                "data":{"values":[%s]},
                "layer":[
                {"mark":{"type":"rect","opacity":0.2},"encoding":{"y":{"datum":%.2f},"y2":{"datum":%.2f}}},
                {"mark":"bar","encoding":{"x":{"field":"bin","type":"ordinal","title":"rank, 20 bins"},
                "y":{"field":"tables","type":"quantitative","title":"tables"}}},
                {"mark":"rule","encoding":{"y":{"datum":%.2f}}}]}
                """.formatted(rows, expected - half, expected + half, expected);
    }

    /// The share of posterior draws below the truth, ties broken at random.
    private static double rank(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        LatentClassPrior prior = new LatentClassPrior(5, 1, 1, 1, 1, 20);
        while (true) {
            double truth = Math.floor(SMALLEST * Math.pow((LARGEST + 1.0) / SMALLEST, random.nextDouble()));
            CaptureTable table = draw(prior, (int) truth, random);
            if (table.observed() == 0) continue;
            double cap = (LARGEST - table.observed() + .5) / table.observed();
            if (cap <= 0) continue;
            LcmcrSettings settings = new LcmcrSettings(prior.withCap(cap), 2, seed, 400, 30_000);
            try (ExecutorService own = Executors.newSingleThreadExecutor()) {
                LcmcrPosterior posterior = Lcmcr.sample(table, settings, own, Progress.SILENT);
                double below = 0;
                double kept = 0;
                for (double total : posterior.totals()) {
                    if (total < SMALLEST) continue;
                    kept++;
                    below += total < truth ? 1 : total == truth ? random.nextDouble() : 0;
                }
                return kept == 0 ? random.nextDouble() : below / kept;
            }
        }
    }

    private static CaptureTable draw(LatentClassPrior prior, int population, RandomGenerator random) {
        double concentration = Gammas.draw(prior.shape(), random) / prior.rate();
        double[] sizes = new double[prior.classes()];
        double[][] captures = new double[prior.classes()][LISTS];
        double left = 1;
        for (int k = 0; k < sizes.length; k++) {
            double rest = k == sizes.length - 1 ? 0 : Math.exp(-random.nextExponential() / concentration);
            sizes[k] = left * (1 - rest);
            left *= rest;
            for (int j = 0; j < LISTS; j++) captures[k][j] = random.nextDouble();
        }
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (int i = 0; i < population; i++) {
            double u = random.nextDouble();
            int k = 0;
            while (k < sizes.length - 1 && u >= sizes[k]) u -= sizes[k++];
            int pattern = 0;
            for (int j = 0; j < LISTS; j++) if (random.nextDouble() < captures[k][j]) pattern |= 1 << j;
            if (pattern != 0) counts.merge(pattern, 1L, Long::sum);
        }
        return CaptureTable.of(List.of("A", "B", "C", "D"), counts);
    }
}
