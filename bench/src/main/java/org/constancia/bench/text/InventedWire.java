package org.constancia.bench.text;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Invented news for measuring at scale, the same for the same seed: stories of 120 to 700 words whose frequencies fall
/// like those of a language (Zipf), a part of them printed by several sites.
///
/// Each text carries the standing lines of one of 200 sites, so that strangers of one site look somewhat alike. A copy
/// is whole, cut short, lightly edited, has another toll, or a paragraph of its own.
final class InventedWire {
    private static final int VOCABULARY = 30_000;
    private static final int SITES = 200;
    private static final double COPIES = .3;
    private static final int RECENT = 400;

    private final SplittableRandom random;
    private final double[] cumulated = new double[VOCABULARY];
    private final String[] standing = new String[SITES];

    InventedWire(long seed) {
        random = new SplittableRandom(seed);
        double sum = 0;
        for (int rank = 0; rank < VOCABULARY; rank++) cumulated[rank] = sum += 1.0 / (rank + 2);
        for (int rank = 0; rank < VOCABULARY; rank++) cumulated[rank] /= sum;
        for (int site = 0; site < SITES; site++) standing[site] = sentence(14) + "\n" + sentence(11);
    }

    /// @param stories for every text the number of its story
    record Texts(List<String> texts, int[] stories) {}

    Texts texts(int count) {
        List<String> texts = new ArrayList<>(count);
        List<List<String>> open = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        int[] stories = new int[count];
        int story = 0;
        for (int i = 0; i < count; i++) {
            List<String> paragraphs;
            if (open.size() > 10 && random.nextDouble() < COPIES) {
                int back = Math.max(0, open.size() - 1 - random.nextInt(Math.min(RECENT, open.size())));
                paragraphs = copy(open.get(back));
                stories[i] = numbers.get(back);
            } else {
                paragraphs = story();
                stories[i] = story;
                open.add(paragraphs);
                numbers.add(story++);
            }
            texts.add(String.join("\n", paragraphs) + "\n" + standing[random.nextInt(SITES)]);
        }
        return new Texts(texts, stories);
    }

    private List<String> story() {
        List<String> paragraphs = new ArrayList<>();
        int count = 4 + random.nextInt(14);
        for (int i = 0; i < count; i++) {
            String text = sentence(14 + random.nextInt(14));
            if (random.nextInt(3) == 0) text += " At least " + (2 + random.nextInt(60)) + " people " + sentence(8);
            if (random.nextBoolean()) text += " " + sentence(10 + random.nextInt(12));
            paragraphs.add(text);
        }
        return paragraphs;
    }

    private List<String> copy(List<String> original) {
        List<String> copy = new ArrayList<>(original);
        switch (random.nextInt(5)) {
            case 0 -> {}
            case 1 ->
                copy = new ArrayList<>(copy.subList(0, Math.max(3, copy.size() * (50 + random.nextInt(30)) / 100)));
            case 2 -> copy.replaceAll(this::edited);
            case 3 ->
                copy.replaceAll(paragraph -> paragraph.replaceAll("At least \\d+", "At least " + random.nextInt(90)));
            default -> copy.add(random.nextInt(copy.size()), sentence(30));
        }
        return copy;
    }

    private String edited(String paragraph) {
        String[] words = paragraph.split(" ");
        for (int i = 0; i < words.length; i++) if (random.nextInt(20) == 0) words[i] = word();
        return String.join(" ", words);
    }

    private String sentence(int words) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < words; i++) sentence.append(i == 0 ? "" : " ").append(word());
        return sentence.append('.').toString();
    }

    private String word() {
        int at = java.util.Arrays.binarySearch(cumulated, random.nextDouble());
        int rank = at < 0 ? -at - 1 : at;
        return "w" + Integer.toString(Math.min(rank, VOCABULARY - 1), 36);
    }
}
