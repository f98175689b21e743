package org.constancia.app.cli.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.constancia.app.chart.Chart;
import org.constancia.estimation.Estimate;
import org.constancia.estimation.capture.CaptureTable;
import org.constancia.estimation.graphs.GraphPosterior;
import org.constancia.estimation.lcmcr.LcmcrPosterior;
import org.constancia.estimation.sensitivity.Variation;
import org.constancia.estimation.verdict.Figures;
import org.constancia.estimation.verdict.ModelFigure;
import org.jspecify.annotations.Nullable;

/// The charts of a report, each a Vega-Lite specification with its data.
final class ReportCharts {
    private static final int POINTS = 160;
    private static final int TRACE_POINTS = 300;
    private static final int RANK_BINS = 20;
    private static final int PATTERNS = 24;

    private final Estimate estimate;
    private final Messages messages;

    ReportCharts(Estimate estimate, Messages messages) {
        this.estimate = estimate;
        this.messages = messages;
    }

    private Map<String, String> words(String... names) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String name : names) words.put(name, messages.text("word." + name));
        return words;
    }

    /// Persons by exact pattern, the most frequent first.
    Chart overlap() {
        CaptureTable table = estimate.table();
        List<Integer> order = IntStream.range(0, table.patternCount())
                .boxed()
                .sorted((one, other) -> Long.compare(table.count(other), table.count(one)))
                .limit(PATTERNS)
                .toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            int at = order.get(i);
            for (int j = 0; j < table.listCount(); j++) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("order", i);
                row.put("first", j == 0);
                row.put("list", table.lists().get(j));
                row.put("member", (table.pattern(at) >> j & 1) == 1);
                row.put("count", table.count(at));
                rows.add(row);
            }
        }
        return Chart.of("estimate-overlap", messages.text("report.overlap"), words("persons"), rows);
    }

    /// Densities of the total by method.
    Chart posterior() {
        List<Map<String, Object>> rows = new ArrayList<>();
        LcmcrPosterior lcmcr = estimate.lcmcr();
        if (lcmcr != null) density("LCMCR", lcmcr.totals(), rows);
        GraphPosterior graphs = estimate.graphs();
        if (graphs != null) {
            density(
                    messages.text("model.graphs"),
                    graphs.draw(
                            4000, RandomGeneratorFactory.of("L64X128MixRandom").create(1)),
                    rows);
        }
        return Chart.of("estimate-posterior", messages.text("report.posterior"), words("total", "density"), rows);
    }

    /// A Gaussian kernel estimate between the .5 % and the 99.5 % quantile.
    private static void density(String name, double[] draws, List<Map<String, Object>> rows) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        double low = sorted[(int) (.005 * sorted.length)];
        double high = sorted[(int) (.995 * (sorted.length - 1))];
        double spread = (sorted[(int) (.84 * sorted.length)] - sorted[(int) (.16 * sorted.length)]) / 2;
        double h = Math.max((high - low) / POINTS, spread * Math.pow(Math.min(sorted.length, 2000), -.2));
        for (int i = 0; i <= POINTS; i++) {
            double x = low + (high - low) * i / POINTS;
            double sum = 0;
            for (double draw : sorted) {
                double z = (x - draw) / h;
                if (Math.abs(z) < 5) sum += Math.exp(-z * z / 2);
            }
            rows.add(Map.of(
                    "method", name, "N", Math.rint(x), "density", sum / (sorted.length * h * Math.sqrt(2 * Math.PI))));
        }
    }

    /// Draws of each chain in their order, thinned.
    Chart trace(LcmcrPosterior posterior) {
        List<Map<String, Object>> rows = new ArrayList<>();
        double[][] chains = posterior.unseenByChain();
        for (int c = 0; c < chains.length; c++) {
            int length = Math.min(TRACE_POINTS, chains[c].length);
            for (int i = 0; i < length; i++) {
                int at = (int) ((long) i * chains[c].length / length);
                rows.add(Map.of("chain", String.valueOf(c + 1), "draw", at, "N", posterior.observed() + chains[c][at]));
            }
        }
        return Chart.of("estimate-trace", messages.text("report.trace"), words("draw", "total", "chain"), rows);
    }

    /// How the ranks of each chain's draws among all draws are spread.
    Chart ranks(LcmcrPosterior posterior) {
        double[][] chains = posterior.unseenByChain();
        double[] all =
                Arrays.stream(chains).flatMapToDouble(Arrays::stream).sorted().toArray();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int c = 0; c < chains.length; c++) {
            int[] bins = new int[RANK_BINS];
            for (double draw : chains[c]) {
                int at = Arrays.binarySearch(all, draw);
                bins[(int) ((long) at * RANK_BINS / all.length)]++;
            }
            for (int b = 0; b < RANK_BINS; b++) {
                rows.add(Map.of("chain", String.valueOf(c + 1), "bin", b, "count", bins[b]));
            }
        }
        return Chart.of("estimate-ranks", messages.text("report.ranks"), words("rank", "draws", "chain"), rows);
    }

    /// Every model's figure side by side.
    Chart spread() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ModelFigure figure : estimate.spread()) {
            String label = messages.text("model." + figure.model());
            String kind = messages.text("kind." + figure.kind().name().toLowerCase(Locale.ROOT));
            rows.add(interval(label, kind, figure.total(), figure.lower(), figure.upper()));
        }
        return Chart.of("estimate-intervals", messages.text("report.spread"), words("total"), rows);
    }

    /// Figures after one change each; changes without a figure have no mark.
    Chart sensitivity(List<Variation> variations) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Variation variation : variations) {
            Figures figures = variation.figures();
            if (figures == null || variation.kind().equals("first_lists")) continue;
            String kind = messages.text("change." + variation.kind());
            rows.add(interval(
                    kind + " " + variation.detail(), kind, figures.median(), figures.lower(), figures.upper()));
        }
        return Chart.of("estimate-intervals", messages.text("report.sensitivity"), words("total"), rows);
    }

    /// The estimate with the first three, four, ... lists.
    Chart trajectory(List<Variation> variations) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Variation variation : variations) {
            if (!variation.kind().equals("first_lists")) continue;
            int lists = variation.detail().split("\\+", -1).length;
            rows.add(trajectoryRow(lists, variation.figures()));
        }
        rows.add(trajectoryRow(
                estimate.table().listCount(), estimate.findFigures().orElse(null)));
        return Chart.of("estimate-trajectory", messages.text("report.trajectory"), words("lists", "total"), rows);
    }

    private Map<String, Object> trajectoryRow(int lists, @Nullable Figures figures) {
        CaptureTable table = estimate.table();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("lists", lists);
        row.put("observed", table.restrictedTo(table.lists().subList(0, lists)).observed());
        if (figures != null) {
            row.put("N", figures.median());
            row.put("low", figures.lower());
            row.put("high", figures.upper());
        }
        return row;
    }

    /// A row of the chart of intervals.
    static Map<String, Object> interval(String label, String kind, double total, double low, double high) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("label", label);
        row.put("kind", kind);
        row.put("N", EstimateDocument.number(total));
        row.put("low", EstimateDocument.number(Double.isNaN(low) ? total : low));
        row.put("high", EstimateDocument.number(Double.isNaN(high) ? total : high));
        return row;
    }
}
