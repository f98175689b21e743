package org.constancia.linkage.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.constancia.linkage.LinkageResult;
import org.constancia.linkage.block.RuleSummary;
import org.constancia.linkage.cluster.ScoredPairs;
import org.constancia.linkage.compare.Level;
import org.constancia.linkage.model.Explanation;
import org.constancia.linkage.model.MixtureModel;
import org.constancia.linkage.model.PatternCode;
import org.constancia.linkage.model.PatternScorer;
import org.constancia.linkage.record.ColumnRole;
import org.constancia.linkage.record.RawTable;
import org.constancia.linkage.review.Label;
import org.constancia.linkage.review.Labels;
import org.constancia.linkage.review.Verdict;

/// `report.html`: what a run did and how far to trust it, on one page without scripts or links.
///
/// Estimates of precision and recall come from the probabilities, with the interval that follows from them if
/// they are right; the page says so. Values of people are masked unless asked for.
public final class ReportPage {
    private static final double[] BANDS = {0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01};
    private static final int EXAMPLES = 12;

    private final LinkageResult result;
    private final Labels labels;
    private final ReportWords words;
    private final boolean showValues;
    private final StringBuilder page = new StringBuilder();

    /// @param spanish whether the page is in Spanish, else in English
    /// @param showValues whether the examples show what the records say
    public ReportPage(LinkageResult result, Labels labels, boolean spanish, boolean showValues) {
        this.result = result;
        this.labels = labels;
        this.words = ReportWords.of(spanish);
        this.showValues = showValues;
    }

    /// The page.
    public String html() {
        page.append("<!doctype html><html lang=\"")
                .append(words == ReportWords.ES ? "es" : "en")
                .append(
                        "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(words.of("title"))
                .append("</title><style>")
                .append("body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;")
                .append("color:#1c2733}table{border-collapse:collapse;margin:1rem 0}td,th{padding:.15rem .7rem;")
                .append(
                        "text-align:right;border-bottom:1px solid #dde3e8}td:first-child,th:first-child{text-align:left}")
                .append("svg{max-width:100%;height:auto}svg text{font:11px system-ui,sans-serif;fill:#1c2733}")
                .append(".for{fill:#2f6f8f}.against{fill:#b4532a}.mark{stroke:#b4532a;stroke-width:2}")
                .append("details{margin:.6rem 0}summary{cursor:pointer}.note{color:#52616f}")
                .append("@media(max-width:40rem){td,th{padding:.15rem .25rem;font-size:.8rem}")
                .append("td:first-child,th{overflow-wrap:anywhere}.chart{overflow-x:auto}.chart svg{min-width:36rem}}")
                .append("@media print{details>*{display:block}tr,svg{break-inside:avoid}}")
                .append("</style></head><body><h1>")
                .append(words.of("title"))
                .append("</h1>");
        summary();
        plan();
        histogram();
        sizes();
        calibration();
        kinds();
        weights();
        border();
        weakest();
        return page.append("</body></html>\n").toString();
    }

    private void heading(String key) {
        page.append("<h2>").append(Html.escaped(words.of(key))).append("</h2>");
    }

    private void note(String key) {
        page.append("<p class=\"note\">").append(Html.escaped(words.of(key))).append("</p>");
    }

    private void row(String tag, Object... cells) {
        page.append("<tr>");
        for (Object cell : cells) {
            page.append('<').append(tag).append('>');
            page.append(Html.escaped(cell instanceof Number number ? formatted(number) : cell.toString()));
            page.append("</").append(tag).append('>');
        }
        page.append("</tr>");
    }

    private String formatted(Number number) {
        return number instanceof Double value
                ? String.format(words.locale(), value >= 100 ? "%,.0f" : "%.4f", value)
                : String.format(words.locale(), "%,d", number.longValue());
    }

    private void summary() {
        ScoredPairs pairs = result.pairs();
        double inside = 0;
        double trueInside = 0;
        double variance = 0;
        double all = pairs.expectedMatches();
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (result.clusters().of(pairs.left(pair)) == result.clusters().of(pairs.right(pair))) {
                double probability = pairs.probability(pair);
                inside++;
                trueInside += probability;
                variance += probability * (1 - probability);
            }
        }
        long people = IntStream.range(0, result.people().size())
                .filter(record -> result.clusters().of(record) == record)
                .count();
        heading("summary");
        page.append("<table>");
        row("td", words.of("records"), (long) result.people().size());
        row("td", words.of("people"), people);
        row("td", words.of("compared"), result.candidates());
        row("td", words.of("expected"), all);
        row("td", words.of("threshold"), result.clusters().threshold());
        row("td", words.of("precision"), interval(trueInside, variance, inside));
        row("td", words.of("recall"), interval(trueInside, variance, all));
        page.append("</table>");
        note("model-based");
    }

