package org.constancia.estimation.loglinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.constancia.estimation.PublishedTables;
import org.constancia.estimation.bounds.NoHighestOrderInteraction;
import org.constancia.estimation.capture.CaptureTable;
import org.constancia.estimation.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLinearTest {
    @ParameterizedTest
    @CsvSource({"3,8", "4,113", "5,6893"})
    void hierarchicalModelsAreCounted(int lists, int models) {
        assertThat(HierarchicalModel.all(lists)).hasSize(models).doesNotHaveDuplicates();
    }

    @Test
    void aModelIsNamedByItsGenerators() {
        HierarchicalModel model = HierarchicalModel.generatedBy(4, List.of(0b0111, 0b1001, 0b1100));
        assertThat(model.name()).isEqualTo("[123,14,34]");
        assertThat(model.parameterCount()).isEqualTo(11);
    }

    @Test
    void allPairsOfThreeListsHaveAClosedForm() {
        LogLinearFit fit = LogLinearFit.of(PublishedTables.hepatitis(), HierarchicalModel.allPairs(3));
        double closed =
                NoHighestOrderInteraction.of(PublishedTables.hepatitis(), 1).orElseThrow();
        assertThat(fit.total()).isCloseTo(closed, within(1e-6));
        assertThat(fit.deviance()).isCloseTo(0, within(1e-8));
    }

    /// Two dependent lists and an independent third one are Lincoln and Petersen's two-list case.
    @Test
    void aDependentPairIsOneListAgainstTheThird() {
        LogLinearFit fit =
                LogLinearFit.of(PublishedTables.hepatitis(), HierarchicalModel.generatedBy(3, List.of(0b011)));
        double onlyPair = 69 + 55 + 21;
        double both = 17 + 18 + 28;
        assertThat(fit.total()).isCloseTo(271 + onlyPair * 63 / both, within(1e-8));
    }

    /// Independent lists: `1 - n / N` is the product of the shares that each list misses.
    @Test
    void independenceSolvesDarrochsEquation() {
        LogLinearFit fit = LogLinearFit.of(PublishedTables.diabetes(), HierarchicalModel.mainEffects(4));
        CaptureTable table = PublishedTables.diabetes();
        double product = 1;
        for (int j = 0; j < 4; j++) product *= 1 - table.recordedByAll(1 << j) / fit.total();
        assertThat(1 - table.observed() / fit.total()).isCloseTo(product, within(1e-9));
    }

    @Test
    void criteriaFollowFromTheLikelihood() {
        LogLinearFit fit = LogLinearFit.of(PublishedTables.diabetes(), HierarchicalModel.mainEffects(4));
        assertThat(fit.aic()).isCloseTo(-2 * fit.logLikelihood() + 10, within(1e-9));
        assertThat(fit.bic()).isCloseTo(-2 * fit.logLikelihood() + 5 * Math.log(2069), within(1e-9));
        assertThat(fit.degreesOfFreedom()).isEqualTo(10);
    }

    /// The table has AC = BC = 0. Codes follow Chan, Silverman and Vincent (2021), who show the same pattern of
    /// zeros.
    @ParameterizedTest
    @CsvSource({"'',0", "AB,1", "AC,0", "BC,0", "AB AC,1", "AB BC,1", "AC BC,0", "AB AC BC,2"})
    void someModelsHaveNoFiniteOrNoDeterminedEstimate(String pairs, int code) {
        Map<String, Integer> sets = Map.of("AB", 0b011, "AC", 0b101, "BC", 0b110);
        List<Integer> generators = pairs.isEmpty()
                ? List.of()
                : java.util.Arrays.stream(pairs.split(" ")).map(sets::get).toList();
        assertThat(ExistenceCheck.of(PublishedTables.separateThirdList(), HierarchicalModel.generatedBy(3, generators))
                        .code())
                .isEqualTo(code);
    }

    @Test
    void aFullTablePassesEveryCheck() {
        for (HierarchicalModel model : HierarchicalModel.all(3)) {
            assertThat(ExistenceCheck.of(PublishedTables.hepatitis(), model).code())
                    .isZero();
        }
    }

    @Test
    void theProfileIntervalHoldsTheEstimateAndIsSkewed() {
        LogLinearFit fit = LogLinearFit.of(PublishedTables.hepatitis(), HierarchicalModel.mainEffects(3));
        ProfileLikelihood profile = ProfileLikelihood.of(PublishedTables.hepatitis(), fit);
        assertThat(profile.estimate())
                .isBetween(profile.lower(), profile.upper())
                .isLessThan(fit.total());
        assertThat(profile.upper() - profile.estimate()).isGreaterThan(profile.estimate() - profile.lower());
    }

    @Test
    void theSearchPrefersTheModelWithTheSmallestCriterion() {
        LogLinearSearch.Outcome outcome = LogLinearSearch.search(PublishedTables.diabetes());
        assertThat(outcome.exhaustive()).isTrue();
        assertThat(outcome.tried()).isEqualTo(113);
        assertThat(outcome.fits()).extracting(LogLinearFit::bic).isSorted();
        assertThat(java.util.Arrays.stream(outcome.bicWeights()).sum()).isCloseTo(1, within(1e-12));
        assertThat(outcome.bicAverage()).isBetween(outcome.bicRange()[0], outcome.bicRange()[1]);
    }

    @Test
    void theBootstrapDoesNotDependOnThreads() {
        BcaInterval one = bootstrap(1);
        BcaInterval two = bootstrap(2);
        assertThat(one).isEqualTo(two);
        assertThat(one.estimate()).isBetween(one.lower(), one.upper());
    }

    private static BcaInterval bootstrap(int threads) {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            return BcaBootstrap.interval(PublishedTables.hepatitis(), 100, 5, executor, Progress.SILENT);
        }
    }
}
