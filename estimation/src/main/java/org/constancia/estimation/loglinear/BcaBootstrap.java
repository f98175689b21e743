package org.constancia.estimation.loglinear;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.estimation.capture.CaptureTable;
import org.constancia.estimation.chance.Multinomial;
import org.constancia.estimation.progress.Progress;

/// An interval that knows the model was chosen on the same data: every resample chooses again.
///
/// B. Efron, "Better bootstrap confidence intervals", JASA 82, 1987, with the acceleration from the jackknife
/// over cells,
/// each weighted by its count (Chan, Silverman and Vincent 2021). Persons are resampled; resamples on which no
/// model has
/// a finite estimate are counted and left out.
public final class BcaBootstrap {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int CHUNK = 25;

    private BcaBootstrap() {}

    /// Resamples and selects again, each resample with its own generator, so that threads do not matter.
    ///
    /// @param table at most [LogLinearSearch#MOST_LISTS] lists
    /// @param resamples 1,000 or more for an interval that is worth printing
    public static BcaInterval interval(
            CaptureTable table, int resamples, long seed, ExecutorService executor, Progress progress) {
        double estimate = LogLinearSearch.search(table).best().total();
        SplittableGenerator root = RandomGeneratorFactory.<SplittableGenerator>of("L64X128MixRandom")
                .create(seed);
        List<Future<List<OptionalDouble>>> running = new ArrayList<>();
        for (int from = 0; from < resamples; from += CHUNK) {
            int size = Math.min(CHUNK, resamples - from);
            SplittableGenerator own = root.split();
            running.add(executor.submit(() -> chunk(table, size, own, progress)));
        }
        List<Double> totals = new ArrayList<>();
        for (int i = 0; i < running.size(); i++) {
            await(running.get(i)).forEach(total -> total.ifPresent(totals::add));
            progress.report("bootstrap", (i + 1.0) / running.size());
        }
        if (totals.size() < resamples / 2) {
            throw new ConstanciaException(Problem.BAD_INPUT, "Most resamples of the table have no finite estimate")
                    .with("resamples", resamples)
                    .with("finite", totals.size());
        }
        double[] sorted =
                totals.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double bias = bias(sorted, estimate);
        double acceleration = acceleration(table);
        return new BcaInterval(
                estimate,
                limit(sorted, .025, bias, acceleration),
                limit(sorted, .975, bias, acceleration),
                bias,
                acceleration,
                sorted.length,
                resamples - sorted.length);
    }

    private static List<OptionalDouble> chunk(
            CaptureTable table, int size, SplittableGenerator random, Progress progress) {
        double[] weights = new double[table.patternCount()];
        for (int i = 0; i < weights.length; i++) weights[i] = table.count(i);
        Multinomial multinomial = new Multinomial(weights.length, random);
        List<OptionalDouble> totals = new ArrayList<>();
        for (int b = 0; b < size; b++) {
            progress.checkCancelled();
            long[] counts = new long[weights.length];
            multinomial.draw(table.observed(), weights, 0, weights.length, counts, 0);
            totals.add(total(table.withCounts(counts)));
        }
        return totals;
    }

    private static OptionalDouble total(CaptureTable table) {
        try {
            return OptionalDouble.of(LogLinearSearch.search(table).best().total());
        } catch (ConstanciaException noModel) {
            return OptionalDouble.empty();
        }
    }

    /// `z0`: how far the estimate is from the middle of the resamples; ties count half.
    private static double bias(double[] sorted, double estimate) {
        double below = 0;
        for (double total : sorted) below += total < estimate ? 1 : total == estimate ? .5 : 0;
        double share = Math.clamp(below / sorted.length, .5 / sorted.length, 1 - .5 / sorted.length);
        return NORMAL.inverseCumulativeProbability(share);
    }

    /// Skewness of the jackknife: leave out one person of each pattern in turn.
    private static double acceleration(CaptureTable table) {
        double[] totals = new double[table.patternCount()];
        double mean = 0;
        for (int i = 0; i < totals.length; i++) {
            long[] counts = new long[totals.length];
            for (int k = 0; k < counts.length; k++) counts[k] = table.count(k) - (k == i ? 1 : 0);
            totals[i] = total(table.withCounts(counts)).orElse(Double.NaN);
            mean += table.count(i) * totals[i] / table.observed();
        }
        double squares = 0;
        double cubes = 0;
        for (int i = 0; i < totals.length; i++) {
            double difference = mean - totals[i];
            squares += table.count(i) * difference * difference;
            cubes += table.count(i) * difference * difference * difference;
        }
        double acceleration = cubes / (6 * Math.pow(squares, 1.5));
        return Double.isFinite(acceleration) ? acceleration : 0;
    }

    private static double limit(double[] sorted, double p, double bias, double acceleration) {
        double z = bias + NORMAL.inverseCumulativeProbability(p);
        double level = NORMAL.cumulativeProbability(bias + z / (1 - acceleration * z));
        double position = Math.clamp(level * (sorted.length + 1) - 1, 0, sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConstanciaException(Problem.CANCELLED, "The bootstrap was interrupted", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ConstanciaException known) throw known;
            throw new ConstanciaException(Problem.BUG, "A resample failed", failed);
        }
    }
}
