package org.constancia.estimation.strata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.DoubleStream;
import org.constancia.estimation.EstimationSettings;
import org.constancia.estimation.PublishedTables;
import org.constancia.estimation.capture.CaptureSheet;
import org.constancia.estimation.capture.CaptureTable;
import org.constancia.estimation.capture.TableKey;
import org.constancia.estimation.progress.Progress;
import org.constancia.estimation.verdict.Method;
import org.constancia.estimation.verdict.Verdict;
import org.junit.jupiter.api.Test;

class ManyTablesTest {
    private static final EstimationSettings GRAPHS =
            EstimationSettings.customary(1).withMethods(EnumSet.of(Method.GRAPHS, Method.LOGLINEAR));

    private static CaptureSheet sheet() {
        TreeMap<TableKey, CaptureTable> tables = new TreeMap<>();
        CaptureTable north = PublishedTables.diabetes();
        tables.put(new TableKey("north", ""), north);
        tables.put(new TableKey("south", ""), north);
        tables.put(new TableKey("west", ""), CaptureTable.of(north.lists(), Map.of(1, 4L, 2, 3L)));
        return new CaptureSheet(north.lists(), tables, List.of(), List.of());
    }

    private static Map<TableKey, TableOutcome> run(Map<TableKey, TableOutcome> known, List<TableOutcome> finished) {
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            return ManyTables.estimate(sheet(), GRAPHS, known, finished::add, executor, Progress.SILENT);
        }
    }

    @Test
    void theTotalIsASumOfDrawsAndSaysWhatItLeavesOut() {
        Map<TableKey, TableOutcome> outcomes = run(Map.of(), new ArrayList<>());
        StratifiedTotal total = StratifiedTotal.of(ManyTables.ofReplicate(outcomes, ""));
        assertThat(total.observed()).isEqualTo(2 * 2069 + 7);
        assertThat(total.notEstimable()).containsExactly("west");
        assertThat(total.shareNotEstimable()).isCloseTo(7.0 / 4145, within(1e-12));
        TableOutcome north = Objects.requireNonNull(outcomes.get(new TableKey("north", "")));
        double width = northWidth(north);
        // Quantiles do not add up: the interval of a sum is narrower than the sum of the intervals.
        assertThat(total.upper() - total.lower()).isLessThan(2 * width).isGreaterThan(width);
    }

    /// A log-linear interval is no set of draws; leaving the stratum out would call the persons seen a total.
    @Test
    void estimatesWithoutDrawsMakeNoTotal() {
        EstimationSettings loglinear = EstimationSettings.customary(1).withMethods(EnumSet.of(Method.LOGLINEAR));
        Map<TableKey, TableOutcome> outcomes;
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            outcomes = ManyTables.estimate(sheet(), loglinear, Map.of(), _ -> {}, executor, Progress.SILENT);
        }
        List<TableOutcome> strata = ManyTables.ofReplicate(outcomes, "");
        assertThat(strata).anyMatch(TableOutcome::isEstimable);

        StratifiedTotal total = StratifiedTotal.of(strata);

        assertThat(total.hasEstimate()).isFalse();
        assertThat(total.withoutDraws()).containsExactly("north", "south");
        assertThat(total.observed()).isEqualTo(2 * 2069 + 7);
    }

    private static double northWidth(TableOutcome north) {
        double[] sorted = DoubleStream.of(north.unseenDraws()).sorted().toArray();
        return sorted[(int) (.975 * sorted.length)] - sorted[(int) (.025 * sorted.length)];
    }

    @Test
    void aRunThatWasInterruptedGoesOnWithTheSameResult() {
        List<TableOutcome> first = new ArrayList<>();
        Map<TableKey, TableOutcome> whole = run(Map.of(), first);
        TableKey north = new TableKey("north", "");
        List<TableOutcome> second = new ArrayList<>();
        Map<TableKey, TableOutcome> resumed = run(Map.of(north, Objects.requireNonNull(whole.get(north))), second);
        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2);
        assertThat(resumed).isEqualTo(whole);
    }

    @Test
    void strataWithEqualDataHaveSeedsOfTheirOwn() {
        assertThat(ManyTables.seed(1, new TableKey("north", "")))
                .isNotEqualTo(ManyTables.seed(1, new TableKey("south", "")))
                .isNotEqualTo(ManyTables.seed(2, new TableKey("north", "")));
    }

    @Test
    void poolingMovesTheUncertainStratumMost() {
        List<TableOutcome> strata = List.of(
                outcome("sure", 1000, 2000, .02),
                outcome("also sure", 1000, 1000, .02),
                outcome("unsure", 100, 900, 1));
        PartialPooling pooled = PartialPooling.of(strata);
        assertThat(pooled.unseen(0)).isCloseTo(2000, within(30.0));
        assertThat(pooled.unseen(1)).isCloseTo(1000, within(30.0));
        assertThat(pooled.unseen(2)).isBetween(100.0, 600.0);
    }

    private static TableOutcome outcome(String name, long observed, double unseen, double spread) {
        List<Double> draws = new ArrayList<>();
        for (int i = 0; i < 200; i++) draws.add(unseen * Math.exp(spread * (i - 99.5) / 58));
        return new TableOutcome(new TableKey(name, ""), observed, Verdict.ESTIMABLE, List.of(), null, draws);
    }
}
