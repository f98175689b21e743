package org.constancia.estimation.lcmcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.estimation.PublishedTables;
import org.constancia.estimation.capture.CaptureTable;
import org.constancia.estimation.graphs.DecomposableGraph;
import org.constancia.estimation.graphs.GraphAveraging;
import org.constancia.estimation.progress.Progress;
import org.junit.jupiter.api.Test;

class LcmcrTest {
    private static final LcmcrSettings SHORT = LcmcrSettings.customary(4).withEffort(400, 6000);

    private static LcmcrPosterior sample(CaptureTable table, LcmcrSettings settings, int threads) {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            return Lcmcr.sample(table, settings, executor, Progress.SILENT);
        }
    }

    /// Twelve persons on lists B, C and D and nobody on C and D, or on D alone.
    private static CaptureTable withGaps() {
        long[] cells = new long[16];
        cells[0b0001] = 30;
        cells[0b0010] = 25;
        cells[0b0011] = 9;
        cells[0b0100] = 20;
        cells[0b1110] = 12;
        return CaptureTable.ofCells(List.of("A", "B", "C", "D"), cells);
    }

    @Test
    void theGradientIsTheSlopeOfTheDensity() {
        theGradientIsTheSlopeOfTheDensity(PublishedTables.diabetes());
        theGradientIsTheSlopeOfTheDensity(withGaps());
    }

    private static void theGradientIsTheSlopeOfTheDensity(CaptureTable table) {
        CaptureData data = new CaptureData(table);
        MarginalPosterior posterior = new MarginalPosterior(data, LatentClassPrior.CUSTOMARY.withClasses(4));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        double[] position = new double[posterior.dimension()];
        for (int i = 0; i < position.length; i++) position[i] = random.nextGaussian();
        double[] gradient = new double[position.length];
        double[] ignored = new double[position.length];
        posterior.evaluate(position, .7, gradient);
        for (int i = 0; i < position.length; i++) {
            double step = 1e-5;
            double[] up = position.clone();
            double[] down = position.clone();
            up[i] += step;
            down[i] -= step;
            double slope = (density(posterior, up, ignored) - density(posterior, down, ignored)) / (2 * step);
            assertThat(gradient[i]).isCloseTo(slope, within(1e-3 * (1 + Math.abs(slope))));
        }
    }

    private static double density(MarginalPosterior posterior, double[] position, double[] gradient) {
        return posterior.evaluate(position, .7, gradient) + posterior.logPrior(position, .7);
    }

    @Test
    void coordinatesAndStatesAreTheSamePoint() {
        CaptureData data = new CaptureData(PublishedTables.hepatitis());
        LatentClassPrior prior = LatentClassPrior.CUSTOMARY;
        MarginalPosterior posterior = new MarginalPosterior(data, prior);
        LatentClassState state = StartingPoint.draw(
                data, prior, .5, RandomGeneratorFactory.of("L64X128MixRandom").create(2));
        double[] position = new double[posterior.dimension()];
        posterior.read(state, position);
        LatentClassState copy = new LatentClassState(prior.classes(), 3);
        posterior.write(position, copy);
        for (int k = 0; k < prior.classes(); k++) assertThat(copy.size[k]).isCloseTo(state.size[k], within(1e-12));
        assertThat(Arrays.stream(copy.size).sum()).isCloseTo(1, within(1e-12));
        for (int i = 0; i < state.capture.length; i++) {
            assertThat(copy.capture[i]).isCloseTo(state.capture[i], within(1e-12));
        }
    }

    /// With one class the model is independence of lists with uniform capture probabilities, which the graph
    /// without edges
    /// has too when each marginal cell has prior count 1: its posterior is known exactly.
    @Test
    void oneClassHasAKnownPosterior() {
        CaptureTable table = PublishedTables.hepatitis();
        LcmcrPosterior sampled = sample(
                table,
                SHORT.withPrior(LatentClassPrior.CUSTOMARY.withClasses(1)).withEffort(2000, 12_000),
                2);
        DecomposableGraph independent =
                DecomposableGraph.ofNeighbours(new int[] {0, 0, 0}).orElseThrow();
        double sum = 0;
        double mean = 0;
        double shift = GraphAveraging.logWeight(table, .25, independent, 120);
        for (int unseen = 0; unseen < 4000; unseen++) {
            double weight = Math.exp(GraphAveraging.logWeight(table, .25, independent, unseen) - shift);
            sum += weight;
            mean += weight * (271 + unseen);
        }
        assertThat(sampled.mean())
                .isCloseTo(mean / sum, within(5 * sampled.diagnostics().errorOfMean()));
    }

    /// Gibbs sweeps alone and all moves together have the same posterior.
    @Test
    void mixingMovesDoNotChangeThePosterior() {
        CaptureData data = new CaptureData(PublishedTables.hepatitis());
        LatentClassPrior prior = LatentClassPrior.CUSTOMARY.withClasses(3).withConcentration(1, 1);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(8);
        GibbsSweep gibbs = new GibbsSweep(data, prior, random);
        LatentClassState state = StartingPoint.draw(data, prior, .5, random);
        double sum = 0;
        int sweeps = 60_000;
        for (int i = 0; i < 2000; i++) gibbs.sweep(state);
        for (int i = 0; i < sweeps; i++) {
            gibbs.sweep(state);
            sum += Math.log(gibbs.unseen() + 1);
        }
        LcmcrPosterior mixed =
                sample(PublishedTables.hepatitis(), SHORT.withPrior(prior).withEffort(3000, 12_000), 2);
        double logs = Arrays.stream(mixed.totals())
                .map(total -> Math.log(total - 271 + 1))
                .average()
                .orElseThrow();
        assertThat(logs).isCloseTo(sum / sweeps, within(.06));
    }

    @Test
    void theSameSeedGivesTheSameDrawsOnAnyNumberOfThreads() {
        LcmcrPosterior one = sample(PublishedTables.hepatitis(), SHORT, 1);
        LcmcrPosterior three = sample(PublishedTables.hepatitis(), SHORT, 3);
        LcmcrPosterior other = sample(PublishedTables.hepatitis(), SHORT.withSeed(5), 1);
        assertThat(one.totals()).isEqualTo(three.totals());
        assertThat(one.totals()).isNotEqualTo(other.totals());
    }

    @Test
    void noDrawExceedsTheCap() {
        LcmcrPosterior posterior =
                sample(PublishedTables.separateThirdList(), SHORT.withPrior(LatentClassPrior.CUSTOMARY.withCap(2)), 2);
        assertThat(Arrays.stream(posterior.totals()).max().orElseThrow()).isLessThanOrEqualTo(98 * 3);
        assertThat(posterior.capMass()).isGreaterThan(.01);
    }

    @Test
    void countsOfABillionAreSampled() {
        long[] cells = PublishedTables.hepatitis().cells();
        for (int i = 0; i < cells.length; i++) cells[i] *= 10_000_000;
        CaptureTable table = CaptureTable.ofCells(PublishedTables.hepatitis().lists(), cells);
        LcmcrPosterior posterior = sample(table, SHORT.withEffort(400, 1500), 2);
        assertThat(posterior.quantile(.025)).isGreaterThanOrEqualTo(table.observed());
        assertThat(posterior.quantile(.975)).isLessThanOrEqualTo(21.0 * table.observed());
    }

    @Test
    void aCancelledRunEnds() {
        Progress cancelled = new Progress() {
            @Override
            public void report(String stage, double fraction) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        try (ExecutorService executor = Executors.newFixedThreadPool(1)) {
            assertThatThrownBy(() -> Lcmcr.sample(PublishedTables.hepatitis(), SHORT, executor, cancelled))
                    .isInstanceOf(ConstanciaException.class)
                    .hasMessageContaining("cancelled");
        }
    }

    @Test
    void manyListsMakeTheUniformPriorExpectThatNearlyAllAreSeen() {
        assertThat(new ImpliedExpansion(LatentClassPrior.CUSTOMARY, 20, 1).quantile(.5))
                .isLessThan(1.001);
        assertThat(new ImpliedExpansion(LatentClassPrior.CUSTOMARY, 3, 1).quantile(.5))
                .isBetween(1.05, 1.3);
    }

    @Test
    void predictiveChecksLookAtPatternsOverlapsAndCountsOfLists() {
        LcmcrPosterior posterior = sample(PublishedTables.hepatitis(), SHORT, 2);
        assertThat(posterior.predictiveChecks()).hasSize(7 + 3 + 2);
        assertThat(posterior.predictiveChecks())
                .allSatisfy(check -> assertThat(check.probability()).isBetween(0.0, 1.0));
    }
}
