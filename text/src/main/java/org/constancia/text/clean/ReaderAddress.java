package org.constancia.text.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Recognises paragraphs that speak to the reader instead of telling the story, and labels that point to other stories,
/// by the words of `reader.txt`, where no phrase of the phrase list fits.
final class ReaderAddress {
    private static final int LONGEST_CALL = 300;
    private static final int LONGEST_POINTER = 200;
    private static final int MOST_LABEL_WORDS = 5;
    private static final int MOST_MORE_WORDS = 8;
    private static final int MOST_FURNITURE_WORDS = 4;
    private static final int MOST_SHORT_FURNITURE_WORDS = 2;
    private static final int LONGEST_ASIDE = 160;
    private static final int LONGEST_LABEL = 30;
    private static final int LONGEST_PHRASE = 4;
    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?…])\\s+");
    private static final Pattern CLAUSES = Pattern.compile("(?<=[.!?…,:;])\\s+|\\s+[-|]\\s+");

    private final Map<String, Set<String>> groups;
    /// The first words of each group's phrases: most words of a text begin none.
    private final Map<String, Set<String>> openings = new HashMap<>();

    private ReaderAddress(Map<String, Set<String>> groups) {
        this.groups = groups;
        groups.forEach((group, phrases) -> openings.put(
                group,
                phrases.stream()
                        .map(phrase -> phrase.split(" ", 2)[0])
                        .collect(Collectors.toCollection(HashSet::new))));
    }

    static ReaderAddress standard() {
        Map<String, Set<String>> groups = new HashMap<>();
        WordGroups.read(ReaderAddress.class, "reader.txt")
                .forEach((group, phrases) -> groups.put(
                        group, phrases.stream().map(FoldedText::fold).collect(Collectors.toUnmodifiableSet())));
        return new ReaderAddress(groups);
    }

    /// `pointer`, `call-to-reader`, `about-itself`, `more` or `page-words`; empty for running text.
    Optional<String> findRule(String paragraph) {
        if (paragraph.length() > LONGEST_CALL || paragraph.indexOf('“') >= 0 || paragraph.indexOf('"') >= 0)
            return Optional.empty();
        if (isPointer(paragraph)) return Optional.of("pointer");
        String folded = FoldedText.fold(paragraph);
        if (isCall(folded)) return Optional.of("call-to-reader");
        if (isAboutItself(folded)) return Optional.of("about-itself");
        if (isMore(paragraph, folded)) return Optional.of("more");
        return isFurniture(paragraph, folded) ? Optional.of("page-words") : Optional.empty();
    }

    private boolean isCall(String folded) {
        List<String> all = words(folded);
        boolean service = holds("service", all);
        boolean personal = holds("you", all);
        for (String clause : CLAUSES.split(folded)) {
            List<String> words = words(clause);
            if (phraseAt("sure call", words, 0)) return service || !holds("said", all);
            if (service && phraseAt("call", words, 0)) return true;
        }
        if (phraseAt("weak call", all, 0) && (holds("self", all) || count("service", all) >= 2)) return true;
        boolean aside = folded.length() <= LONGEST_ASIDE && !holds("said", all);
        if (service && aside && holds("reader", all)) return true;
        for (String sentence : SENTENCES.split(folded)) {
            if (service && personal && phraseAt("weak call", words(sentence), 0)) return true;
        }
        return false;
    }

    /// "Esta nota fue actualizada": a sentence about the piece, not about its matter.
    private boolean isAboutItself(String folded) {
        if (folded.length() > LONGEST_POINTER) return false;
        List<String> words = words(folded);
        int self = lengthAt("self", words, 0);
        if (self == 0) return false;
        if (self == words.size() || folded.indexOf(':') > 0 && folded.indexOf(':') <= LONGEST_LABEL) return true;
        return lengthAt("handled", words, self) > 0;
    }

    /// "En otras noticias: Suben los precios": a label of a few words, one of them a pointer, before a title.
    private boolean isPointer(String paragraph) {
        if (paragraph.length() > LONGEST_POINTER) return false;
        int mark = LineShape.labelEnd(paragraph);
        if (mark < 2) return false;
        int title = Blank.skip(paragraph, mark + 1, paragraph.length());
        while (title < paragraph.length() && !Character.isLetterOrDigit(paragraph.charAt(title))) title++;
        if (title >= paragraph.length() || Character.isLowerCase(paragraph.charAt(title))) return false;
        List<String> label = words(FoldedText.fold(paragraph.substring(0, mark)));
        return label.size() <= MOST_LABEL_WORDS && holds("pointer", label);
    }

    private boolean isMore(String paragraph, String folded) {
        List<String> words = words(folded);
        return words.size() <= MOST_MORE_WORDS && LineShape.isTitleLike(paragraph) && phraseAt("more", words, 0);
    }

    private boolean isFurniture(String paragraph, String folded) {
        List<String> words = words(folded);
        if (words.size() > MOST_FURNITURE_WORDS || !LineShape.isTitleLike(paragraph)) return false;
        return holds("furniture", words)
                || words.size() <= MOST_SHORT_FURNITURE_WORDS && holds("short furniture", words);
    }

    private static List<String> words(String folded) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < folded.length()) {
            int start = at;
            while (at < folded.length() && isInWord(folded.charAt(at))) at++;
            int end = at++;
            while (end > start && folded.charAt(end - 1) == '.') end--;
            if (end > start) words.add(folded.substring(start, end));
        }
        return words;
    }

    private static boolean isInWord(char character) {
        return Character.isLetterOrDigit(character) || "'#@.-".indexOf(character) >= 0;
    }

    private boolean holds(String group, List<String> words) {
        for (int i = 0; i < words.size(); i++) if (phraseAt(group, words, i)) return true;
        return false;
    }

    private int count(String group, List<String> words) {
        int count = 0;
        for (int i = 0; i < words.size(); i++) if (phraseAt(group, words, i)) count++;
        return count;
    }

    private boolean phraseAt(String group, List<String> words, int at) {
        return lengthAt(group, words, at) > 0;
    }

    /// Words of the shortest phrase of a group that begins at a word; 0 when none does.
    private int lengthAt(String group, List<String> words, int at) {
        if (at >= words.size()) return 0;
        if (!openings.getOrDefault(group, Set.of()).contains(words.get(at))) return 0;
        Set<String> phrases = groups.getOrDefault(group, Set.of());
        StringBuilder phrase = new StringBuilder();
        for (int i = at; i < Math.min(words.size(), at + LONGEST_PHRASE); i++) {
            if (i > at) phrase.append(' ');
            phrase.append(words.get(i));
            if (phrases.contains(phrase.toString())) return i - at + 1;
        }
        return 0;
    }
}
