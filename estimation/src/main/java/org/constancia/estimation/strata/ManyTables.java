package org.constancia.estimation.strata;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.random.RandomGeneratorFactory;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.estimation.Estimate;
import org.constancia.estimation.EstimationSettings;
import org.constancia.estimation.Estimator;
import org.constancia.estimation.capture.CaptureSheet;
import org.constancia.estimation.capture.CaptureTable;
import org.constancia.estimation.capture.TableKey;
import org.constancia.estimation.graphs.GraphPosterior;
import org.constancia.estimation.lcmcr.LcmcrPosterior;
import org.constancia.estimation.progress.Progress;

/// Estimates every table of a sheet, one task a table, whatever the number of strata and replicates.
///
/// The seed of a table follows from the seed of the run and the names of stratum and replicate, so that neither
/// the order
/// of the tasks nor an interruption changes a draw.
public final class ManyTables {
    private ManyTables() {}

    /// Estimates what is not known yet.
    ///
    /// @param known outcomes of an earlier, interrupted run
    /// @param finished told each new outcome as soon as it is there; called from one thread at a time
    public static Map<TableKey, TableOutcome> estimate(
            CaptureSheet sheet,
            EstimationSettings settings,
            Map<TableKey, TableOutcome> known,
            Consumer<TableOutcome> finished,
            ExecutorService executor,
            Progress progress) {
        Map<TableKey, Future<TableOutcome>> running = new LinkedHashMap<>();
        sheet.tables().forEach((key, table) -> {
            if (!known.containsKey(key)) running.put(key, executor.submit(() -> one(key, table, settings, progress)));
        });
        Map<TableKey, TableOutcome> outcomes = new LinkedHashMap<>();
        int done = 0;
        for (TableKey key : sheet.tables().keySet()) {
            TableOutcome outcome = known.get(key);
            Future<TableOutcome> future = running.get(key);
            if (outcome == null && future != null) {
                outcome = await(future);
                finished.accept(outcome);
            }
            if (outcome != null) outcomes.put(key, outcome);
            progress.report("tables", (double) ++done / sheet.tables().size());
        }
        return outcomes;
    }

    private static TableOutcome one(TableKey key, CaptureTable table, EstimationSettings settings, Progress progress) {
        progress.checkCancelled();
        if (table.observed() == 0) {
            return new TableOutcome(
                    key, 0, org.constancia.estimation.verdict.Verdict.NOT_IDENTIFIED, List.of(), null, List.of());
        }
        long seed = seed(settings.seed(), key);
        EstimationSettings own = settings.withLcmcr(settings.lcmcr().withSeed(seed));
        Progress quiet = new Progress() {
            @Override
            public void report(String stage, double fraction) {}

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }
        };
        Estimate estimate = Estimator.estimate(table, own, new CallerRuns(), quiet);
        return TableOutcome.of(key, estimate, totals(estimate, seed));
    }

    /// Draws of the headline, in random order: the chains' draws are correlated in time.
    private static double[] totals(Estimate estimate, long seed) {
        if (!estimate.isEstimable()) return new double[0];
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        LcmcrPosterior lcmcr = estimate.lcmcr();
        GraphPosterior graphs = estimate.graphs();
        if (lcmcr == null) return graphs == null ? new double[0] : graphs.draw(400, random);
        double[] totals = lcmcr.totals();
        for (int i = totals.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double kept = totals[i];
            totals[i] = totals[other];
            totals[other] = kept;
        }
        return totals;
    }

    static long seed(long runSeed, TableKey key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((runSeed + "\n" + key.stratum() + "\n" + key.replicate()).getBytes(StandardCharsets.UTF_8));
            return java.nio.ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException missing) {
            throw new ConstanciaException(Problem.BUG, "The platform has no SHA-256", missing);
        }
    }

    private static TableOutcome await(Future<TableOutcome> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConstanciaException(Problem.CANCELLED, "The estimation was interrupted", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ConstanciaException known) throw known;
            throw new ConstanciaException(Problem.BUG, "A table failed", failed);
        }
    }

    /// Outcomes of one replicate, by stratum.
    public static List<TableOutcome> ofReplicate(Map<TableKey, TableOutcome> outcomes, String replicate) {
        List<TableOutcome> chosen = new ArrayList<>();
        outcomes.forEach((key, outcome) -> {
            if (key.replicate().equals(replicate)) chosen.add(outcome);
        });
        return chosen;
    }
}
