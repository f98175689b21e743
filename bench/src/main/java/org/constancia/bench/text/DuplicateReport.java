package org.constancia.bench.text;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.constancia.text.clean.PlainTextCleaner;
import org.constancia.text.duplicate.Family;
import org.constancia.text.duplicate.FamilyFinder;
import org.constancia.text.duplicate.Fingerprint;

/// Scores near-duplicates on wire copies: every original against every other text, a pair being right when both come
/// from one article; and measures the time for many texts.
final class DuplicateReport {
    private static final int SCALE = 100_000;

    private final ArticleSet set;
    private final PrintStream out;

    DuplicateReport(ArticleSet set, PrintStream out) {
        this.set = set;
        this.out = out;
    }

    void print() {
        Map<String, String> texts = new WireStories(set, new Random(7)).texts();
        PlainTextCleaner cleaner = new PlainTextCleaner();
        Map<String, String> comparable = new HashMap<>();
        texts.forEach((key, text) -> comparable.put(
                key, Fingerprint.comparableText(text, cleaner.clean(text).blocks())));
        FamilyFinder<String> finder = new FamilyFinder<>(key -> comparable.getOrDefault(key, ""));
        for (String key : texts.keySet()) finder.add(key, null);
        Set<String> linked = new HashSet<>();
        for (FamilyFinder.Pair<String> pair : finder.listPairs()) {
            linked.add(pair.one() + ' ' + pair.other());
            linked.add(pair.other() + ' ' + pair.one());
        }
        printScore("pairs", texts, (one, other) -> linked.contains(one + ' ' + other));
        Map<String, String> family = new HashMap<>();
        for (Family<String> group : finder.listFamilies()) {
            family.put(group.original(), group.original());
            group.copies().forEach(copy -> family.put(copy.key(), group.original()));
        }
        printScore(
                "families",
                texts,
                (one, other) -> family.getOrDefault(one, one).equals(family.getOrDefault(other, other)));
    }

    private interface Verdict {
        boolean alike(String one, String other);
    }

    private void printScore(String what, Map<String, String> texts, Verdict verdict) {
        int[] right = new int[5];
        int[] all = new int[5];
        int wrong = 0;
        for (String original : texts.keySet()) {
            if (!original.endsWith("o")) continue;
            for (String other : texts.keySet()) {
                if (other.equals(original)) continue;
                boolean alike = verdict.alike(original, other);
                boolean same = other.startsWith(original.substring(0, 4));
                if (same) {
                    int variant = other.charAt(4) - '0';
                    all[variant]++;
                    if (alike) right[variant]++;
                } else if (alike) {
                    wrong++;
                }
            }
        }
        double found = java.util.Arrays.stream(right).sum();
        out.printf(
                "near-duplicates, %s: recall %.3f at precision %.3f; by variant %.2f/%.2f/%.2f/%.2f/%.2f%n",
                what,
                found / java.util.Arrays.stream(all).sum(),
                found / (found + wrong),
                share(right, all, 0),
                share(right, all, 1),
                share(right, all, 2),
                share(right, all, 3),
                share(right, all, 4));
    }

    private static double share(int[] right, int[] all, int variant) {
        return (double) right[variant] / all[variant];
    }

    /// Adds 100,000 texts of about 400 invented words, a fifth of them copies with a few words changed.
    void printScale() {
        Random random = new Random(3);
        Map<Integer, String> texts = new HashMap<>();
        long start = System.nanoTime();
        FamilyFinder<Integer> finder = new FamilyFinder<>(key -> texts.getOrDefault(key, ""));
        for (int i = 0; i < SCALE; i++) {
            boolean copy = i > 100 && random.nextInt(5) == 0;
            texts.put(i, copy ? changed(texts.getOrDefault(random.nextInt(i), ""), random) : invented(random));
            finder.add(i, null);
        }
        int families = finder.listFamilies().size();
        out.printf(
                "near-duplicates, %,d texts: %.0f s, %,d pairs, %,d families%n",
                SCALE, (System.nanoTime() - start) / 1e9, finder.listPairs().size(), families);
    }

    private static String invented(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            double rank = Math.pow(random.nextDouble(), 3);
            text.append('w').append((int) (rank * 20_000)).append(i % 40 == 39 ? ".\n" : " ");
        }
        return text.toString();
    }

    private static String changed(String text, Random random) {
        String[] words = text.split(" ");
        for (int i = 0; i < 10; i++) words[random.nextInt(words.length)] = "x" + random.nextInt(1_000);
        return String.join(" ", words);
    }
}
