package org.constancia.bench.estimation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.constancia.estimation.capture.CaptureColumns;
import org.constancia.estimation.capture.CaptureSheetReader;
import org.constancia.estimation.capture.CaptureTable;
import org.constancia.estimation.graphs.DecomposableGraph;
import org.constancia.estimation.graphs.GraphAveraging;
import org.constancia.estimation.graphs.GraphPosterior;

/// Compares the graph averaging with the formula of Madigan and York evaluated without any gamma function:
/// `WeightComparison FOLDER` takes every table of the folder with 3 to 5 lists at delta `2^-J`, .5 and 1.
///
/// A quotient of gamma functions is a product, so that `lgamma(x + n) - lgamma(x)` is the sum of `log(x + i)`; the sums
/// are
/// taken with compensation (Kahan), which leaves errors of some 1e-12. Compared are log weights of every graph at
/// unseen
/// counts over the whole grid, and logarithms of the averaged posterior at every integer that carries mass.
public final class WeightComparison {
    private static final int LARGEST = 40_000;

    private WeightComparison() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("| table | delta | graphs | largest difference of log weights | of log posteriors |");
        System.out.println("|---|---|---|---|---|");
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            for (Path file : files.sorted().toList()) {
                if (!file.toString().endsWith(".csv") || file.endsWith("reference.csv")) continue;
                try (var reader = Files.newBufferedReader(file)) {
                    CaptureTable table = CaptureSheetReader.read(reader, CaptureColumns.BY_NAME)
                            .onlyTable();
                    if (table.listCount() > 5) continue;
                    for (double delta : new double[] {1.0 / (1 << table.listCount()), .5, 1}) {
                        compare(file.getFileName().toString().replace(".csv", ""), table, delta);
                    }
                }
            }
        }
    }

    private static void compare(String name, CaptureTable table, double delta) {
        int largest = (int) Math.min(20 * table.observed(), LARGEST);
        List<DecomposableGraph> graphs = DecomposableGraph.all(table.listCount());
        double[][] scores = scores(table, delta, largest);
        double[] common = common(table, largest);
        double worst = 0;
        double[] shifted = new double[largest + 1];
        java.util.Arrays.fill(shifted, Double.NEGATIVE_INFINITY);
        for (DecomposableGraph graph : graphs) {
            for (int unseen = 0; unseen <= largest; unseen++) {
                double direct = common[unseen];
                for (int clique : graph.cliques()) direct += scores[clique][unseen];
                for (int separator : graph.separators()) if (separator != 0) direct -= scores[separator][unseen];
                shifted[unseen] = logSum(shifted[unseen], direct);
                if (unseen % 997 != 0) continue;
                worst = Math.max(worst, Math.abs(direct - GraphAveraging.logWeight(table, delta, graph, unseen)));
            }
        }
        double all = Double.NEGATIVE_INFINITY;
        for (double weight : shifted) all = logSum(all, weight);
        GraphPosterior posterior = GraphAveraging.averageUpTo(table, delta, largest);
        double worstPosterior = 0;
        for (int unseen = 0; unseen <= largest; unseen++) {
            if (shifted[unseen] - all < -50) continue;
            double ours = Math.log(posterior.probability(table.observed() + unseen));
            worstPosterior = Math.max(worstPosterior, Math.abs(ours - (shifted[unseen] - all)));
        }
        System.out.printf("| %s | %s | %d | %.1e | %.1e |%n", name, delta, graphs.size(), worst, worstPosterior);
    }

    /// `L(A; n0)` by set and unseen count.
    private static double[][] scores(CaptureTable table, double delta, int largest) {
        int lists = table.listCount();
        int sets = 1 << lists;
        long[] cells = table.cells();
        double[] totals = rising(delta * sets, table.observed(), largest);
        double[][] scores = new double[sets][largest + 1];
        for (int set = 1; set < sets; set++) {
            double own = delta * (sets >> Integer.bitCount(set));
            long[] margin = new long[sets];
            for (int cell = 0; cell < sets; cell++) margin[cell & set] += cells[cell];
            double constant = 0;
            for (int cell = 1; cell < sets; cell++) {
                if (margin[cell] > 0) constant += rising(own, margin[cell], 0)[0];
            }
            double[] zero = rising(own, margin[0], largest);
            for (int unseen = 0; unseen <= largest; unseen++) {
                scores[set][unseen] = constant + zero[unseen] - totals[unseen];
            }
        }
        return scores;
    }

    /// `lgamma(N + 1) - lgamma(n0 + 1) - sum lgamma(n_c + 1) - log N` by unseen count.
    private static double[] common(CaptureTable table, int largest) {
        double[] totals = rising(1, table.observed(), largest);
        double[] unseen = rising(1, 0, largest);
        double factorials = 0;
        for (long count : table.cells()) factorials += rising(1, count, 0)[0];
        double[] common = new double[largest + 1];
        for (int i = 0; i <= largest; i++) {
            common[i] = totals[i] - unseen[i] - factorials - Math.log(table.observed() + i);
        }
        return common;
    }

    /// `log(x (x+1) ... (x+n+i-1))` for `i` from 0 to `more`.
    private static double[] rising(double x, long n, int more) {
        double[] sums = new double[more + 1];
        double sum = 0;
        double lost = 0;
        for (long i = 0; i <= n + more; i++) {
            if (i >= n) sums[(int) (i - n)] = sum;
            double term = Math.log(x + i) - lost;
            double next = sum + term;
            lost = next - sum - term;
            sum = next;
        }
        return sums;
    }

    private static double logSum(double one, double other) {
        double larger = Math.max(one, other);
        if (larger == Double.NEGATIVE_INFINITY) return larger;
        return larger + Math.log1p(Math.exp(Math.min(one, other) - larger));
    }
}
