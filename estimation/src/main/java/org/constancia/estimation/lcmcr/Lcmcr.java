package org.constancia.estimation.lcmcr;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.JumpableGenerator;
import java.util.random.RandomGeneratorFactory;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.estimation.capture.CaptureTable;
import org.constancia.estimation.diagnostic.ChainDiagnostics;
import org.constancia.estimation.progress.Progress;

/// The door to the latent-class sampler: chains from dispersed starts, in rounds, until they have drawn enough.
///
/// Each chain has its own generator, a jump of 2^128 numbers from that of the chain before, and rounds have fixed
/// lengths. The draws
/// therefore follow from the seed alone, whatever the number of threads.
public final class Lcmcr {
    private static final double DISCARDED = .2;
    private static final int LONGEST_FIRST_ROUND = 2_000;
    private static final int SHORTEST_ROUND = 200;
    private static final double GROWTH = 1.5;
    private static final double AGREEMENT = 1.01;
    private static final double[] HIDDEN_SHARES = {.3, .9, .6, .97, .15, .8, .45, .99};

    private Lcmcr() {}

    /// Samples the posterior of a table.
    ///
    /// @param table at least one person
    /// @param settings how long
    /// @param executor runs the chains; one thread or many
    /// @param progress told after each round
    /// @throws ConstanciaException with [Problem#CANCELLED] when progress says so
    public static LcmcrPosterior sample(
            CaptureTable table, LcmcrSettings settings, ExecutorService executor, Progress progress) {
        CaptureData data = new CaptureData(table);
        JumpableGenerator random = RandomGeneratorFactory.<JumpableGenerator>of("Xoshiro256PlusPlus")
                .create(settings.seed());
        List<Future<Chain>> starting = new ArrayList<>();
        for (int c = 0; c < settings.chains(); c++) {
            RandomGenerator own = random.copyAndJump();
            double hidden = HIDDEN_SHARES[c % HIDDEN_SHARES.length];
            starting.add(executor.submit(() -> new Chain(data, settings.prior(), own, hidden, progress)));
        }
        List<Chain> chains = starting.stream().map(Lcmcr::await).toList();
        int mostIterations = Math.max(100, settings.mostSweeps() / Chain.SWEEPS_PER_ITERATION);
        int round = Math.min(mostIterations, (int)
                Math.clamp(settings.targetEffectiveSize() / 2, SHORTEST_ROUND, LONGEST_FIRST_ROUND));
        int done = 0;
        while (true) {
            runAll(chains, round, executor, progress);
            LcmcrPosterior posterior = posterior(table, settings, chains);
            done += round;
            double share = share(posterior, settings, done, mostIterations);
            progress.report("latent classes", share);
            if (share >= 1) return posterior;
            round = (int) Math.min(Math.max(SHORTEST_ROUND, (long) (done * (GROWTH - 1))), mostIterations - done);
        }
    }

    /// How much of the work is done, 1 when sampling can end.
    private static double share(LcmcrPosterior posterior, LcmcrSettings settings, int done, int most) {
        if (done >= most) return 1;
        ChainDiagnostics diagnostics = posterior.diagnostics();
        double size = Math.min(diagnostics.bulkEffectiveSize(), diagnostics.tailEffectiveSize());
        if (Double.isNaN(size)) return 1;
        boolean agree = diagnostics.rHat() < AGREEMENT;
        double byLength = (double) done / most;
        double bySize = size / settings.targetEffectiveSize();
        if (agree && bySize >= 1) return 1;
        return Math.min(.99, agree ? Math.max(byLength, bySize) : byLength);
    }

    private static void runAll(List<Chain> chains, int sweeps, ExecutorService executor, Progress progress) {
        List<Future<Chain>> running = new ArrayList<>();
        for (Chain chain : chains) {
            running.add(executor.submit(() -> {
                chain.run(sweeps, progress);
                return chain;
            }));
        }
        running.forEach(Lcmcr::await);
    }

    private static LcmcrPosterior posterior(CaptureTable table, LcmcrSettings settings, List<Chain> chains) {
        double[][] unseen = new double[chains.size()][];
        double[][] occupied = new double[chains.size()][];
        for (int c = 0; c < unseen.length; c++) {
            unseen[c] = chains.get(c).unseen().draws(DISCARDED);
            occupied[c] = chains.get(c).occupied().draws(DISCARDED);
        }
        return new LcmcrPosterior(
                table.observed(),
                settings,
                unseen,
                occupied,
                chains.get(0).sweeps(),
                chains.stream().mapToDouble(Chain::cpuSeconds).sum(),
                chains.stream().mapToDouble(Chain::secondsPerSweep).average().orElseThrow(),
                PredictiveTally.checks(chains.stream()
                        .flatMap(chain -> chain.findPredictive().stream())
                        .toList()));
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConstanciaException(Problem.CANCELLED, "The estimation was interrupted", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ConstanciaException known) throw known;
            throw new ConstanciaException(Problem.BUG, "A chain failed", failed);
        }
    }
}
