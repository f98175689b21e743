package org.constancia.estimation.lcmcr;

import java.util.Arrays;
import java.util.TreeSet;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/// The posterior density of sticks and capture probabilities, given the concentration, with everybody's class and the
/// unseen count summed out; and its gradient.
///
/// With the prior `1/N` the unseen sum to `prod p_m^f_m / (1 - rho)^n`, times the probability that a negative
/// binomial
/// count keeps within the cap. Coordinates are logits: `K - 1` of the sticks, then those of the capture
/// probabilities at
/// `K - 1 + j K + k`. The gradient has the form of an EM step: expected class sizes and captures against the
/// parameters.
///
/// Cell probabilities are built from the cell without its lowest list, one product each, classes innermost.
final class MarginalPosterior {
    private final CaptureData data;
    private final LatentClassPrior prior;
    private final double cap;
    private final int classes;
    private final int lists;
    private final int[] nodes;
    private final int[] parents;
    private final int[] added;
    private final int[] observedNodes;
    private final double[] cells;
    private final double[] odds;
    private final double[] capture;
    private final double[] stick;
    private final double[] size;
    private final double[] expectedSize;
    private final double[] expectedCaptures;

    MarginalPosterior(CaptureData data, LatentClassPrior prior) {
        this.data = data;
        this.prior = prior;
        this.cap = prior.cap(data.observed);
        this.classes = prior.classes();
        this.lists = data.lists;
        TreeSet<Integer> closed = new TreeSet<>();
        closed.add(0);
        for (int pattern : data.patterns) for (int rest = pattern; rest != 0; rest &= rest - 1) closed.add(rest);
        nodes = closed.stream().mapToInt(Integer::intValue).toArray();
        parents = new int[nodes.length];
        added = new int[nodes.length];
        for (int i = 1; i < nodes.length; i++) {
            parents[i] = Arrays.binarySearch(nodes, nodes[i] & (nodes[i] - 1));
            added[i] = Integer.numberOfTrailingZeros(nodes[i]);
        }
        observedNodes = Arrays.stream(data.patterns)
                .map(pattern -> Arrays.binarySearch(nodes, pattern))
                .toArray();
        cells = new double[nodes.length * classes];
        odds = new double[lists * classes];
        capture = new double[lists * classes];
        stick = new double[classes];
        size = new double[classes];
        expectedSize = new double[classes];
        expectedCaptures = new double[lists * classes];
    }

    int dimension() {
        return classes - 1 + lists * classes;
    }

    /// The log density up to a constant, NaN where it underflows; writes its gradient. The effect of the cap is
    /// in the
    /// density only, which leaves a Hamiltonian proposal valid.
    double evaluate(double[] position, double concentration, double[] gradient) {
        fillCells(position);
        double rho = 0;
        for (int k = 0; k < classes; k++) rho += cells[k];
        double seen = 1 - rho;
        if (!(seen > 1e-12)) return Double.NaN;
        double log = -data.observed * Math.log(seen);
        double unseenShare = data.observed / seen;
        Arrays.fill(expectedCaptures, 0);
        for (int k = 0; k < classes; k++) expectedSize[k] = unseenShare * cells[k];
        for (int m = 0; m < observedNodes.length; m++) {
            int at = observedNodes[m] * classes;
            double sum = 0;
            for (int k = 0; k < classes; k++) sum += cells[at + k];
            if (!(sum > 1e-280)) return Double.NaN;
            log += data.counts[m] * Math.log(sum);
            double share = data.counts[m] / sum;
            for (int k = 0; k < classes; k++) {
                cells[at + k] *= share;
                expectedSize[k] += cells[at + k];
            }
            for (int rest = data.patterns[m]; rest != 0; rest &= rest - 1) {
                int offset = Integer.numberOfTrailingZeros(rest) * classes;
                for (int k = 0; k < classes; k++) expectedCaptures[offset + k] += cells[at + k];
            }
        }
        fillGradient(concentration, gradient);
        return log + withinCap(rho, seen);
    }

    private void fillCells(double[] position) {
        double rest = 1;
        for (int k = 0; k < classes; k++) {
            stick[k] = k == classes - 1 ? 1 : 1 / (1 + Math.exp(-position[k]));
            size[k] = rest * stick[k];
            rest *= 1 - stick[k];
            cells[k] = size[k];
        }
        for (int j = 0; j < lists; j++) {
            int offset = j * classes;
            for (int k = 0; k < classes; k++) {
                double power = Math.exp(position[classes - 1 + offset + k]);
                odds[offset + k] = power;
                capture[offset + k] = power / (1 + power);
                cells[k] *= 1 / (1 + power);
            }
        }
        for (int i = 1; i < nodes.length; i++) {
            int from = parents[i] * classes;
            int to = i * classes;
            int offset = added[i] * classes;
            for (int k = 0; k < classes; k++) cells[to + k] = cells[from + k] * odds[offset + k];
        }
    }

    private void fillGradient(double concentration, double[] gradient) {
        double above = 0;
        for (int k = classes - 1; k >= 0; k--) {
            if (k < classes - 1) {
                gradient[k] = (expectedSize[k] + 1) * (1 - stick[k]) - (above + concentration) * stick[k];
            }
            above += expectedSize[k];
        }
        double first = prior.captureFirst();
        double both = first + prior.captureSecond();
        for (int i = 0; i < capture.length; i++) {
            int k = i % classes;
            gradient[classes - 1 + i] = expectedCaptures[i] + first - capture[i] * (expectedSize[k] + both);
        }
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
                double logit = position[classes - 1 + j * classes + k];
                state.capture[at] = Math.exp(-softPlus(-logit));
                state.miss[at] = Math.exp(-softPlus(logit));
            }
        }
        state.breakSticks();
    }

    /// `log(1 + e^x)` without overflow.
    private static double softPlus(double x) {
        return x > 35 ? x : x < -35 ? Math.exp(x) : Math.log1p(Math.exp(x));
    }
}
