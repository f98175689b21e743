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
