package org.constancia.estimation.graphs;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.constancia.estimation.capture.CaptureTable;

/// Exact Bayesian model averaging over all decomposable graphs with a uniform prior on graphs and `1/N` on the total.
///
/// Weights of one graph at consecutive integers follow from one exact value at the start of a block and running
/// products
/// of rational ratios (see [MarginalScores#ratio]), so that neither a logarithm nor an exponential is taken per graph
/// and
/// integer, and no matrix of graphs by integers is ever held. Every sum is relative to the largest weight of its
/// graph;
/// blocks more than 60 below it on the log scale cannot change a double and are passed over.
public final class GraphAveraging {
    private static final double NEGLIGIBLE = -60;
    private static final double TAIL = 1e-7;
    private static final double LARGEST_FACTOR = 1e6;

    private final CaptureTable table;
    private final double delta;
    private final List<DecomposableGraph> graphs;
    private final MarginalScores scores;
    private final int[][] cliques;
    private final int[][] separators;
    private final double[] shifts;
    private final double[] sums;
    private final Accumulator accumulator = new Accumulator();
    private double shift = Double.NEGATIVE_INFINITY;

    private GraphAveraging(CaptureTable table, double delta, List<DecomposableGraph> graphs) {
        if (!(delta > 0)) throw new IllegalArgumentException("delta must be positive: " + delta);
        this.table = table;
        this.delta = delta;
        this.graphs = graphs;
        this.scores = new MarginalScores(table, delta);
        this.cliques = new int[graphs.size()][];
        this.separators = new int[graphs.size()][];
        for (int g = 0; g < cliques.length; g++) {
            cliques[g] = toArray(graphs.get(g).cliques());
            separators[g] = toArray(graphs.get(g).separators());
        }
        this.shifts = new double[graphs.size()];
        Arrays.fill(shifts, Double.NEGATIVE_INFINITY);
        this.sums = new double[graphs.size()];
    }

    /// The prior count for which all cells together weigh as much as one person, `2^-J`.
    public static double customaryDelta(int lists) {
        return 1.0 / (1 << lists);
    }

    /// Averages over an unseen count from 0 up to wherever the remaining mass is negligible.
    ///
    /// @param table 2 to 7 lists
    /// @param delta the hyper-Dirichlet prior count of each cell, greater than 0
    public static GraphPosterior average(CaptureTable table, double delta) {
        return average(table, delta, DecomposableGraph.all(table.listCount()));
    }

    /// The same with graphs that were enumerated before.
    public static GraphPosterior average(CaptureTable table, double delta, List<DecomposableGraph> graphs) {
        GraphAveraging averaging = new GraphAveraging(table, delta, graphs);
        double n = table.observed();
        double first = 0;
        double last = Math.max(4096, 20 * n);
        double mass = averaging.add(first, last);
        double tail = Double.POSITIVE_INFINITY;
        while (tail > TAIL && last < LARGEST_FACTOR * n) {
            first = last + 1;
            last = 4 * last;
            double added = averaging.add(first, last);
            mass = averaging.accumulator.total();
            // A power law that loses a factor r for each quadrupling has r/(1-r) of the last piece still to come.
            tail = added / mass;
        }
        return averaging.posterior(tail == Double.POSITIVE_INFINITY ? 0 : tail);
    }

    /// Averages over every integer from 0 to a largest unseen count, and nothing beyond.
    ///
    /// @param largestUnseen at most 131,071
    public static GraphPosterior averageUpTo(CaptureTable table, double delta, int largestUnseen) {
        if (largestUnseen >= Blocks.LAST_SINGLE) throw new IllegalArgumentException("too long: " + largestUnseen);
        GraphAveraging averaging = new GraphAveraging(table, delta, DecomposableGraph.all(table.listCount()));
        averaging.add(0, largestUnseen);
        return averaging.posterior(0);
    }

    /// The unnormalised log weight of one graph and one unseen count, evaluated directly from the formula.
    public static double logWeight(CaptureTable table, double delta, DecomposableGraph graph, double unseen) {
        MarginalScores scores = new MarginalScores(table, delta);
        double[] values = new double[scores.setCount()];
        scores.fill(unseen, values);
        return weight(values, toArray(graph.cliques()), toArray(graph.separators()));
    }

