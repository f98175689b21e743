package org.constancia.estimation.lcmcr;

import java.util.random.RandomGenerator;
import org.constancia.estimation.progress.ProcessorTime;
import org.constancia.estimation.progress.Progress;

/// One chain: its state, its own generator and what it has drawn.
final class Chain {
    private static final int CAPACITY = 8192;
    private static final int SETTLING_SWEEPS = 500;

    private final GibbsSweep gibbs;
    private final LatentClassState state;
    private final DrawBuffer unseen = new DrawBuffer(CAPACITY);
    private final DrawBuffer occupied = new DrawBuffer(CAPACITY);
    private long sweeps;
    private double cpuSeconds;

    /// @param hiddenShare the share of persons that the starting point leaves unseen, for dispersed starts
    Chain(CaptureData data, LatentClassPrior prior, RandomGenerator random, double hiddenShare) {
        gibbs = new GibbsSweep(data, prior, random);
        state = StartingPoint.draw(data, prior, hiddenShare, random);
        for (int i = 0; i < SETTLING_SWEEPS; i++) gibbs.sweep(state, false);
    }

    /// Goes on for a number of sweeps and keeps what is drawn.
    void run(int count, Progress progress) {
        double before = ProcessorTime.seconds();
        for (int i = 0; i < count; i++) {
            gibbs.sweep(state);
            unseen.add(gibbs.unseen());
            occupied.add(gibbs.occupiedClasses());
            if ((++sweeps & 1023) == 0) progress.checkCancelled();
        }
        cpuSeconds += ProcessorTime.seconds() - before;
    }

    DrawBuffer unseen() {
        return unseen;
    }

    DrawBuffer occupied() {
        return occupied;
    }

    double cpuSeconds() {
        return cpuSeconds;
    }

    long sweeps() {
        return sweeps;
    }
}
