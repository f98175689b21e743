package org.constancia.bench.text;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.constancia.text.clean.Block;
import org.constancia.text.document.DocumentReader;
import org.constancia.text.document.Reading;
import org.constancia.text.document.ReadingLimits;
import org.constancia.text.document.TextLayer;

/// Scores the main text of an article set, tells what each rule gains, and measures the time of a page.
///
/// The gain of a rule is the set's F1 minus the F1 with the blocks of that rule put back into the body. Time is the
/// processor time of one thread, so that other work on the machine does not count.
final class ArticleReport {
    private static final int WARM_UP = 4;

    private final ArticleSet set;
    private final PrintStream out;
    private final DocumentReader reader = DocumentReader.within(ReadingLimits.USUAL);
    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

    ArticleReport(ArticleSet set, PrintStream out) {
        this.set = set;
        this.out = out;
    }

    void print() {
        List<TextLayer> layers = new ArrayList<>();
        for (ArticleSet.Article article : set.articles()) layers.add(layer(article));
        List<ShingleScore.Page> pages = score(layers, "");
        ShingleScore.Pages all = ShingleScore.of(pages);
        out.printf(
                "article extraction, %d pages: F1 %.3f ±%.3f  P %.3f  R %.3f%n",
                pages.size(), all.f1(), ShingleScore.deviation(pages, new Random(1)), all.precision(), all.recall());
        printTimes();
        printGains(layers, all.f1());
    }

    private TextLayer layer(ArticleSet.Article article) {
        Reading reading = reader.read(article.html(), "text/html");
        return switch (reading) {
            case Reading.Understood understood -> understood.layer();
            case Reading.NotUnderstood failed -> {
                out.println(article.id() + ": " + failed.reason());
                yield new TextLayer("", TextLayer.UNDETERMINED, null, null, null, List.of(), List.of());
            }
        };
    }

    /// @param restored the rule whose blocks count as body
    private List<ShingleScore.Page> score(List<TextLayer> layers, String restored) {
        List<ShingleScore.Page> pages = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            StringBuilder body = new StringBuilder();
            for (Block block : layers.get(i).blocks()) {
                if (block.isBody() || block.rule().equals(restored))
                    body.append(block.of(layers.get(i).text())).append("\n\n");
            }
            pages.add(ShingleScore.page(set.articles().get(i).body(), body.toString()));
        }
        return pages;
    }

    private void printGains(List<TextLayer> layers, double f1) {
        Map<String, Integer> blocks = new TreeMap<>();
        for (TextLayer layer : layers) {
            for (Block block : layer.blocks()) if (!block.isBody()) blocks.merge(block.rule(), 1, Integer::sum);
        }
        record Gain(String rule, int blocks, double points) {}
        List<Gain> gains = new ArrayList<>();
        blocks.forEach((rule, count) -> gains.add(new Gain(
                rule, count, 100 * (f1 - ShingleScore.of(score(layers, rule)).f1()))));
        gains.sort(Comparator.comparingDouble(Gain::points).reversed());
        out.println("rule, blocks, gain in F1 points");
        for (Gain gain : gains) out.printf("  %-22s %6d  %+.2f%n", gain.rule(), gain.blocks(), gain.points());
    }

    private void printTimes() {
        double[] milliseconds = new double[set.articles().size()];
        for (int round = 0; round <= WARM_UP; round++) {
            for (int i = 0; i < milliseconds.length; i++) {
                long start = clock.getCurrentThreadCpuTime();
                layer(set.articles().get(i));
                milliseconds[i] = (clock.getCurrentThreadCpuTime() - start) / 1e6;
            }
        }
        Arrays.sort(milliseconds);
        out.printf(
                "time per page, one thread: mean %.1f ms, p95 %.1f ms%n",
                Arrays.stream(milliseconds).average().orElse(0), milliseconds[(int) (milliseconds.length * .95)]);
    }
}
