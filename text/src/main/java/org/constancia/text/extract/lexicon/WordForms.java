package org.constancia.text.extract.lexicon;

import java.util.Set;

/// The forms of the nouns in other word lists, by the same rules as those of the lexicon.
public final class WordForms {
    private WordForms() {}

    /// Singular and plural, masculine and feminine where the entry says `/a`.
    public static Set<String> ofNoun(String entry, Language language) {
        return NounForms.of(entry, language);
    }
}
