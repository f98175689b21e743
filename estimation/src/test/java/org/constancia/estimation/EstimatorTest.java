package org.constancia.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.constancia.estimation.capture.CaptureTable;
import org.constancia.estimation.lcmcr.LcmcrSettings;
import org.constancia.estimation.progress.Progress;
import org.constancia.estimation.verdict.Figures;
import org.constancia.estimation.verdict.Method;
import org.constancia.estimation.verdict.ModelFigure;
import org.constancia.estimation.verdict.Reason;
import org.constancia.estimation.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EstimatorTest {
    private static final EstimationSettings QUICK =
            EstimationSettings.customary(2).withLcmcr(LcmcrSettings.customary(2).withEffort(400, 6000));

    private static Estimate estimate(CaptureTable table, EstimationSettings settings) {
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            return Estimator.estimate(table, settings, executor, Progress.SILENT);
        }
    }

    private static List<Reason.Code> codes(Estimate estimate) {
        return estimate.reasons().stream().map(Reason::code).toList();
    }

    @Test
    void modelsOfTheHepatitisTableDisagreeAndThisIsSaid() {
        Estimate estimate = estimate(PublishedTables.hepatitis(), QUICK);
        assertThat(estimate.spread())
                .extracting(ModelFigure::model)
                .contains("lcmcr", "graphs", "loglinear_bic", "nhoi", "independence", "chao");
        assertThat(estimate.lowerBound()).isBetween(300.0, 600.0);
        if (estimate.isEstimable()) assertThat(codes(estimate)).contains(Reason.Code.MODELS_DISAGREE);
    }

    @Test
    void aListThatSharesNobodyForbidsANumberForBayesianMethodsToo() {
        Estimate estimate = estimate(PublishedTables.separateThirdList(), QUICK.withMethods(EnumSet.of(Method.LCMCR)));
        assertThat(estimate.verdict()).isEqualTo(Verdict.NOT_IDENTIFIED);
        assertThat(estimate.findFigures()).isEmpty();
        assertThat(codes(estimate)).contains(Reason.Code.LISTS_NOT_CONNECTED, Reason.Code.NOT_DETERMINED);
    }

    @Test
    void twoListsAreTooFew() {
        Estimate estimate = estimate(PublishedTables.hepatitis().without("serum"), QUICK);
        assertThat(estimate.verdict()).isEqualTo(Verdict.NOT_IDENTIFIED);
        assertThat(codes(estimate)).contains(Reason.Code.TOO_FEW_LISTS);
        assertThat(estimate.lowerBound())
                .isGreaterThanOrEqualTo(estimate.table().observed());
    }

    @Test
    void oneListIsTooFew() {
        CaptureTable one = CaptureTable.of(List.of("A"), Map.of(1, 40L));
        assertThat(estimate(one, QUICK).verdict()).isEqualTo(Verdict.NOT_IDENTIFIED);
    }

    @Test
    void aListWithoutCapturesIsLeftOut() {
        CaptureTable table = CaptureTable.of(List.of("A", "B", "empty"), Map.of(1, 30L, 2, 20L, 3, 10L));
        Estimate estimate = estimate(table, QUICK);
        assertThat(codes(estimate)).contains(Reason.Code.TOO_FEW_LISTS, Reason.Code.LISTS_WITHOUT_CAPTURES);
    }

    @Test
    void noOverlapAtAllIsNotIdentified() {
        CaptureTable table = CaptureTable.of(List.of("A", "B", "C"), Map.of(1, 30L, 2, 20L, 4, 10L));
        assertThat(estimate(table, QUICK.withMethods(EnumSet.of(Method.LOGLINEAR, Method.GRAPHS)))
                        .verdict())
                .isEqualTo(Verdict.NOT_IDENTIFIED);
    }

    @Test
    void twentyListsAreEstimatedByLatentClassesAlone() {
        List<String> names = new ArrayList<>();
        for (int j = 0; j < 20; j++) names.add("L" + j);
        Map<Integer, Long> counts = new java.util.TreeMap<>();
        var random =
                java.util.random.RandomGeneratorFactory.of("L64X128MixRandom").create(9);
        for (int i = 0; i < 400; i++) {
            int pattern = 0;
            for (int j = 0; j < 20; j++) if (random.nextDouble() < .1) pattern |= 1 << j;
            if (pattern != 0) counts.merge(pattern, 1L, Long::sum);
        }
        EstimationSettings settings = QUICK.withLcmcr(LcmcrSettings.customary(1).withEffort(400, 1200));
        Estimate estimate = estimate(CaptureTable.of(names, counts), settings);
        assertThat(estimate.findResult(Method.LCMCR).orElseThrow().figures()).isNotNull();
        assertThat(estimate.findResult(Method.GRAPHS).orElseThrow().reasons())
                .extracting(Reason::code)
                .containsExactly(Reason.Code.METHOD_NOT_RUN);
    }

    @ParameterizedTest
    @EnumSource(Reason.Code.class)
    void everyReasonHasASentenceInBothLanguages(Reason.Code code) {
        Reason reason = Reason.of(code, 1, 2, .3, 4, 5);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.of("es"))) {
            assertThat(reason.sentence(locale)).isNotBlank().doesNotContain("{").doesNotContain("''");
        }
        assertThat(reason.sentence(Locale.of("es"))).isNotEqualTo(reason.sentence(Locale.ENGLISH));
    }

    @Test
    void noDigitIsPrintedBeyondTheMonteCarloError() {
        assertThat(Figures.printed(10_413, 19)).isCloseTo(10_400, within(1e-9));
        assertThat(Figures.printed(10_413, 7)).isCloseTo(10_410, within(1e-9));
        assertThat(Figures.printed(10_413, 0)).isCloseTo(10_413, within(1e-9));
        assertThat(Figures.printedUnit(100)).isEqualTo(100);
    }
}
