package org.constancia.estimation.lcmcr;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.constancia.estimation.chance.Binomials;
import org.constancia.estimation.chance.Gammas;
import org.constancia.estimation.chance.NegativeBinomials;

/// One sweep of the Gibbs sampler of D. Manrique-Vallier, "Bayesian population size estimation using Dirichlet
/// process
/// mixtures", Biometrics 72, 2016, on a table grouped by pattern.
///
/// Persons are spread over classes pattern by pattern, the unseen are drawn as a negative multinomial with the prior
/// `1/N` (truncated at the cap rather than redrawn), and then capture probabilities, sticks and concentration are
/// drawn
/// given the class totals. The cost depends on the number of patterns and classes, not on the number of persons.
final class GibbsSweep {
    private final CaptureData data;
    private final LatentClassPrior prior;
    private final double cap;
    private final RandomGenerator random;
    private final double[] weights;
    private final double[] missed;
    private final long[] allocation;
    private final long[] classTotals;
    private final long[] captured;
    private double unseen;

    GibbsSweep(CaptureData data, LatentClassPrior prior, RandomGenerator random) {
        this.data = data;
        this.prior = prior;
        this.cap = prior.cap(data.observed);
        this.random = random;
        int classes = prior.classes();
        weights = new double[classes];
        missed = new double[classes];
        allocation = new long[classes];
        classTotals = new long[classes];
        captured = new long[classes * data.lists];
    }

    /// The unseen count drawn in the last sweep.
    double unseen() {
        return unseen;
    }

    /// The number of classes that held anybody, seen or unseen, in the last sweep.
    int occupiedClasses() {
        int occupied = 0;
        for (long total : classTotals) if (total > 0) occupied++;
        return occupied;
    }

    /// Draws everything once.
    void sweep(LatentClassState state) {
        sweep(state, true);
    }

    /// Draws everything once, the concentration only on request.
    void sweep(LatentClassState state, boolean withConcentration) {
        allocateSeen(state);
        allocateUnseen(state);
        drawCaptures(state);
        drawSticks(state);
        if (withConcentration) drawConcentration(state);
    }

    private void allocateSeen(LatentClassState state) {
        Arrays.fill(classTotals, 0);
        Arrays.fill(captured, 0);
        int classes = state.classes;
        int lists = state.lists;
        for (int m = 0; m < data.patterns.length; m++) {
            int pattern = data.patterns[m];
            fillWeights(state, pattern);
            Arrays.fill(allocation, 0);
            Binomials.multinomial(data.counts[m], weights, 0, classes, allocation, random);
            for (int k = 0; k < classes; k++) {
                long here = allocation[k];
                if (here == 0) continue;
                classTotals[k] += here;
                int offset = k * lists;
                for (int rest = pattern; rest != 0; rest &= rest - 1) {
                    captured[offset + Integer.numberOfTrailingZeros(rest)] += here;
                }
            }
        }
    }

    private void fillWeights(LatentClassState state, int pattern) {
        int lists = state.lists;
        double sum = 0;
        for (int k = 0, at = 0; k < state.classes; k++) {
            double weight = state.size[k];
            for (int j = 0; j < lists; j++, at++) {
                weight *= (pattern >> j & 1) == 1 ? state.capture[at] : state.miss[at];
            }
            weights[k] = weight;
            sum += weight;
        }
        if (!(sum > 1e-290)) fillWeightsByLogarithm(state, pattern);
    }

    private void fillWeightsByLogarithm(LatentClassState state, int pattern) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0, at = 0; k < state.classes; k++) {
            double log = state.logSize[k];
            for (int j = 0; j < state.lists; j++, at++) {
                log += Math.log((pattern >> j & 1) == 1 ? state.capture[at] : state.miss[at]);
            }
            weights[k] = log;
            largest = Math.max(largest, log);
        }
        for (int k = 0; k < state.classes; k++) weights[k] = Math.exp(weights[k] - largest);
    }

    private void allocateUnseen(LatentClassState state) {
        double rho = 0;
        double complement = 0;
        for (int k = 0; k < state.classes; k++) {
            double none = state.missedByAll(k);
            missed[k] = state.size[k] * none;
            rho += missed[k];
            complement += state.size[k] * (1 - none);
        }
        unseen = NegativeBinomials.draw(data.observed, rho, Math.max(complement, 1e-300), cap, random);
        Arrays.fill(allocation, 0);
        Binomials.multinomial((long) unseen, missed, 0, state.classes, allocation, random);
        for (int k = 0; k < state.classes; k++) classTotals[k] += allocation[k];
    }

    private void drawCaptures(LatentClassState state) {
        double first = prior.captureFirst();
        double second = prior.captureSecond();
        boolean uniform = first == 1 && second == 1;
        for (int k = 0, at = 0; k < state.classes; k++) {
            long total = classTotals[k];
            for (int j = 0; j < state.lists; j++, at++) {
                if (total == 0 && uniform) {
                    double u = random.nextDouble();
                    state.capture[at] = u;
                    state.miss[at] = 1 - u;
                    continue;
                }
                double yes = Gammas.draw(first + captured[at], random);
                double no = Gammas.draw(second + (total - captured[at]), random);
                state.capture[at] = yes / (yes + no);
                state.miss[at] = no / (yes + no);
            }
        }
    }

    private void drawSticks(LatentClassState state) {
        long above = 0;
        int last = state.classes - 1;
        for (int k = last; k >= 0; k--) {
            if (k == last) {
                state.logStick[k] = 0;
                state.logRest[k] = Double.NEGATIVE_INFINITY;
            } else if (above == 0 && classTotals[k] == 0) {
                // Beta(1, alpha): 1 - V = U^(1/alpha).
                double rest = -random.nextExponential() / state.concentration;
                state.logRest[k] = rest;
                state.logStick[k] = logOneMinusExp(rest);
            } else {
                double taken = Gammas.drawLog(1.0 + classTotals[k], random);
                double left = Gammas.drawLog(state.concentration + above, random);
                double both = logSum(taken, left);
                state.logStick[k] = taken - both;
                state.logRest[k] = left - both;
            }
            above += classTotals[k];
        }
        state.breakSticks();
    }

    private void drawConcentration(LatentClassState state) {
        int classes = state.classes;
        if (classes == 1) return;
        double logLast = state.logSize[classes - 1];
        double shape = prior.shape() + classes - 1;
        state.concentration = Math.max(1e-300, Gammas.draw(shape, random) / (prior.rate() - logLast));
    }

    private static double logSum(double one, double other) {
        double larger = Math.max(one, other);
        double difference = Math.min(one, other) - larger;
        return difference < -40 ? larger : larger + Math.log(1 + Math.exp(difference));
    }

    private static double logOneMinusExp(double negative) {
        return negative > -1e-5 ? Math.log(-Math.expm1(negative)) : Math.log(1 - Math.exp(negative));
    }
}
