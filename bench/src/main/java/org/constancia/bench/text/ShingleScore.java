package org.constancia.bench.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Precision, recall and F1 over 4-word shingles, as the article-extraction benchmark of Scrapinghub defines them.
///
/// Tokens are maximal runs of letters, numbers and `_`; shingles are counted as a multiset; a page's counts are
/// divided
/// by their sum, so that long texts do not weigh more; set precision and recall are means over pages, F1 is that
/// of the
/// two means.
final class ShingleScore {
    private static final int WIDTH = 4;

    /// True and false positives and false negatives of one page, summing to 1 (or all 0).
    record Page(double tp, double fp, double fn) {
        double precision() {
            return fp == 0 && fn == 0 ? 1 : tp == 0 ? 0 : tp / (tp + fp);
        }

        double recall() {
            return fp == 0 && fn == 0 ? 1 : tp == 0 ? 0 : tp / (tp + fn);
        }
    }

    record Pages(double precision, double recall) {
        double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    private ShingleScore() {}

    static Page page(String gold, String predicted) {
        Map<String, Integer> expected = shingles(gold);
        Map<String, Integer> found = shingles(predicted);
        Set<String> all = new HashSet<>(expected.keySet());
        all.addAll(found.keySet());
        double tp = 0;
        double fp = 0;
        double fn = 0;
        for (String shingle : all) {
            int there = expected.getOrDefault(shingle, 0);
            int here = found.getOrDefault(shingle, 0);
            tp += Math.min(there, here);
            fp += Math.max(0, here - there);
            fn += Math.max(0, there - here);
        }
        double sum = tp + fp + fn;
        return sum == 0 ? new Page(0, 0, 0) : new Page(tp / sum, fp / sum, fn / sum);
    }

    static Pages of(List<Page> pages) {
        double precision = pages.stream()
                .filter(page -> page.tp() + page.fp() > 0)
                .mapToDouble(Page::precision)
                .average()
                .orElse(0);
        double recall = pages.stream()
                .filter(page -> page.tp() + page.fn() > 0)
                .mapToDouble(Page::recall)
                .average()
                .orElse(0);
        return new Pages(precision, recall);
    }

    /// Standard deviation of F1 over 1,000 bootstrap resamples of the pages.
    static double deviation(List<Page> pages, RandomGenerator random) {
        double sum = 0;
        double squares = 0;
        int resamples = 1_000;
        for (int i = 0; i < resamples; i++) {
            List<Page> drawn = new ArrayList<>();
            for (int j = 0; j < pages.size(); j++) drawn.add(pages.get(random.nextInt(pages.size())));
            double f1 = of(drawn).f1();
            sum += f1;
            squares += f1 * f1;
        }
        double mean = sum / resamples;
        return Math.sqrt(Math.max(0, squares / resamples - mean * mean));
    }

    private static Map<String, Integer> shingles(String text) {
        List<String> tokens = tokens(text);
        Map<String, Integer> shingles = new HashMap<>();
        if (tokens.isEmpty()) return shingles;
        if (tokens.size() < WIDTH) {
            shingles.put(String.join(" ", tokens), 1);
            return shingles;
        }
        for (int i = 0; i + WIDTH <= tokens.size(); i++)
            shingles.merge(String.join(" ", tokens.subList(i, i + WIDTH)), 1, Integer::sum);
        return shingles;
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        StringBuilder token = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (isWordPoint(point)) {
                token.appendCodePoint(point);
            } else if (!token.isEmpty()) {
                tokens.add(token.toString());
                token.setLength(0);
            }
        });
        if (!token.isEmpty()) tokens.add(token.toString());
        return tokens;
    }

    private static boolean isWordPoint(int point) {
        int type = Character.getType(point);
        return Character.isLetter(point)
                || point == '_'
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }
}
