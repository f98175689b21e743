package org.constancia.bench.text;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.constancia.text.clean.Block;
import org.constancia.text.clean.Cleaned;
import org.constancia.text.clean.LineModel;
import org.constancia.text.clean.html.HtmlCleaner;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// `bench text lines DATA PAGES ARTICLES [PART ...]`: fits `line-weights.txt`, printed to standard output. Parts of the
/// pages that are named are left out, to see what the weights are worth on lines they have not seen.
///
/// Learned from are the pages of an article-extraction set taken as lines (in English and Spanish only), the invented
/// pages under PAGES, and invented articles under ARTICLES, of odd number; nothing held out. A conditional random field
/// of two states, by gradient steps on the likelihood (forward and backward sums), with shrinkage (L2). The same data
/// give the same weights.
public final class LineFit {
    /// @param weight how much a text counts
    private record Example(List<List<String>> signs, boolean[] page, double weight) {}

    private static final List<String> PARTS = List.of("dev", "dev-second", "dev-third", "lines-dev", "lines-train");
    private static final int ROUNDS = 30;
    private static final int SELDOM = 4;
    private static final double SHRINKAGE = 8;
    private static final double WEB_PAGE = .05;
    private static final double LINES = 3;
    private static final String STAY = "chain page page";
    private static final String CHANGE = "chain change";

    private final List<Example> examples = new ArrayList<>();
    private final Map<String, Double> weights = new HashMap<>();
    private final Map<String, Double> squares = new HashMap<>();

    private LineFit() {}

    public static void main(String[] arguments) throws IOException {
        LineFit fit = new LineFit();
        fit.readArticleSet(ArticleSet.read(Path.of(arguments[0]).resolve("article-extraction-dev")));
        List<String> without = List.of(arguments).subList(3, arguments.length);
        for (String part : PARTS)
            if (!without.contains(part)) fit.readPages(Path.of(arguments[1]).resolve(part));
        fit.readArticles(Path.of(arguments[2]));
        fit.run();
        fit.print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private void readArticleSet(ArticleSet set) {
        HtmlCleaner cleaner = new HtmlCleaner();
        for (ArticleSet.Article article : set.articles()) {
            Cleaned cleaned = cleaner.clean(ArticleSet.html(article)).cleaned();
            if (!List.of("es", "en").contains(cleaned.language())) continue;
            String body = folded(article.body());
            List<String> lines = new ArrayList<>();
            List<Boolean> page = new ArrayList<>();
            for (Block block : cleaned.blocks()) {
                String line = block.of(cleaned.text()).strip();
                if (line.isEmpty() || line.equals(cleaned.title())) continue;
                lines.add(line);
                page.add(!body.contains(folded(line)));
            }
            add(lines, page, WEB_PAGE);
        }
    }

    private void readPages(Path folder) throws IOException {
        for (Path file : files(folder)) {
            List<String> lines = new ArrayList<>();
            List<Boolean> page = new ArrayList<>();
            if (file.toString().endsWith(".html")) {
                for (Element element : Jsoup.parse(Files.readString(file)).select("[data-gold]"))
                    take(element.attr("data-gold"), element.text(), lines, page);
            } else {
                for (String line : Files.readAllLines(file)) take(line.substring(0, 1), line.substring(2), lines, page);
            }
            add(lines, page, folder.getFileName().toString().startsWith("lines") ? LINES : 1);
        }
    }

    private void take(String label, String line, List<String> lines, List<Boolean> page) {
        if (line.isBlank() || label.equals("H") || label.equals("headline")) return;
        lines.add(line);
        page.add(!label.equals("B") && !label.equals("body"));
    }

    /// Articles of the corpus of extraction are body throughout.
    private void readArticles(Path folder) throws IOException {
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            if (!name.matches("\\d*[13579]\\.(?:es|en)\\.txt")) continue;
            String text = Files.readString(file).split("(?m)^---$")[0];
            List<String> lines =
                    text.lines().skip(1).filter(line -> !line.isBlank()).toList();
            add(lines, lines.stream().map(_ -> false).toList(), 1);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void add(List<String> lines, List<Boolean> page, double weight) {
        boolean[] gold = new boolean[page.size()];
        for (int i = 0; i < gold.length; i++) gold[i] = page.get(i);
        if (!lines.isEmpty()) examples.add(new Example(LineModel.signs(lines), gold, weight));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00A0]+", " ").strip();
    }

    private void run() {
        Map<String, Integer> counts = new HashMap<>();
        for (Example example : examples)
            for (List<String> line : example.signs()) for (String sign : line) counts.merge(sign, 1, Integer::sum);
        counts.forEach((sign, count) -> {
            if (count >= SELDOM) weights.put(sign, 0.0);
        });
        weights.put(STAY, 0.0);
        weights.put(CHANGE, 0.0);
        for (int round = 0; round < ROUNDS; round++) for (Example example : examples) step(example);
    }

    /// The weight of a sign; 0 for one too seldom to have any.
    private double weight(String sign) {
        return weights.getOrDefault(sign, 0.0);
    }

    /// One step of AdaGrad on a text.
    private void step(Example example) {
        Map<String, Double> gradient = new HashMap<>();
        int count = example.page().length;
        double[] scores = new double[count];
        for (int i = 0; i < count; i++) for (String sign : example.signs().get(i)) scores[i] += weight(sign);
        double[][] pairs = LineChain.marginals(scores, weight(STAY), weight(CHANGE));
        for (int i = 0; i < count; i++) {
            double error = (example.page()[i] ? 1 : 0) - pairs[i][0];
            for (String sign : example.signs().get(i))
                if (weights.containsKey(sign)) gradient.merge(sign, error, Double::sum);
            if (i == 0) continue;
            boolean stay = example.page()[i] && example.page()[i - 1];
            boolean change = example.page()[i] != example.page()[i - 1];
            gradient.merge(STAY, (stay ? 1 : 0) - pairs[i][1], Double::sum);
            gradient.merge(CHANGE, (change ? 1 : 0) - pairs[i][2], Double::sum);
        }
        gradient.forEach((sign, slope) -> {
            double shrunk = example.weight() * slope - SHRINKAGE * weight(sign) / examples.size();
            double square = squares.merge(sign, shrunk * shrunk, Double::sum);
            weights.merge(sign, .15 * shrunk / Math.sqrt(square + 1e-6), Double::sum);
        });
    }

    private void print(PrintStream out) {
        out.println("# Signs of a line and how much they speak for the page (above 0) or for running text (below).");
        out.println("# Fitted by `bench text lines`; `threshold`, the evidence asked for, is set by hand.");
        out.println("threshold : -1.900");
        new TreeMap<>(weights).forEach((sign, weight) -> {
            if (Math.abs(weight) >= .005) out.println(String.format(Locale.ROOT, "%s : %.3f", sign, weight));
        });
    }
}