    /// Adds a range of unseen counts and returns its mass relative to the current shift.
    private double add(double first, double last) {
        Blocks blocks = Blocks.between(first, last, first > 0, scores);
        double[][] atStart = new double[blocks.count() + 1][scores.setCount()];
        for (int b = 0; b <= blocks.count(); b++) scores.fill(blocks.start(b), atStart[b]);
        raiseShifts(atStart);
        double before = accumulator.total();
        BlockProducts products = new BlockProducts(scores);
        for (int b = 0; b < blocks.count(); b++) {
            double length = blocks.start(b + 1) - blocks.start(b);
            if (blocks.isSingle(b)) {
                products.fill(blocks.start(b), (int) length);
                addSingles(blocks.start(b), (int) length, atStart[b], atStart[b + 1], products);
            } else {
                addQuadrature(blocks.start(b), length, atStart[b], atStart[b + 1]);
            }
        }
        return accumulator.total() - before;
    }

    private void raiseShifts(double[][] atStart) {
        for (int g = 0; g < cliques.length; g++) {
            double largest = shifts[g];
            for (double[] values : atStart) largest = Math.max(largest, weight(values, cliques[g], separators[g]));
            if (largest > shifts[g]) {
                sums[g] *= Math.exp(shifts[g] - largest);
                shifts[g] = largest;
            }
        }
        double largest = Arrays.stream(shifts).max().orElseThrow();
        if (largest > shift) {
            accumulator.scale(Math.exp(shift - largest));
            shift = largest;
        }
    }

    private boolean isNegligible(int g, double[] here, double[] next) {
        double one = weight(here, cliques[g], separators[g]) - shifts[g];
        double other = weight(next, cliques[g], separators[g]) - shifts[g];
        return Math.max(one, other) < NEGLIGIBLE;
    }

    private void addSingles(double start, int length, double[] here, double[] next, BlockProducts products) {
        double[] all = new double[length];
        double[] own = new double[length];
        for (int g = 0; g < cliques.length; g++) {
            if (isNegligible(g, here, next)) continue;
            Arrays.fill(own, Math.exp(weight(here, cliques[g], separators[g]) - shifts[g]));
            for (int clique : cliques[g]) multiply(own, products.rising(clique), length);
            for (int separator : separators[g]) multiply(own, products.falling(separator), length);
            sums[g] += sum(own, length);
            double scale = Math.exp(shifts[g] - shift);
            if (scale > 0) for (int i = 0; i < length; i++) all[i] += scale * own[i];
        }
        for (int i = 0; i < length; i++) accumulator.append(start + i, 1, all[i]);
    }

    private void addQuadrature(double start, double length, double[] here, double[] next) {
        int[] active = IntStream.range(0, cliques.length)
                .filter(g -> !isNegligible(g, here, next))
                .toArray();
        if (active.length == 0) return;
        double[] values = new double[scores.setCount()];
        double width = length / Quadrature.PIECES;
        for (int piece = 0; piece < Quadrature.PIECES; piece++) {
            double from = start - .5 + piece * width;
            for (int node = 0; node < Quadrature.NODES.length; node++) {
                double unseen = from + width * (1 + Quadrature.NODES[node]) / 2;
                double share = width * Quadrature.WEIGHTS[node] / 2;
                scores.fill(unseen, values);
                double all = 0;
                for (int g : active) {
                    double own = share * Math.exp(weight(values, cliques[g], separators[g]) - shifts[g]);
                    sums[g] += own;
                    all += own * Math.exp(shifts[g] - shift);
                }
                accumulator.append(unseen, share, all);
            }
        }
    }

    private GraphPosterior posterior(double tailMass) {
        double[] probabilities = new double[sums.length];
        double total = 0;
        for (int g = 0; g < sums.length; g++) {
            probabilities[g] = sums[g] * Math.exp(shifts[g] - shift);
            total += probabilities[g];
        }
        for (int g = 0; g < sums.length; g++) probabilities[g] /= total;
        return new GraphPosterior(
                table.observed(),
                delta,
                accumulator.points(),
                accumulator.widths(),
                accumulator.masses(),
                tailMass,
                graphs,
                probabilities);
    }

    private static double weight(double[] values, int[] cliques, int[] separators) {
        double weight = 0;
        for (int clique : cliques) weight += values[clique];
        for (int separator : separators) weight -= values[separator];
        return weight;
    }

    private static void multiply(double[] values, double[] factors, int length) {
        for (int i = 0; i < length; i++) values[i] *= factors[i];
    }

    private static double sum(double[] values, int length) {
        double even = 0;
        double odd = 0;
        for (int i = 0; i + 1 < length; i += 2) {
            even += values[i];
            odd += values[i + 1];
        }
        return (length & 1) == 1 ? even + odd + values[length - 1] : even + odd;
    }

    private static int[] toArray(List<Integer> sets) {
        return sets.stream().mapToInt(Integer::intValue).toArray();
    }
}
