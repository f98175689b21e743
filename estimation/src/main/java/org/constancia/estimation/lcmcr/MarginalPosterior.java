package org.constancia.estimation.lcmcr;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.constancia.estimation.chance.Multinomial;

/// The posterior density of sticks and capture probabilities, given the concentration, with everybody's class
/// and the unseen count summed out; and its gradient.
///
/// With the prior `1/N` the unseen sum to `prod p_m^f_m / (1 - rho)^n`, times the probability that a negative
/// binomial count keeps within the cap. Coordinates are logits: `K - 1` of the sticks, then those of the
/// capture probabilities at `K - 1 + j K + k`. The gradient has the form of an EM step: expected class sizes
/// and captures against the parameters.
///
/// In the density, classes smaller than [#NEGLIGIBLE] add nothing that a double could hold to any cell; they
/// take part in the prior only. The gradient passes over classes that expect less than [#HARDLY_ANYBODY]
/// persons: a Hamiltonian proposal is valid with any force that depends on the position alone, a poor one
/// only costs acceptance.
final class MarginalPosterior {
    private static final double NEGLIGIBLE = 1e-20;
    private static final double HARDLY_ANYBODY = .01;

    private final CaptureData data;
    private final LatentClassPrior prior;
    private final PatternTree tree;
    private final double cap;
    private final int classes;
    private final int lists;
    private final double[] cells;
    private final double[] odds;
    private final double[] miss;
    private final double[] capture;
    private final double[] stick;
    private final double[] size;
    private final int[] active;
    private final double[] activeOdds;
    private final double[] activeCaptures;
    private final double[] expectedSize;
    private int activeCount;

    MarginalPosterior(CaptureData data, LatentClassPrior prior) {
        this.data = data;
        this.prior = prior;
        this.tree = new PatternTree(data.patterns);
        this.cap = prior.cap(data.observed);
        this.classes = prior.classes();
        this.lists = data.lists;
        cells = new double[tree.nodeCount() * classes];
        odds = new double[lists * classes];
        miss = new double[lists * classes];
        capture = new double[lists * classes];
        stick = new double[classes];
        size = new double[classes];
        active = new int[classes];
        activeOdds = new double[lists * classes];
        activeCaptures = new double[lists * classes];
        expectedSize = new double[classes];
    }

    int dimension() {
        return classes - 1 + lists * classes;
    }

    /// Writes the gradient at a position and returns the log density up to a constant, NaN where it
    /// underflows. The effect of the cap is in the density only, which leaves a Hamiltonian proposal valid.
    double evaluate(double[] position, double concentration, double[] gradient) {
        fillCells(position, NEGLIGIBLE);
        double seen = 1 - unseenProbability();
        if (!(seen > 1e-12)) return Double.NaN;
        double log = -data.observed * Math.log(seen) + withinCap(1 - seen, seen);
        for (int m = 0; m < tree.observed.length; m++) log += data.counts[m] * Math.log(cellProbability(m));
        return evaluateGradient(position, concentration, gradient) ? log : Double.NaN;
    }

    /// Writes the gradient alone; false where the density underflows.
    boolean evaluateGradient(double[] position, double concentration, double[] gradient) {
        fillCells(position, HARDLY_ANYBODY / data.observed);
        double seen = 1 - unseenProbability();
        return seen > 1e-12 && fillGradient(seen, concentration, gradient);
    }

    private double unseenProbability() {
        double rho = 0;
        for (int a = 0; a < activeCount; a++) rho += cells[a];
        return rho;
    }

    private double cellProbability(int m) {
        int at = tree.observed[m] * activeCount;
        return Multinomial.sum(cells, at, activeCount);
    }

    private void fillCells(double[] position, double smallest) {
        double rest = 1;
        activeCount = 0;
        for (int k = 0; k < classes; k++) {
            stick[k] = k == classes - 1 ? 1 : 1 / (1 + Exponential.of(-position[k]));
            size[k] = rest * stick[k];
            rest *= 1 - stick[k];
            if (size[k] > smallest) active[activeCount++] = k;
        }
        int offset = classes - 1;
        for (int i = 0; i < odds.length; i++) odds[i] = Exponential.of(position[offset + i]);
        for (int i = 0; i < odds.length; i++) {
            miss[i] = 1 / (1 + odds[i]);
            capture[i] = odds[i] * miss[i];
        }
        int count = activeCount;
        for (int a = 0; a < count; a++) {
            int k = active[a];
            double cell = size[k];
            for (int j = 0; j < lists; j++) {
                cell *= miss[j * classes + k];
                activeOdds[j * count + a] = odds[j * classes + k];
            }
            cells[a] = cell;
        }
        tree.fill(cells, activeOdds, count);
    }

