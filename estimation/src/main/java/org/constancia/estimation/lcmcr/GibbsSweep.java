package org.constancia.estimation.lcmcr;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.constancia.estimation.chance.Gammas;
import org.constancia.estimation.chance.Multinomial;
import org.constancia.estimation.chance.NegativeBinomials;

/// One sweep of the Gibbs sampler of D. Manrique-Vallier, "Bayesian population size estimation using
/// Dirichlet process mixtures", Biometrics 72, 2016, on a table grouped by pattern.
///
/// Persons are spread over classes pattern by pattern, the unseen are drawn as a negative multinomial with
/// the prior `1/N` (truncated at the cap rather than redrawn), and then capture probabilities, sticks and
/// concentration are drawn given the class totals. The cost depends on the number of patterns and classes,
/// not on the number of persons.
final class GibbsSweep {
    private static final double NEGLIGIBLE = 1e-25;

    private final CaptureData data;
    private final LatentClassPrior prior;
    private final PatternTree tree;
    private final double cap;
    private final RandomGenerator random;
    private final Multinomial multinomial;
    private final int[] active;
    private final double[] odds;
    private final double[] cells;
    private final double[] logWeights;
    /// Persons by node and class, as `cells`.
    private final long[] allocation;
    private final long[] classTotals;
    /// Persons by list and class.
    private final long[] captured;
    private int activeCount;
    private double unseen;
    private double logLast;

    GibbsSweep(CaptureData data, LatentClassPrior prior, RandomGenerator random) {
        this.data = data;
        this.prior = prior;
        this.tree = new PatternTree(data.patterns);
        this.cap = prior.cap(data.observed);
        this.random = random;
        this.multinomial = new Multinomial(prior.classes(), random);
        int classes = prior.classes();
        active = new int[classes];
        odds = new double[classes * data.lists];
        cells = new double[classes * tree.nodeCount()];
        logWeights = new double[classes];
        allocation = new long[classes * tree.nodeCount()];
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
        fillCells(state);
        allocateUnseen(state);
        allocateSeen(state);
        countCaptures(state);
        drawCaptures(state);
        drawSticks(state);
        if (withConcentration) drawConcentration(state);
    }

    /// Cell probabilities of the classes that anybody could be in: smaller ones are beyond what a uniform
    /// variate of 53 bits can hit.
    private void fillCells(LatentClassState state) {
        int lists = state.lists;
        int count = 0;
        for (int k = 0; k < state.classes; k++) if (state.size[k] > NEGLIGIBLE) active[count++] = k;
        activeCount = count;
        for (int a = 0; a < count; a++) {
            int at = active[a] * lists;
            double cell = state.size[active[a]];
            for (int j = 0; j < lists; j++) {
                double miss = state.miss[at + j];
                cell *= miss;
                odds[j * count + a] = state.capture[at + j] / miss;
            }
            cells[a] = cell;
        }
        tree.fill(cells, odds, count);
    }

    private void allocateUnseen(LatentClassState state) {
        double rho = 0;
        double complement = 0;
        for (int a = 0; a < activeCount; a++) {
            rho += cells[a];
            complement += state.size[active[a]] - cells[a];
        }
        unseen = NegativeBinomials.draw(data.observed, rho, Math.max(complement, 1e-300), cap, random);
        Arrays.fill(allocation, 0, activeCount * tree.nodeCount(), 0);
        multinomial.draw((long) unseen, cells, 0, activeCount, allocation, 0);
    }

    private void allocateSeen(LatentClassState state) {
        int count = activeCount;
        for (int m = 0; m < tree.observed.length; m++) {
            int at = tree.observed[m] * count;
            double sum = Multinomial.sum(cells, at, count);
            if (sum > 1e-290 && sum < Double.POSITIVE_INFINITY) {
                multinomial.draw(data.counts[m], sum, cells, at, count, allocation, at);
            } else {
                fillWeightsByLogarithm(state, data.patterns[m]);
                multinomial.draw(data.counts[m], logWeights, 0, count, allocation, at);
            }
        }
    }

