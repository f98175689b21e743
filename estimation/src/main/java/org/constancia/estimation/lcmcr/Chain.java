package org.constancia.estimation.lcmcr;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.constancia.estimation.progress.ProcessorTime;
import org.constancia.estimation.progress.Progress;
import org.jspecify.annotations.Nullable;

/// One chain: its state, its own generator and what it has drawn.
///
/// An iteration is [#SWEEPS_PER_ITERATION] Gibbs sweeps with class exchanges in between and one Hamiltonian step.
/// Every part leaves the posterior as it is, so that their succession does too.
final class Chain {
    static final int SWEEPS_PER_ITERATION = 2;

    private static final int CAPACITY = 8192;
    private static final int SETTLING_SWEEPS = 100;
    private static final int ADAPTING_ITERATIONS = 100;
    private static final int EXCHANGES = 4;
    private static final double PATH_LENGTH = 3;
    private static final int BETWEEN_PREDICTIONS = 10;
    private static final int FEWEST_CLOCKED_SWEEPS = 20;
    private static final int ITERATIONS_PER_CLOCKED_SWEEP = 10;

    private final GibbsSweep gibbs;
    private final ClassExchange exchange;
    private final HamiltonianMove hamiltonian;
    private final LatentClassState state;
    private final @Nullable PredictiveTally predictive;
    private final DrawBuffer unseen = new DrawBuffer(CAPACITY);
    private final DrawBuffer occupied = new DrawBuffer(CAPACITY);
    private long sweeps;
    private double cpuSeconds;
    private long clockedSweeps;
    private double clockedSeconds;

    /// Begins from a dispersed start and warms up.
    ///
    /// @param hiddenShare the share of persons that the starting point leaves unseen
    Chain(CaptureData data, LatentClassPrior prior, RandomGenerator random, double hiddenShare, Progress progress) {
        double before = ProcessorTime.seconds();
        gibbs = new GibbsSweep(data, prior, random);
        exchange = new ClassExchange(prior.classes(), random);
        hamiltonian = new HamiltonianMove(new MarginalPosterior(data, prior), PATH_LENGTH, random);
        predictive = data.lists <= PredictiveTally.MOST_LISTS ? new PredictiveTally(data, random) : null;
        state = StartingPoint.draw(data, prior, hiddenShare, random);
        for (int i = 0; i < SETTLING_SWEEPS; i++) gibbs.sweep(state, false);
        for (int i = 0; i < ADAPTING_ITERATIONS; i++) {
            iterate(true);
            if ((i & 63) == 0) progress.checkCancelled();
        }
        cpuSeconds = ProcessorTime.seconds() - before;
    }

    /// Goes on for a number of iterations and keeps what is drawn.
    void run(int iterations, Progress progress) {
        double before = ProcessorTime.seconds();
        clockSweeps(Math.max(FEWEST_CLOCKED_SWEEPS, iterations / ITERATIONS_PER_CLOCKED_SWEEP));
        for (int i = 0; i < iterations; i++) {
            iterate(false);
            unseen.add(gibbs.unseen());
            occupied.add(gibbs.occupiedClasses());
            sweeps += SWEEPS_PER_ITERATION;
            if (predictive != null && i % BETWEEN_PREDICTIONS == 0) predictive.add(state);
            if ((i & 255) == 0) progress.checkCancelled();
        }
        cpuSeconds += ProcessorTime.seconds() - before;
    }

    private void iterate(boolean adapting) {
        hamiltonian.step(state, adapting);
        for (int i = 0; i < EXCHANGES; i++) exchange.step(state);
        for (int i = 0; i < SWEEPS_PER_ITERATION; i++) gibbs.sweep(state);
    }

    /// Times some sweeps by themselves; reading the clock costs more than one of them.
    private void clockSweeps(int count) {
        double before = ProcessorTime.seconds();
        for (int i = 0; i < count; i++) gibbs.sweep(state);
        clockedSeconds += ProcessorTime.seconds() - before;
        clockedSweeps += count;
        sweeps += count;
    }

    Optional<PredictiveTally> findPredictive() {
        return Optional.ofNullable(predictive);
    }

    DrawBuffer unseen() {
        return unseen;
    }

    DrawBuffer occupied() {
        return occupied;
    }

    /// Processor time, warm-up included.
    double cpuSeconds() {
        return cpuSeconds;
    }

    /// Sweeps since the warm-up.
    long sweeps() {
        return sweeps;
    }

    /// Processor seconds of one Gibbs sweep, the other moves apart.
    double secondsPerSweep() {
        return clockedSeconds / clockedSweeps;
    }

    double acceptance() {
        return hamiltonian.acceptance();
    }
}