    private String interval(double count, double variance, double of) {
        double whole = Math.max(1, of);
        double half = 1.96 * Math.sqrt(variance) / whole;
        double estimate = count / whole;
        return String.format(
                words.locale(),
                "%.4f (%.4f – %.4f)",
                estimate,
                Math.max(0, estimate - half),
                Math.min(1, estimate + half));
    }

    private void plan() {
        heading("plan");
        page.append("<table>");
        row("th", words.of("rule"), words.of("new"), words.of("pairs"), words.of("biggest"), words.of("refined"));
        for (RuleSummary rule : result.rules()) {
            if (rule.isFollowed()) {
                row("td", rule.rule(), rule.newPairs(), rule.pairs(), rule.biggestBlock(), rule.refinedBlocks());
            }
        }
        page.append("</table>");
        rulesLeftOut();
        page.append("<table>");
        row("td", words.of("blocking-recall"), result.recall().estimate());
        page.append("</table>");
    }

    private void rulesLeftOut() {
        List<String> leftOut = result.rules().stream()
                .filter(rule -> !rule.isFollowed())
                .map(RuleSummary::rule)
                .toList();
        if (!leftOut.isEmpty()) {
            page.append("<p>").append(words.of("left-out")).append("</p><table>");
            leftOut.forEach(rule -> row("td", rule));
            page.append("</table>");
        }
    }

    private void histogram() {
        heading("histogram");
        List<BarChart.Bar> bars = new ArrayList<>();
        for (int i = 0; i < result.histogram().size() - 1; i++) {
            long count =
                    result.histogram().get(i) + (i == 99 ? result.histogram().get(100) : 0);
            bars.add(new BarChart.Bar(String.format(words.locale(), "%.2f", i / 100.0), count, formatted(count)));
        }
        page.append(BarChart.histogram(
                words.of("histogram"), bars, result.clusters().threshold() * 100));
    }

    private void sizes() {
        int[] size = new int[result.people().size()];
        for (int record = 0; record < size.length; record++) {
            size[result.clusters().of(record)]++;
        }
        Map<Integer, Long> people = new TreeMap<>();
        Arrays.stream(size).filter(count -> count > 0).forEach(count -> people.merge(count, 1L, Long::sum));
        List<BarChart.Bar> bars = new ArrayList<>();
        people.forEach((count, number) ->
                bars.add(new BarChart.Bar(String.valueOf(count), Math.log1p(number), formatted(number))));
        heading("sizes");
        page.append(BarChart.horizontal(words.of("sizes"), bars));
    }

    private void calibration() {
        heading("calibration");
        Map<Long, Verdict> verdicts = new TreeMap<>();
        for (Label label : labels.decided()) {
            verdicts.put((long) label.left() << 32 | label.right(), label.verdict());
        }
        page.append("<table>");
        row(
                "th",
                words.of("band"),
                words.of("count"),
                words.of("sum"),
                words.of("reviewed"),
                words.of("reviewed-same"));
        PatternScorer scorer = result.scorers().get();
        ScoredPairs pairs = result.pairs();
        long[] count = new long[BANDS.length];
        double[] sum = new double[BANDS.length];
        long[] reviewed = new long[BANDS.length];
        long[] same = new long[BANDS.length];
        for (int pair = 0; pair < pairs.size(); pair++) {
            Verdict verdict =
                    verdicts.isEmpty() ? null : verdicts.get((long) pairs.left(pair) << 32 | pairs.right(pair));
            boolean clear = verdict != null && verdict != Verdict.UNSURE;
            double probability =
                    clear ? scorer.probability(pairs.left(pair), pairs.right(pair)) : pairs.probability(pair);
            int band = band(probability);
            count[band]++;
            sum[band] += probability;
            reviewed[band] += clear ? 1 : 0;
            same[band] += verdict == Verdict.SAME ? 1 : 0;
        }
        for (int band = 0; band < BANDS.length - 1; band++) {
            String label = String.format(words.locale(), "%.2f – %.2f", BANDS[band], Math.min(1, BANDS[band + 1]));
            row("td", label, count[band], sum[band], reviewed[band], same[band]);
        }
        page.append("</table>");
    }

    private static int band(double probability) {
        int band = 0;
        while (band < BANDS.length - 2 && probability >= BANDS[band + 1]) {
            band++;
        }
        return band;
    }

    private void kinds() {
        MixtureModel model = result.model();
        heading("kinds");
        List<BarChart.Bar> bars = new ArrayList<>();
        for (int k = 0; k < model.kinds().size(); k++) {
            double share = model.share(k, 0);
            bars.add(new BarChart.Bar(
                    words.label(model.kinds().get(k).name()),
                    share,
                    String.format(words.locale(), "%.2f %%", share * 100)));
        }
        page.append(BarChart.horizontal(words.of("share"), bars));
    }

