package org.constancia.text.clean;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Recognises short lines in which a page speaks of itself and nothing else, by the words of `page-words.txt`: every
/// word must be one of them, so that no single word gives a line of the story away.
final class PageVocabulary {
    private static final int MOST_WORDS = 16;
    private static final int LONGEST_PREFIX = 12;
    private static final int MOST_LABEL_WORDS = 4;
    private static final int ENOUGH_BEHIND_ARTICLE = 3;
    private static final int LONGEST_NOTICE = 320;
    private static final int FEWEST_IN_NOTICE = 2;
    private static final double SHARE_IN_NOTICE = .7;
    /// Spanish and English endings of the past.
    private static final Pattern PAST =
            Pattern.compile("(?:[^aeiou]ed|[aeiou]ed|ó|aron|ieron|aba|aban|ían|había|fue|fueron|was|were|had)$");
    /// A Spanish imperative with its object: "escríbanos", "cuéntenos".
    private static final Pattern CLITIC = Pattern.compile("[a-z]{3,}[ae]nos");
    private static final Pattern SPLIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}#]+");

    private final Set<String> function;
    private final Set<String> articles;
    private final Set<String> questions;
    private final Set<String> person;
    private final Set<String> third;
    private final Set<String> words = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();

    private PageVocabulary(Map<String, List<String>> groups) {
        function = words(groups, "function");
        articles = words(groups, "article");
        questions = words(groups, "question");
        person = words(groups, "person");
        third = words(groups, "third");
        for (String word : words(groups, "page")) {
            if (word.endsWith("*")) beginnings.add(word.substring(0, word.length() - 1));
            else words.add(word);
        }
    }

    static PageVocabulary standard() {
        return new PageVocabulary(WordGroups.read(PageVocabulary.class, "page-words.txt"));
    }

    private static Set<String> words(Map<String, List<String>> groups, String name) {
        return Objects.requireNonNull(groups.get(name), name).stream()
                .flatMap(line -> Stream.of(line.split("\\s+")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether a line is made of the page's words alone.
    boolean isPageLine(String line) {
        if (line.length() > 120 || line.indexOf('“') >= 0 || line.indexOf('"') >= 0 || line.indexOf('«') >= 0)
            return false;
        String[] all = WORD.split(FoldedText.fold(line).strip());
        int page = countIfAll(all, MOST_WORDS);
        if (page == 0) return false;
        int first = all[0].isEmpty() ? 1 : 0;
        boolean asks = first < all.length && questions.contains(all[first]);
        if (asks && Arrays.stream(all).noneMatch(person::contains)) return page >= ENOUGH_BEHIND_ARTICLE;
        if (first < all.length && articles.contains(all[first])) return page >= ENOUGH_BEHIND_ARTICLE;
        return page > 1 || line.strip().charAt(line.strip().length() - 1) != '?';
    }

    /// Whether a line speaks to the reader ("your inbox", "nuestros lectores"), mostly in words of the page, and tells
    /// nothing of a third person or of the past.
    boolean isNotice(String line) {
        if (line.length() > LONGEST_NOTICE
                || line.indexOf('“') >= 0
                || line.indexOf('"') >= 0
                || line.indexOf('«') >= 0) return false;
        int page = 0;
        int other = 0;
        boolean addressed = false;
        for (String word : SPLIT.split(line.toLowerCase(Locale.ROOT))) {
            String folded = FoldedText.fold(word);
            if (folded.isEmpty() || folded.startsWith("#")) continue;
            if (third.contains(folded)) return false;
            addressed |= person.contains(folded) || CLITIC.matcher(folded).matches();
            if (!words.contains(folded) && PAST.matcher(word).find()) return false;
            if (isPageWord(folded)) page++;
            else if (!function.contains(folded)) other++;
        }
        return addressed && page >= FEWEST_IN_NOTICE && page >= SHARE_IN_NOTICE * (page + other);
    }

    /// Whether a label, the words before a colon or bar, is made of the page's words alone.
    boolean isPageLabel(String label) {
        String[] all = WORD.split(FoldedText.fold(label).strip());
        return countIfAll(all, MOST_LABEL_WORDS) > 0 && !articles.contains(all[0]);
    }

    /// How many words of the page there are, 0 when any other word is among them.
    private int countIfAll(String[] all, int most) {
        if (all.length > most) return 0;
        int page = 0;
        for (String word : all) {
            if (word.isEmpty() || word.startsWith("#")) continue;
            if (isPageWord(word)) page++;
            else if (!function.contains(word)) return 0;
        }
        return page;
    }

    boolean isFunctionWord(String word) {
        return function.contains(word);
    }

    /// @param word folded
    boolean isPageWord(String word) {
        if (words.contains(word)) return true;
        for (int length = 3; length <= Math.min(LONGEST_PREFIX, word.length()); length++)
            if (beginnings.contains(word.substring(0, length))) return true;
        return false;
    }
}