    /// Class totals and captures: who is at a node or beyond it is on the list that the node adds, so that
    /// one walk from the leaves to the root counts all.
    private void countCaptures(LatentClassState state) {
        int count = activeCount;
        int classes = state.classes;
        Arrays.fill(captured, 0);
        for (int i = tree.nodeCount() - 1; i > 0; i--) {
            int from = i * count;
            int to = tree.parents[i] * count;
            int list = tree.added[i] * classes;
            for (int a = 0; a < count; a++) {
                long here = allocation[from + a];
                allocation[to + a] += here;
                captured[list + a] += here;
            }
        }
        Arrays.fill(classTotals, 0);
        for (int a = 0; a < count; a++) classTotals[active[a]] = allocation[a];
        if (count == classes) return;
        for (int j = 0; j < state.lists; j++) {
            int row = j * classes;
            for (int a = count - 1; a >= 0; a--) {
                long here = captured[row + a];
                captured[row + a] = 0;
                captured[row + active[a]] = here;
            }
        }
    }

    private void fillWeightsByLogarithm(LatentClassState state, int pattern) {
        state.completeLogarithms();
        double largest = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < activeCount; a++) {
            double log = state.logSize[active[a]];
            for (int j = 0; j < state.lists; j++) {
                int at = active[a] * state.lists + j;
                log += Math.log((pattern >> j & 1) == 1 ? state.capture[at] : state.miss[at]);
            }
            logWeights[a] = log;
            largest = Math.max(largest, log);
        }
        for (int a = 0; a < activeCount; a++) logWeights[a] = Math.exp(logWeights[a] - largest);
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
                long yesses = captured[j * state.classes + k];
                double yes = Gammas.draw(first + yesses, random);
                double no = Gammas.draw(second + (total - yesses), random);
                double whole = 1 / (yes + no);
                state.capture[at] = yes * whole;
                state.miss[at] = no * whole;
            }
        }
    }

    /// Sticks of classes with somebody above them are ordinary numbers; from the last occupied class on they
    /// are drawn as logarithms.
    private void drawSticks(LatentClassState state) {
        int last = state.classes - 1;
        int highest = last;
        while (highest > 0 && classTotals[highest] == 0) highest--;
        state.plain = Math.min(highest, last);
        long above = 0;
        for (int k = last; k >= 0; k--) {
            if (k < state.plain) {
                double taken = Gammas.draw(1.0 + classTotals[k], random);
                double left = Gammas.draw(state.concentration + above, random);
                double whole = 1 / (taken + left);
                state.stick[k] = taken * whole;
                state.rest[k] = left * whole;
            } else {
                drawLogStick(state, k, classTotals[k]);
            }
            above += classTotals[k];
        }
        double left = 1;
        for (int k = 0; k < state.plain; k++) {
            state.size[k] = left * state.stick[k];
            left *= state.rest[k];
        }
        double logLeft = Math.log(left);
        for (int k = state.plain; k <= last; k++) {
            state.size[k] = Math.exp(logLeft + state.logStick[k]);
            logLast = logLeft;
            logLeft += state.logRest[k];
        }
    }

    /// The stick of a class with nobody above it.
    private void drawLogStick(LatentClassState state, int k, long total) {
        if (k == state.classes - 1) {
            state.logStick[k] = 0;
            state.logRest[k] = Double.NEGATIVE_INFINITY;
        } else if (total == 0) {
            // Beta(1, alpha): 1 - V = U^(1/alpha).
            double rest = -random.nextExponential() / state.concentration;
            state.logRest[k] = rest;
            state.logStick[k] = logOneMinusExp(rest);
        } else {
            double taken = Gammas.drawLog(1.0 + total, random);
            double left = Gammas.drawLog(state.concentration, random);
            double both = logSum(taken, left);
            state.logStick[k] = taken - both;
            state.logRest[k] = left - both;
        }
    }

    private void drawConcentration(LatentClassState state) {
        int classes = state.classes;
        if (classes == 1) return;
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
