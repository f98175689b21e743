package org.constancia.text.clean;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.jspecify.annotations.Nullable;

/// The phrases that give a paragraph away, from `phrases.txt`, whose head explains the format, and from
/// `phrases-elsewhere.txt` for languages nothing is extracted from.
///
/// Phrases are indexed by their first word, so that the cost of a look-up does not grow with the list.
final class PhraseList {
    private static final int MOST_AFTER_LABEL = 260;
    private static final int MOST_AFTER_START = 320;
    private static final int MOST_AROUND = 480;

    private enum Kind {
        WHOLE,
        LABEL,
        STARTS,
        HOLDS,
        ENDS
    }

    private record Phrase(Kind kind, String folded, PhraseRule rule) {}

    private final Map<String, List<Phrase>> opening = new HashMap<>();
    private final Map<String, List<Phrase>> anywhere = new HashMap<>();
    private final List<Phrase> closing = new ArrayList<>();

    private PhraseList() {}

    /// The lists that come with Constancia.
    static PhraseList standard() {
        PhraseList list = new PhraseList();
        for (String name : List.of("phrases.txt", "phrases-elsewhere.txt")) {
            InputStream file = Objects.requireNonNull(PhraseList.class.getResourceAsStream(name), name);
            try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
                list.take(reader);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return list;
    }

    static PhraseList read(Reader source) throws IOException {
        PhraseList list = new PhraseList();
        list.take(source);
        return list;
    }

    private void take(Reader source) throws IOException {
        BufferedReader lines = new BufferedReader(source);
        PhraseRule rule = null;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String content = line.strip();
            if (content.isEmpty() || content.startsWith("# ") || content.equals("#")) continue;
            if (content.startsWith("[")) {
                rule = rule(content);
            } else {
                add(phrase(content, rule));
            }
        }
    }

    private static PhraseRule rule(String header) {
        String[] words = header.substring(1, header.length() - 1).split("\\s+");
        List<String> flags = List.of(words).subList(2, words.length);
        Label label = words[1].equals("caption") ? Label.CAPTION : Label.BOILERPLATE;
        return new PhraseRule(
                words[0], label, flags.contains("closes"), flags.contains("lists"), flags.contains("next"));
    }

    private static Phrase phrase(String line, @Nullable PhraseRule rule) {
        String[] parts = line.split("\\s+", 2);
        if (rule == null || parts.length < 2)
            throw new ConstanciaException(Problem.BAD_INPUT, "A phrase stands outside a rule or has no kind")
                    .with("line", line);
        Kind kind = switch (parts[0]) {
            case "whole" -> Kind.WHOLE;
            case "label" -> Kind.LABEL;
            case "starts" -> Kind.STARTS;
            case "holds" -> Kind.HOLDS;
            case "ends" -> Kind.ENDS;
            default -> throw new ConstanciaException(Problem.BAD_INPUT, "Unknown kind of phrase").with("line", line);
        };
        return new Phrase(kind, FoldedText.fold(parts[1]), rule);
    }

    private void add(Phrase phrase) {
        switch (phrase.kind()) {
            case WHOLE, LABEL, STARTS ->
                opening.computeIfAbsent(firstWord(phrase.folded(), 0), _ -> new ArrayList<>())
                        .add(phrase);
            case HOLDS ->
                anywhere.computeIfAbsent(firstWord(phrase.folded(), 0), _ -> new ArrayList<>())
                        .add(phrase);
            case ENDS -> closing.add(phrase);
        }
    }

    /// The rule a paragraph falls under. The longest phrase wins.
    Optional<PhraseRule> findRule(String paragraph) {
        if (paragraph.length() > 2 * MOST_AROUND) return Optional.empty();
        String folded = FoldedText.fold(paragraph);
        boolean capitals = startsInCapitals(paragraph);
        Phrase best = null;
        for (int start : openings(folded)) best = longer(best, opening(folded, start, capitals));
        if (best == null && folded.length() <= MOST_AROUND) best = longer(anywhere(folded), closing(folded));
        return Optional.ofNullable(best).map(Phrase::rule);
    }

