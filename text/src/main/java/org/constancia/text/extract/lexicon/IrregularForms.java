package org.constancia.text.extract.lexicon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads the lines of irregular verbs: `decir : dice, dicen ; past: dijo, dijeron ; future: dir ; participle: dich`.
final class IrregularForms {
    private IrregularForms() {}

    static Map<String, VerbForm> spanish(String lemma, String columns) {
        Map<String, VerbForm> forms = new LinkedHashMap<>();
        for (String part : LexiconFile.split(columns, ";")) {
            int colon = part.indexOf(':');
            String label = colon < 0 ? "present" : part.substring(0, colon).strip();
            List<String> words = LexiconFile.split(part.substring(colon + 1), ",");
            switch (label) {
                case "future" -> SpanishConjugation.future(forms, words.getFirst(), lemma);
                case "participle" -> SpanishConjugation.participles(forms, words.getFirst(), lemma);
                case "yo" ->
                    words.forEach(
                            word -> forms.put(word, new VerbForm(lemma, Tense.PRESENT, true, word.endsWith("s"))));
                default -> {
                    Tense tense = Tense.valueOf(label.toUpperCase(Locale.ROOT));
                    words.forEach(word -> forms.put(word, new VerbForm(lemma, tense, false, word.endsWith("n"))));
                }
            }
        }
        for (String ending : List.of("", "se", "lo", "la", "los", "las", "le", "les"))
            forms.put(lemma + ending, new VerbForm(lemma, Tense.INFINITIVE, false, false));
        return forms;
    }

    /// @param columns past and participle, then third person and gerund where they are irregular too
    static Map<String, VerbForm> english(String base, String columns) {
        List<String> words = LexiconFile.split(columns, ",");
        Map<String, VerbForm> forms = new LinkedHashMap<>(EnglishInflection.of(base));
        forms.values().removeIf(form -> form.tense() == Tense.PAST);
        forms.put(words.get(1), EnglishInflection.form(base, Tense.PARTICIPLE));
        forms.put(words.get(0), EnglishInflection.form(base, Tense.PAST));
        if (words.size() > 2) forms.put(words.get(2), EnglishInflection.form(base, Tense.PRESENT));
        if (words.size() > 3) forms.put(words.get(3), EnglishInflection.form(base, Tense.GERUND));
        return forms;
    }
}