    private boolean fillGradient(double seen, double concentration, double[] gradient) {
        int count = activeCount;
        for (int m = 0; m < tree.observed.length; m++) {
            double sum = cellProbability(m);
            if (!(sum > 1e-280)) return false;
            scale(tree.observed[m] * count, data.counts[m] / sum);
        }
        for (int node : tree.unobserved) Arrays.fill(cells, node * count, (node + 1) * count, 0);
        scale(0, data.observed / seen);
        tree.collect(cells, activeCaptures, lists, count);
        Arrays.fill(expectedSize, 0);
        for (int a = 0; a < count; a++) expectedSize[active[a]] = cells[a];
        double above = 0;
        for (int k = classes - 1; k >= 0; k--) {
            if (k < classes - 1) {
                gradient[k] = (expectedSize[k] + 1) * (1 - stick[k]) - (above + concentration) * stick[k];
            }
            above += expectedSize[k];
        }
        double first = prior.captureFirst();
        double both = first + prior.captureSecond();
        for (int j = 0; j < lists; j++) {
            int at = j * classes;
            int to = classes - 1 + at;
            for (int k = 0; k < classes; k++) gradient[to + k] = first - capture[at + k] * (expectedSize[k] + both);
            for (int a = 0; a < count; a++) gradient[to + active[a]] += activeCaptures[j * count + a];
        }
        return true;
    }

    /// Makes of the probabilities of a cell the expected members of each class among its persons.
    private void scale(int at, double share) {
        for (int a = at; a < at + activeCount; a++) cells[a] *= share;
    }

    private double withinCap(double rho, double seen) {
        // Only where the cap is within reach is the truncation worth its cost.
        if (data.observed * rho / seen < .3 * cap) return 0;
        return Math.log(Math.max(RegularizedBeta.value(seen, data.observed, cap + 1), 1e-300));
    }

    /// The log prior density in these coordinates, Jacobian included.
    double logPrior(double[] position, double concentration) {
        double log = 0;
        for (int k = 0; k < classes - 1; k++) {
            log -= softPlus(-position[k]) + concentration * softPlus(position[k]);
        }
        for (int i = classes - 1; i < position.length; i++) {
            log -= prior.captureFirst() * softPlus(-position[i]) + prior.captureSecond() * softPlus(position[i]);
        }
        return log;
    }

    /// The coordinates of a state.
    void read(LatentClassState state, double[] position) {
        state.completeLogarithms();
        for (int k = 0; k < classes - 1; k++) position[k] = state.logStick[k] - state.logRest[k];
        for (int j = 0; j < lists; j++) {
            for (int k = 0; k < classes; k++) {
                int at = k * lists + j;
                position[classes - 1 + j * classes + k] = Math.log(state.capture[at]) - Math.log(state.miss[at]);
            }
        }
    }

    /// Puts a state at coordinates.
    void write(double[] position, LatentClassState state) {
        for (int k = 0; k < classes - 1; k++) {
            state.logStick[k] = -softPlus(-position[k]);
            state.logRest[k] = -softPlus(position[k]);
        }
        for (int j = 0; j < lists; j++) {
            for (int k = 0; k < classes; k++) {
                int at = k * lists + j;
                double power = Math.exp(-Math.abs(position[classes - 1 + j * classes + k]));
                double larger = 1 / (1 + power);
                boolean likely = position[classes - 1 + j * classes + k] > 0;
                state.capture[at] = likely ? larger : power * larger;
                state.miss[at] = likely ? power * larger : larger;
            }
        }
        state.breakSticks();
    }

    /// `log(1 + e^x)` without overflow.
    private static double softPlus(double x) {
        return x > 35 ? x : x < -35 ? Math.exp(x) : Math.log(1 + Math.exp(x));
    }
}
