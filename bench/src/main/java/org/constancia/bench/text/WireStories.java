package org.constancia.bench.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Makes wire copies of articles: of each of more than 150 words a trimmed, a re-dressed, a lightly and a heavily
/// edited
/// one, and the raw page with everything around it.
///
/// Keys are `NNN-V`: the number of the article and the variant (`o` the original, then 0 to 4 as listed above).
final class WireStories {
    private static final String[] FILLERS = {
        "also", "reportedly", "however", "meanwhile", "said", "the", "today", "officials"
    };
    private static final int FEWEST_WORDS = 150;

    private final List<ArticleSet.Article> articles;
    private final RandomGenerator random;

    WireStories(ArticleSet set, RandomGenerator random) {
        this.articles = set.articles().stream()
                .filter(article -> article.body().split("\\s+").length > FEWEST_WORDS)
                .toList();
        this.random = random;
    }

    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; i < articles.size(); i++) {
            String key = "%03d-".formatted(i);
            List<String> paragraphs = paragraphs(articles.get(i).body());
            texts.put(key + "o", articles.get(i).body());
            texts.put(key + 0, join(first(paragraphs, .5 + .2 * random.nextDouble())));
            texts.put(key + 1, redressed(paragraphs));
            texts.put(key + 2, edited(articles.get(i).body(), .08));
            texts.put(key + 3, edited(join(first(paragraphs, .5)), .15) + "\n\n" + join(piece(i)));
            texts.put(key + 4, rawPage(articles.get(i)));
        }
        return texts;
    }

    private static List<String> first(List<String> paragraphs, double share) {
        int count = Math.max(3, (int) (paragraphs.size() * share));
        return paragraphs.subList(0, Math.min(count, paragraphs.size()));
    }

    private String redressed(List<String> paragraphs) {
        StringBuilder text = new StringBuilder("By Staff Reporter\n\nShare this on Facebook\n\n");
        int notes = 0;
        for (String paragraph : paragraphs) {
            text.append(paragraph).append("\n\n");
            if (notes < 3 && random.nextInt(3) == 0) {
                String other = articles.get(random.nextInt(articles.size())).body();
                text.append("READ ALSO: ")
                        .append(other.substring(0, Math.min(90, other.length())).replace('\n', ' '))
                        .append("\n\n");
                notes++;
            }
        }
        return text.append("Leave a Reply\nName\nEmail\nComment").toString();
    }

    /// Four paragraphs of another article.
    private List<String> piece(int article) {
        int other = (article + 1 + random.nextInt(articles.size() - 1)) % articles.size();
        List<String> paragraphs = paragraphs(articles.get(other).body());
        int start = random.nextInt(Math.max(1, paragraphs.size() - 4));
        return paragraphs.subList(start, Math.min(start + 4, paragraphs.size()));
    }

    /// Replaces a share of the words by fillers or by nothing.
    private String edited(String body, double share) {
        StringBuilder text = new StringBuilder();
        for (String line : body.split("\n", -1)) {
            for (String word : line.split(" ")) {
                if (random.nextDouble() >= share) text.append(word).append(' ');
                else if (random.nextBoolean())
                    text.append(FILLERS[random.nextInt(FILLERS.length)]).append(' ');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String rawPage(ArticleSet.Article article) {
        Document page = Jsoup.parse(ArticleSet.html(article));
        page.select("script, style, noscript").remove();
        return page.body().wholeText().replaceAll("[ \t]+", " ").replaceAll("\\s*\n\\s*", "\n");
    }

    private static List<String> paragraphs(String body) {
        return new ArrayList<>(
                Arrays.stream(body.split("\n+")).filter(line -> !line.isBlank()).toList());
    }

    private static String join(List<String> paragraphs) {
        return String.join("\n\n", paragraphs);
    }
}
