package org.constancia.text.extract.segment;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import org.constancia.text.extract.lexicon.Language;

/// Spanish or English, by their commonest words. Enough for whole paragraphs; a line of names stays undecided.
final class LanguageGuess {
    private static final Set<String> SPANISH = Set.of(
            "de", "la", "el", "los", "las", "que", "en", "y", "del", "por", "con", "una", "un", "para", "se", "su",
            "al", "es", "fue", "según");
    private static final Set<String> ENGLISH = Set.of(
            "the", "of", "and", "to", "in", "was", "were", "that", "for", "on", "is", "by", "with", "his", "has", "at",
            "it", "he", "said", "from");

    private LanguageGuess() {}

    static Optional<Language> of(String text) {
        int spanish = 0;
        int english = 0;
        StringTokenizer words = new StringTokenizer(text, " \t\n\r\u00A0.,;:\"“”«»()");
        for (int seen = 0; seen < 400 && words.hasMoreTokens(); seen++) {
            String word = words.nextToken().toLowerCase(Locale.ROOT);
            if (SPANISH.contains(word)) spanish++;
            if (ENGLISH.contains(word)) english++;
        }
        if (spanish == english) return Optional.empty();
        return Optional.of(spanish > english ? Language.SPANISH : Language.ENGLISH);
    }
}
