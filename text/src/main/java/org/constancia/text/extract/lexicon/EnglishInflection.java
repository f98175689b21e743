package org.constancia.text.extract.lexicon;

import java.util.LinkedHashMap;
import java.util.Map;

/// Forms of a regular English verb; irregular ones (said, shot) are listed in the lexicon and replace these.
final class EnglishInflection {
    private EnglishInflection() {}

    static Map<String, VerbForm> of(String base) {
        Map<String, VerbForm> forms = new LinkedHashMap<>();
        forms.put(base, form(base, Tense.INFINITIVE));
        forms.put(thirdPerson(base), form(base, Tense.PRESENT));
        String stem = doubled(base);
        String past = base.endsWith("e") ? base + "d" : endsInConsonantAndY(base) ? cut(base) + "ied" : stem + "ed";
        forms.put(past, form(base, Tense.PAST));
        boolean silentE = base.endsWith("e") && !base.endsWith("ee");
        forms.put((silentE ? cut(base) : stem) + "ing", form(base, Tense.GERUND));
        return forms;
    }

    static String thirdPerson(String base) {
        if (endsInConsonantAndY(base)) return cut(base) + "ies";
        return base.matches(".*(s|x|z|ch|sh|o)") ? base + "es" : base + "s";
    }

    static VerbForm form(String lemma, Tense tense) {
        return new VerbForm(lemma, tense, false, false);
    }

    /// One short stressed syllable doubles its consonant: plan, planned; stab, stabbed.
    private static String doubled(String base) {
        return base.matches("[^aeiou]*[aeiou][bdgklmnprt]") && base.length() <= 5
                ? base + base.charAt(base.length() - 1)
                : base;
    }

    private static boolean endsInConsonantAndY(String base) {
        return base.endsWith("y") && "aeiou".indexOf(base.charAt(base.length() - 2)) < 0;
    }

    private static String cut(String base) {
        return base.substring(0, base.length() - 1);
    }
}
