package org.constancia.estimation.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;
import org.constancia.estimation.PublishedTables;
import org.constancia.estimation.capture.CaptureTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphAveragingTest {
    @ParameterizedTest
    @CsvSource({"2,2", "3,8", "4,61", "5,822", "6,18154"})
    void decomposableGraphsAreCounted(int lists, int graphs) {
        assertThat(DecomposableGraph.all(lists)).hasSize(graphs);
    }

    @Test
    void aSquareIsNotDecomposable() {
        assertThat(DecomposableGraph.ofNeighbours(new int[] {0b1010, 0b0101, 0b1010, 0b0101}))
                .isEmpty();
    }

    @Test
    void aPathHasItsEdgesForCliques() {
        DecomposableGraph path =
                DecomposableGraph.ofNeighbours(new int[] {0b010, 0b101, 0b010}).orElseThrow();
        assertThat(path.name()).isEqualTo("12|23");
        assertThat(path.separators()).containsExactly(0b010);
    }

    /// Madigan and York's formula written out for independent lists and one unseen count.
    @Test
    void theWeightIsTheFormula() {
        CaptureTable table = PublishedTables.hepatitis();
        DecomposableGraph independent =
                DecomposableGraph.ofNeighbours(new int[] {0, 0, 0}).orElseThrow();
        double delta = .25;
        double unseen = 100;
        double total = 371;
        double own = 4 * delta;
        double expected = LogGamma.value(total + 1) - LogGamma.value(unseen + 1) - Math.log(total);
        for (long count : table.cells()) expected -= LogGamma.value(count + 1.0);
        for (int j = 0; j < 3; j++) {
            double on = table.recordedByAll(1 << j);
            expected += LogGamma.value(on + own) + LogGamma.value(total - on + own) - 2 * LogGamma.value(own);
            expected += LogGamma.value(8 * delta) - LogGamma.value(total + 8 * delta);
        }
        assertThat(GraphAveraging.logWeight(table, delta, independent, unseen)).isCloseTo(expected, within(1e-9));
    }

    /// All sums again, weight by weight from the formula.
    @Test
    void runningProductsAgreeWithDirectEvaluation() {
        CaptureTable table = PublishedTables.hepatitis();
        int largest = 3000;
        GraphPosterior posterior = GraphAveraging.averageUpTo(table, .125, largest);
        List<DecomposableGraph> graphs = DecomposableGraph.all(3);
        double[] sums = new double[graphs.size()];
        double mean = 0;
        double shift = GraphAveraging.logWeight(table, .125, graphs.get(0), 150);
        for (int g = 0; g < sums.length; g++) {
            for (int unseen = 0; unseen <= largest; unseen++) {
                double weight = Math.exp(GraphAveraging.logWeight(table, .125, graphs.get(g), unseen) - shift);
                sums[g] += weight;
                mean += weight * (271 + unseen);
            }
        }
        double all = java.util.Arrays.stream(sums).sum();
        assertThat(posterior.mean()).isCloseTo(mean / all, within(1e-8));
        for (int g = 0; g < sums.length; g++) {
            assertThat(posterior.graphProbability(g)).isCloseTo(sums[g] / all, within(1e-11));
        }
    }

    /// The formula without any gamma function: `lgamma(x + n) - lgamma(x)` is the sum of `log(x + i)`, taken with
    /// compensation. Every log weight and every logarithm of the averaged posterior agrees within 1e-9.
    @ParameterizedTest
    @CsvSource({".0625", ".5", "1"})
    void logWeightsAgreeWithProductsOfRationals(double delta) {
        CaptureTable table = PublishedTables.diabetes();
        int largest = 20_000;
        double[][] scores = new double[16][];
        for (int set = 1; set < 16; set++) scores[set] = score(table, delta, set, largest);
        double[] total = rising(1, table.observed(), largest);
        double[] factorial = rising(1, 0, largest);
        double cells = 0;
        for (long count : table.cells()) cells += rising(1, count, 0)[0];
        double[] averaged = new double[largest + 1];
        double shift =
                GraphAveraging.logWeight(table, delta, DecomposableGraph.all(4).get(0), 300);
        for (DecomposableGraph graph : DecomposableGraph.all(4)) {
            for (int unseen = 0; unseen <= largest; unseen++) {
                double direct = total[unseen] - factorial[unseen] - cells - Math.log(table.observed() + unseen);
                for (int clique : graph.cliques()) direct += scores[clique][unseen];
                for (int separator : graph.separators()) if (separator != 0) direct -= scores[separator][unseen];
                averaged[unseen] += Math.exp(direct - shift);
                if (unseen % 199 == 0) {
                    assertThat(GraphAveraging.logWeight(table, delta, graph, unseen))
                            .isCloseTo(direct, within(1e-9));
                }
            }
        }
        double all = java.util.Arrays.stream(averaged).sum();
        GraphPosterior posterior = GraphAveraging.averageUpTo(table, delta, largest);
        for (int unseen = 0; unseen <= largest; unseen++) {
            double share = averaged[unseen] / all;
            if (share < 1e-20) continue;
            assertThat(Math.log(posterior.probability(table.observed() + unseen)))
                    .isCloseTo(Math.log(share), within(1e-9));
        }
    }

    private static double[] score(CaptureTable table, double delta, int set, int largest) {
        double own = delta * (16 >> Integer.bitCount(set));
        long[] margin = new long[16];
        for (int cell = 1; cell < 16; cell++) margin[cell & set] += table.countOf(cell);
        double[] score = rising(own, margin[0], largest);
        double[] total = rising(16 * delta, table.observed(), largest);
        double others = 0;
        for (int cell = 1; cell < 16; cell++) if (margin[cell] > 0) others += rising(own, margin[cell], 0)[0];
        for (int unseen = 0; unseen <= largest; unseen++) score[unseen] += others - total[unseen];
        return score;
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

    @Test
    void theGridEndsByItself() {
        CaptureTable table = PublishedTables.diabetes();
        double delta = GraphAveraging.customaryDelta(4);
        GraphPosterior open = GraphAveraging.average(table, delta);
        GraphPosterior closed = GraphAveraging.averageUpTo(table, delta, 100_000);
        assertThat(open.mean()).isCloseTo(closed.mean(), within(.1));
        assertThat(open.quantile(.975)).isEqualTo(closed.quantile(.975));
        assertThat(open.tailMass()).isLessThan(1e-6);
    }

    @Test
    void aLargeDeltaBelievesInTheSaturatedGraph() {
        CaptureTable table = PublishedTables.separateThirdList();
        assertThat(GraphAveraging.average(table, 1).saturatedProbability())
                .isGreaterThan(GraphAveraging.average(table, .125).saturatedProbability())
                .isGreaterThan(.5);
    }

    /// Four independent lists with coverage .3 and ten million persons: the unseen are some 2.4 million, far
    /// beyond the range
    /// of single integers.
    @Test
    void manyUnseenAreIntegratedAndNotLost() {
        long[] cells = new long[16];
        for (int cell = 1; cell < 16; cell++) {
            cells[cell] =
                    Math.round(1e7 * Math.pow(.3, Integer.bitCount(cell)) * Math.pow(.7, 4 - Integer.bitCount(cell)));
        }
        CaptureTable table = CaptureTable.ofCells(List.of("A", "B", "C", "D"), cells);
        GraphPosterior posterior = GraphAveraging.average(table, 1.0 / 16);
        assertThat(posterior.quantile(.5)).isCloseTo(1e7, within(5e3));
        assertThat(posterior.standardDeviation()).isBetween(1e3, 5e3);
        assertThat(posterior.graphs().get(posterior.topGraph()).name()).isEqualTo("1|2|3|4");
    }
}
