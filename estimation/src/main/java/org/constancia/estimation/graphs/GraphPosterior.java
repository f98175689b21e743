package org.constancia.estimation.graphs;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// The posterior of the total, averaged over graphs, and the posterior of the graphs.
///
/// The posterior of the unseen count is held as probabilities on increasing points; a point stands for the integers
/// around it, one integer only where it matters.
public final class GraphPosterior {
    private final double observed;
    private final double delta;
    private final double[] points;
    private final double[] widths;
    private final double[] probabilities;
    private final double[] cumulative;
    private final double tailMass;
    private final double[] graphProbabilities;
    private final List<DecomposableGraph> graphs;

    GraphPosterior(
            double observed,
            double delta,
            double[] points,
            double[] widths,
            double[] masses,
            double tailMass,
            List<DecomposableGraph> graphs,
            double[] graphProbabilities) {
        this.observed = observed;
        this.delta = delta;
        this.points = points;
        this.widths = widths;
        this.tailMass = tailMass;
        this.graphs = graphs;
        this.graphProbabilities = graphProbabilities;
        this.cumulative = new double[masses.length];
        this.probabilities = new double[masses.length];
        double sum = Arrays.stream(masses).sum();
        double running = 0;
        for (int i = 0; i < masses.length; i++) {
            probabilities[i] = masses[i] / sum;
            running += probabilities[i];
            cumulative[i] = running;
        }
    }

    /// The hyper-Dirichlet prior count of each cell.
    public double delta() {
        return delta;
    }

    public double observed() {
        return observed;
    }

    /// Posterior mass estimated to lie beyond the largest unseen count looked at.
    public double tailMass() {
        return tailMass;
    }

    /// The largest unseen count looked at.
    public double largestUnseen() {
        return points[points.length - 1];
    }

    public double mean() {
        double sum = 0;
        for (int i = 0; i < points.length; i++) sum += probabilities[i] * points[i];
        return observed + sum;
    }

    public double standardDeviation() {
        double mean = mean() - observed;
        double sum = 0;
        for (int i = 0; i < points.length; i++) sum += probabilities[i] * (points[i] - mean) * (points[i] - mean);
        return Math.sqrt(sum);
    }

    /// The smallest total whose cumulative probability reaches `p`.
    public double quantile(double p) {
        return observed + points[position(p)];
    }

    /// The total with the largest probability.
    public double mode() {
        int best = 0;
        for (int i = 1; i < points.length; i++) if (density(i) > density(best)) best = i;
        return observed + points[best];
    }

    /// The probability of one total, where every integer is a point of its own; that of the interval around the nearest
    /// smaller point, spread evenly, elsewhere.
    public double probability(double total) {
        int position = Arrays.binarySearch(points, total - observed);
        int at = position >= 0 ? position : -position - 2;
        return at < 0 ? 0 : probabilities[at] / widths[at];
    }

    /// Posterior mass of totals above a value.
    public double probabilityAbove(double totalValue) {
        int position = Arrays.binarySearch(points, totalValue - observed);
        int last = position >= 0 ? position : -position - 2;
        return last < 0 ? 1 : 1 - cumulative[last];
    }

    /// Independent draws of the total.
    public double[] draw(int count, RandomGenerator random) {
        double[] draws = new double[count];
        for (int i = 0; i < count; i++) draws[i] = quantile(random.nextDouble());
        return draws;
    }

    /// The graphs considered, in the order of [DecomposableGraph#all].
    public List<DecomposableGraph> graphs() {
        return graphs;
    }

    /// The posterior probability of a graph by its position in [#graphs].
    public double graphProbability(int graph) {
        return graphProbabilities[graph];
    }

    /// The position of the most probable graph.
    public int topGraph() {
        int best = 0;
        for (int g = 1; g < graphProbabilities.length; g++) {
            if (graphProbabilities[g] > graphProbabilities[best]) best = g;
        }
        return best;
    }

    /// The posterior probability of the graph that joins all lists.
    public double saturatedProbability() {
        double sum = 0;
        for (int g = 0; g < graphs.size(); g++) if (graphs.get(g).isSaturated()) sum += graphProbabilities[g];
        return sum;
    }

    /// How many points the posterior is held on.
    public int pointCount() {
        return points.length;
    }

    private double density(int i) {
        return probabilities[i] / widths[i];
    }

    private int position(double p) {
        int found = Arrays.binarySearch(cumulative, p);
        return Math.min(found < 0 ? -found - 1 : found, points.length - 1);
    }
}