    /// The rule of a label ("Lea también:") that stands at the start of a longer stretch of text.
    Optional<PhraseRule> findLabel(String stretch) {
        String folded = FoldedText.fold(stretch);
        for (int start : openings(folded)) {
            for (Phrase phrase : opening.getOrDefault(firstWord(folded, start), List.of())) {
                int end = start + phrase.folded().length();
                if (phrase.kind() == Kind.LABEL
                        && folded.startsWith(phrase.folded(), start)
                        && end < folded.length()
                        && folded.charAt(end) == ':') return Optional.of(phrase.rule());
            }
        }
        return Optional.empty();
    }

    private static @Nullable Phrase longer(@Nullable Phrase one, @Nullable Phrase other) {
        if (one == null) return other;
        if (other == null) return one;
        return other.folded().length() > one.folded().length() ? other : one;
    }

    /// Where a paragraph can begin: at its first character, and behind bullets, brackets and emoji.
    private static int[] openings(String folded) {
        int at = 0;
        while (at < folded.length() && !Character.isLetterOrDigit(folded.charAt(at)) && folded.charAt(at) != '#') at++;
        return at == 0 ? new int[] {0} : new int[] {0, at};
    }

    private @Nullable Phrase opening(String folded, int start, boolean capitals) {
        Phrase best = null;
        for (Phrase phrase : opening.getOrDefault(firstWord(folded, start), List.of())) {
            if (folded.startsWith(phrase.folded(), start) && fits(phrase, folded, start, capitals))
                best = longer(best, phrase);
        }
        return best;
    }

    private static boolean fits(Phrase phrase, String folded, int start, boolean capitals) {
        int end = start + phrase.folded().length();
        return switch (phrase.kind()) {
            case WHOLE -> hasNoWords(folded, end);
            case LABEL ->
                folded.length() - end <= MOST_AFTER_LABEL
                        && (hasNoWords(folded, end)
                                || isLabelMark(folded, end)
                                || (capitals && phrase.folded().indexOf(' ') > 0 && folded.charAt(end) == ' '));
            case STARTS -> folded.length() - end <= MOST_AFTER_START && isWordEnd(folded, end);
            case HOLDS, ENDS -> false;
        };
    }

    private static boolean hasNoWords(String folded, int from) {
        for (int i = from; i < folded.length(); i++) {
            if (Character.isLetterOrDigit(folded.charAt(i)) || folded.charAt(i) == '#') return false;
        }
        return true;
    }

    private static boolean isLabelMark(String folded, int end) {
        int at = Blank.skip(folded, end, folded.length());
        char mark = folded.charAt(at);
        if (mark == '-') return at > end;
        return !Character.isLetterOrDigit(mark) && ",#'(.;".indexOf(mark) < 0;
    }

    private static boolean isWordEnd(String folded, int end) {
        return end == folded.length()
                || !Character.isLetterOrDigit(folded.charAt(end - 1))
                || !Character.isLetterOrDigit(folded.charAt(end));
    }

    private @Nullable Phrase anywhere(String folded) {
        for (int start = 0; start < folded.length(); start = nextWord(folded, start)) {
            for (Phrase phrase : anywhere.getOrDefault(firstWord(folded, start), List.of())) {
                if (folded.startsWith(phrase.folded(), start)
                        && isWordEnd(folded, start + phrase.folded().length())) return phrase;
            }
        }
        return null;
    }

    private @Nullable Phrase closing(String folded) {
        if (folded.length() > MOST_AFTER_START) return null;
        String ending = folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
        for (Phrase phrase : closing) {
            if (ending.endsWith(phrase.folded())) return phrase;
        }
        return null;
    }

    private static int nextWord(String folded, int start) {
        int space = folded.indexOf(' ', start);
        return space < 0 ? folded.length() : space + 1;
    }

    /// The letters, digits and inner marks of the first word; punctuation behind it does not hide it.
    private static String firstWord(String folded, int start) {
        int end = start;
        while (end < folded.length() && folded.charAt(end) != ' ' && ":;,.!?)|".indexOf(folded.charAt(end)) < 0) end++;
        return folded.substring(start, end);
    }

    private static boolean startsInCapitals(String paragraph) {
        int letters = 0;
        for (int i = 0; i < paragraph.length() && letters < 8; i++) {
            char character = paragraph.charAt(i);
            if (Character.isLowerCase(character)) return false;
            if (Character.isUpperCase(character)) letters++;
        }
        return letters >= 6;
    }
}
