package org.constancia.estimation.lcmcr;

import java.util.random.RandomGenerator;

/// A Hamiltonian Monte Carlo step on the [MarginalPosterior] that leaves the concentration as it is.
///
/// With classes and unseen summed out, the posterior of the parameters is broad where the data do not speak; a Gibbs
/// sweep, which conditions on everybody's class, crosses it in small steps, a Hamiltonian path in one. The step
/// size is
/// adapted to an acceptance of 70 % while the chain warms up and then fixed, by the dual averaging of M. Hoffman and
/// A. Gelman, JMLR 15, 2014; path lengths are random, so that no orbit closes.
final class HamiltonianMove {
    private static final double WANTED = .7;
    private static final int MOST_STEPS = 128;

    private final MarginalPosterior posterior;
    private final RandomGenerator random;
    private final double pathLength;
    private final double[] position;
    private final double[] momentum;
    private final double[] gradient;
    private double logStepSize = Math.log(.05);
    private double averagedLogStepSize = Math.log(.05);
    private double shortfall;
    private long adaptations;
    private long proposals;
    private double acceptance;

    HamiltonianMove(MarginalPosterior posterior, double pathLength, RandomGenerator random) {
        this.posterior = posterior;
        this.random = random;
        this.pathLength = pathLength;
        position = new double[posterior.dimension()];
        momentum = new double[posterior.dimension()];
        gradient = new double[posterior.dimension()];
    }

    /// Proposes once.
    ///
    /// @param adapting whether the step size may still change
    void step(LatentClassState state, boolean adapting) {
        posterior.read(state, position);
        double concentration = state.concentration;
        double before =
                posterior.evaluate(position, concentration, gradient) + posterior.logPrior(position, concentration);
        if (!Double.isFinite(before)) return;
        for (int i = 0; i < momentum.length; i++) momentum[i] = random.nextGaussian();
        double kineticBefore = kinetic();
        double stepSize = Math.exp(adapting ? logStepSize : averagedLogStepSize);
        double length = pathLength * (.2 + 1.6 * random.nextDouble());
        int steps = (int) Math.clamp(Math.ceil(length / stepSize), 1, MOST_STEPS);
        double after = travel(steps, stepSize, concentration);
        double logRatio = Double.isFinite(after)
                ? after + posterior.logPrior(position, concentration) - kinetic() - before + kineticBefore
                : Double.NEGATIVE_INFINITY;
        double probability = Double.isNaN(logRatio) ? 0 : Math.min(1, Math.exp(logRatio));
        proposals++;
        acceptance += (probability - acceptance) / proposals;
        if (adapting) adapt(probability);
        if (random.nextDouble() < probability) posterior.write(position, state);
    }

    private double travel(int steps, double stepSize, double concentration) {
        double log = Double.NaN;
        for (int s = 0; s < steps; s++) {
            for (int i = 0; i < position.length; i++) {
                momentum[i] += .5 * stepSize * gradient[i];
                position[i] += stepSize * momentum[i];
            }
            if (s == steps - 1) {
                log = posterior.evaluate(position, concentration, gradient);
                if (!Double.isFinite(log)) return log;
            } else if (!posterior.evaluateGradient(position, concentration, gradient)) {
                return Double.NaN;
            }
            for (int i = 0; i < position.length; i++) momentum[i] += .5 * stepSize * gradient[i];
        }
        return log;
    }

    private double kinetic() {
        double sum = 0;
        for (double component : momentum) sum += component * component;
        return sum / 2;
    }

    private void adapt(double probability) {
        adaptations++;
        double weight = 1.0 / (adaptations + 10);
        shortfall = (1 - weight) * shortfall + weight * (WANTED - probability);
        logStepSize = Math.log(.5) - Math.sqrt(adaptations) / .05 * shortfall;
        double forget = Math.pow(adaptations, -.75);
        averagedLogStepSize = forget * logStepSize + (1 - forget) * averagedLogStepSize;
    }

    /// The average probability of acceptance so far.
    double acceptance() {
        return acceptance;
    }

    double stepSize() {
        return Math.exp(averagedLogStepSize);
    }
}