    private void weights() {
        heading("weights");
        note("weights-note");
        MixtureModel model = result.model();
        PatternCode code = model.code();
        for (int f = 0; f < code.fields(); f++) {
            List<BarChart.Bar> bars = new ArrayList<>();
            for (int l = 1; l < code.levels(f).size(); l++) {
                Level level = code.levels(f).get(l);
                double bits = Math.log(model.probability(0, f, l) / model.chance(f, l)) / Math.log(2);
                bars.add(new BarChart.Bar(
                        words.label(level.label()), bits, String.format(words.locale(), "%+.1f", bits)));
            }
            String name = words.label(code.comparisons().get(f).name());
            page.append("<details").append(f == 0 ? " open" : "").append("><summary>");
            page.append(Html.escaped(name)).append("</summary>");
            page.append(BarChart.horizontal(name, bars)).append("</details>");
        }
    }

    private void border() {
        heading("border");
        if (!showValues) {
            note("masked");
        }
        ScoredPairs pairs = result.pairs();
        PatternScorer scorer = result.scorers().get();
        Comparator<Integer> byDoubt = Comparator.comparingDouble(
                        (Integer pair) -> Math.abs(pairs.probability(pair) - 0.5))
                .thenComparingInt(pairs::left)
                .thenComparingInt(pairs::right);
        TreeSet<Integer> nearest = new TreeSet<>(byDoubt);
        double farthest = 1;
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (Math.abs(pairs.probability(pair) - 0.5) <= farthest) {
                nearest.add(pair);
                if (nearest.size() > EXAMPLES) {
                    nearest.pollLast();
                    farthest = Math.abs(pairs.probability(nearest.last()) - 0.5);
                }
            }
        }
        nearest.forEach(pair -> example(pairs.left(pair), pairs.right(pair), pairs.probability(pair), scorer));
    }

    /// The clusters held together by least, each by the pair of its records that is least probable.
    private void weakest() {
        heading("weakest");
        note("weakest-note");
        Map<Integer, Integer> weakestPair = new TreeMap<>();
        ScoredPairs pairs = result.pairs();
        double doubtful = confidenceOfDoubtful();
        for (int pair = 0; pair < pairs.size(); pair++) {
            int cluster = result.clusters().of(pairs.left(pair));
            if (cluster == result.clusters().of(pairs.right(pair))
                    && result.clusters().confidence(cluster) <= doubtful) {
                int candidate = pair;
                weakestPair.merge(
                        cluster,
                        pair,
                        (known, other) -> pairs.probability(candidate) < pairs.probability(known) ? candidate : known);
            }
        }
        PatternScorer scorer = result.scorers().get();
        weakestPair.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<Integer, Integer> entry) ->
                                result.clusters().confidence(entry.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .limit(EXAMPLES)
                .forEach(entry -> example(
                        pairs.left(entry.getValue()),
                        pairs.right(entry.getValue()),
                        pairs.probability(entry.getValue()),
                        scorer));
    }

    /// The confidence up to which a cluster is among the least certain ones.
    private double confidenceOfDoubtful() {
        return IntStream.range(0, result.people().size())
                .filter(record -> result.clusters().of(record) == record)
                .mapToDouble(record -> result.clusters().confidence(record))
                .filter(confidence -> confidence < 1)
                .sorted()
                .limit(EXAMPLES)
                .max()
                .orElse(0);
    }

    private void example(int left, int right, double probability, PatternScorer scorer) {
        String title = result.people().id(left) + " – " + result.people().id(right)
                + String.format(words.locale(), ": %.3f", probability);
        page.append("<details><summary>").append(Html.escaped(title)).append("</summary><table>");
        for (RawTable.Column column : result.people().raw().columns()) {
            if (column.role() != ColumnRole.ID && column.role() != ColumnRole.IGNORED) {
                row(
                        "td",
                        column.values().name(),
                        shown(column.values().textAt(left)),
                        shown(column.values().textAt(right)));
            }
        }
        page.append("</table>");
        long pattern = scorer.pattern(left, right);
        double own = result.trained().probability(pattern);
        Explanation explanation = result.model().explain(pattern, Math.clamp(own, 1e-9, 1 - 1e-9));
        List<BarChart.Bar> bars = new ArrayList<>();
        bars.add(bar(words.of("start"), explanation.start()));
        explanation
                .steps()
                .forEach(step ->
                        bars.add(bar(words.label(step.field()) + ": " + words.label(step.outcome()), step.bits())));
        page.append(BarChart.horizontal(title, bars)).append("</details>");
    }

    private BarChart.Bar bar(String label, double bits) {
        return new BarChart.Bar(label, bits, String.format(words.locale(), "%+.1f", bits));
    }

    private String shown(String value) {
        return showValues ? value : Mask.of(value);
    }
}
