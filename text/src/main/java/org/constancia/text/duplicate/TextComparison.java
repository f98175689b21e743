package org.constancia.text.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Compares two texts exactly, word by word.
public final class TextComparison {
    private static final int SHORTEST_PASSAGE = 8;
    private static final int MOST_PASSAGES = 20;
    private static final double KNOWN = .2;
    private static final double ALIKE = .3;

    private final String original;
    private final String copy;
    private final Words originalWords;
    private final Words copyWords;
    private final ShingleSet originalShingles;
    private final ShingleSet copyShingles;

    private TextComparison(String original, String copy) {
        this.original = original;
        this.copy = copy;
        this.originalWords = Words.of(original);
        this.copyWords = Words.of(copy);
        this.originalShingles = ShingleSet.of(originalWords);
        this.copyShingles = ShingleSet.of(copyWords);
    }

    public static Comparison compare(String original, String copy) {
        return new TextComparison(original, copy).comparison();
    }

    private Comparison comparison() {
        Likeness likeness = Likeness.of(originalWords, originalShingles, copyWords, copyShingles);
        List<Paragraph> originals = paragraphs(original);
        List<Paragraph> copies = paragraphs(copy);
        Set<String> known = new HashSet<>();
        for (Paragraph paragraph : originals) known.add(paragraph.folded());
        int identical = 0;
        List<Comparison.Span> added = new ArrayList<>();
        List<FigureChange> changes = new ArrayList<>();
        for (Paragraph paragraph : copies) {
            if (known.contains(paragraph.folded())) {
                identical++;
            } else if (paragraph.shareIn(originalShingles) < KNOWN) {
                added.add(new Comparison.Span(paragraph.start(), paragraph.end()));
            } else {
                bestMatch(paragraph, originals, changes);
            }
        }
        return new Comparison(likeness, copies.size(), identical, passages(), added, changes);
    }

    private void bestMatch(Paragraph paragraph, List<Paragraph> originals, List<FigureChange> changes) {
        Paragraph best = null;
        double most = ALIKE;
        for (Paragraph candidate : originals) {
            double share = paragraph.shareIn(candidate.shingles());
            if (share > most) {
                most = share;
                best = candidate;
            }
        }
        if (best != null) changes.addAll(FigureChanges.between(original, best.words(), copy, paragraph.words()));
    }

    /// The longest common runs, found by extending common 3-word runs in both directions.
    private List<SharedPassage> passages() {
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i < originalWords.shingleCount(); i++) places.putIfAbsent(originalWords.shingle(i), i);
        List<SharedPassage> passages = new ArrayList<>();
        for (int i = 0; i < copyWords.shingleCount(); i++) {
            Integer place = places.get(copyWords.shingle(i));
            if (place == null) continue;
            int length = 3;
            while (place + length < originalWords.count()
                    && i + length < copyWords.count()
                    && originalWords.hash(place + length) == copyWords.hash(i + length)) length++;
            if (length >= SHORTEST_PASSAGE)
                passages.add(new SharedPassage(
                        originalWords.start(place),
                        originalWords.end(place + length - 1),
                        copyWords.start(i),
                        copyWords.end(i + length - 1),
                        length));
            i += length - 1;
        }
        passages.sort(Comparator.comparingInt(SharedPassage::words).reversed());
        return passages.subList(0, Math.min(MOST_PASSAGES, passages.size()));
    }

    private static List<Paragraph> paragraphs(String text) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            if (end < 0) end = text.length();
            Words words = Words.of(text, start, end);
            if (words.count() > 0) paragraphs.add(Paragraph.of(text, words));
            start = end + 1;
        }
        return paragraphs;
    }

    /// A line of a text with its words; folded to them, so that punctuation does not make a difference.
    private record Paragraph(int start, int end, String folded, Words words, ShingleSet shingles) {
        static Paragraph of(String text, Words words) {
            StringBuilder folded = new StringBuilder();
            for (int i = 0; i < words.count(); i++)
                folded.append(text, words.start(i), words.end(i)).append(' ');
            return new Paragraph(
                    words.start(0),
                    words.end(words.count() - 1),
                    folded.toString().toLowerCase(java.util.Locale.ROOT),
                    words,
                    ShingleSet.of(words));
        }

        double shareIn(ShingleSet set) {
            return shingles.size() == 0 ? 0 : (double) shingles.common(set) / shingles.size();
        }
    }
}
