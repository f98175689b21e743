package org.constancia.text.extract.lexicon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Forms of a Spanish verb that news uses: third persons, first persons, participles, gerund, infinitive with clitics.
///
/// The regular pattern with the stem change named in the lexicon: `recordar(ue)` recuerda, `negar(ie)` niega,
/// `pedir(i)` pide, pidió. Spelling changes before *e* (buscar, busque; llegar, llegue; alcanzar, alcance) follow the
/// rules of the orthography. What is not regular (decir, dijo) is listed in the lexicon and replaces these forms.
final class SpanishConjugation {
    private static final List<String> CLITICS = List.of("se", "lo", "la", "los", "las", "le", "les");

    private SpanishConjugation() {}

    /// Every form with its reading.
    ///
    /// @param stemChange `ie`, `ue`, `i` or empty
    static Map<String, VerbForm> of(String infinitive, String stemChange) {
        Map<String, VerbForm> forms = new LinkedHashMap<>();
        boolean reflexive = infinitive.endsWith("se");
        String lemma = reflexive ? infinitive.substring(0, infinitive.length() - 2) : infinitive;
        String stem = lemma.substring(0, lemma.length() - 2);
        String ending = lemma.substring(lemma.length() - 2).replace("í", "i");
        boolean first = ending.equals("ar");
        String strong = changed(stem, stemChange);
        String weak = stemChange.equals("i") ? strong : weakened(stem, ending, stemChange);

        String presentVowel = first ? "a" : "e";
        put(forms, strong + presentVowel, lemma, Tense.PRESENT, false, false);
        put(forms, strong + presentVowel + "n", lemma, Tense.PRESENT, false, true);
        put(forms, strong + "o", lemma, Tense.PRESENT, true, false);
        put(forms, stem + (first ? "amos" : ending.equals("er") ? "emos" : "imos"), lemma, Tense.PRESENT, true, true);
        if (first) {
            put(forms, stem + "ó", lemma, Tense.PAST, false, false);
            put(forms, stem + "aron", lemma, Tense.PAST, false, true);
            put(forms, stem + "aba", lemma, Tense.IMPERFECT, false, false);
            put(forms, stem + "aban", lemma, Tense.IMPERFECT, false, true);
            put(forms, stem + "ara", lemma, Tense.SUBJUNCTIVE, false, false);
            put(forms, stem + "aran", lemma, Tense.SUBJUNCTIVE, false, true);
            put(forms, softened(strong) + "e", lemma, Tense.SUBJUNCTIVE, false, false);
            put(forms, softened(strong) + "en", lemma, Tense.SUBJUNCTIVE, false, true);
            put(forms, softened(stem) + "é", lemma, Tense.PAST, true, false);
            put(forms, stem + "ando", lemma, Tense.GERUND, false, false);
            participles(forms, stem + "ad", lemma);
        } else {
            boolean vowelStem =
                    "aeou".indexOf(stem.charAt(stem.length() - 1)) >= 0 && !stem.endsWith("qu") && !stem.endsWith("gu");
            String i = vowelStem ? "y" : "i";
            put(forms, weak + i + "ó", lemma, Tense.PAST, false, false);
            put(forms, weak + i + "eron", lemma, Tense.PAST, false, true);
            put(forms, stem + "ía", lemma, Tense.IMPERFECT, false, false);
            put(forms, stem + "ían", lemma, Tense.IMPERFECT, false, true);
            put(forms, weak + i + "era", lemma, Tense.SUBJUNCTIVE, false, false);
            put(forms, weak + i + "eran", lemma, Tense.SUBJUNCTIVE, false, true);
            put(forms, hardened(strong, lemma) + "a", lemma, Tense.SUBJUNCTIVE, false, false);
            put(forms, hardened(strong, lemma) + "an", lemma, Tense.SUBJUNCTIVE, false, true);
            put(forms, stem + "í", lemma, Tense.PAST, true, false);
            put(forms, weak + i + "endo", lemma, Tense.GERUND, false, false);
            participles(forms, stem + (vowelStem ? "íd" : "id"), lemma);
        }
        future(forms, lemma.replace("eír", "eir"), lemma);
        put(forms, lemma, lemma, Tense.INFINITIVE, false, false);
        for (String clitic : CLITICS) put(forms, lemma + clitic, lemma, Tense.INFINITIVE, false, false);
        return forms;
    }

    /// Future and conditional on a stem: *investigar*, *tendr*.
    static void future(Map<String, VerbForm> forms, String stem, String lemma) {
        put(forms, stem + "á", lemma, Tense.FUTURE, false, false);
        put(forms, stem + "án", lemma, Tense.FUTURE, false, true);
        put(forms, stem + "é", lemma, Tense.FUTURE, true, false);
        put(forms, stem + "emos", lemma, Tense.FUTURE, true, true);
        put(forms, stem + "ía", lemma, Tense.CONDITIONAL, false, false);
        put(forms, stem + "ían", lemma, Tense.CONDITIONAL, false, true);
    }

    /// The four participles on a stem: *asesinad*, *muert*.
    static void participles(Map<String, VerbForm> forms, String stem, String lemma) {
        put(forms, stem + "o", lemma, Tense.PARTICIPLE, false, false);
        put(forms, stem + "a", lemma, Tense.PARTICIPLE, false, false);
        put(forms, stem + "os", lemma, Tense.PARTICIPLE, false, true);
        put(forms, stem + "as", lemma, Tense.PARTICIPLE, false, true);
    }

    private static void put(
            Map<String, VerbForm> forms, String form, String lemma, Tense tense, boolean firstPerson, boolean plural) {
        forms.putIfAbsent(form, new VerbForm(lemma, tense, firstPerson, plural));
    }

    private static String changed(String stem, String change) {
        return switch (change) {
            case "ie" -> replaceLast(stem, 'e', "ie");
            case "ue" -> replaceLast(stem, 'o', "ue");
            case "i" -> replaceLast(stem, 'e', "i");
            default -> stem;
        };
    }

    /// In *-ir* verbs with *ie* or *ue* the preterite has *i* or *u*: sintió, murió.
    private static String weakened(String stem, String ending, String change) {
        if (!ending.equals("ir")) return stem;
        return switch (change) {
            case "ie" -> replaceLast(stem, 'e', "i");
            case "ue" -> replaceLast(stem, 'o', "u");
            default -> stem;
        };
    }

    private static String replaceLast(String stem, char vowel, String by) {
        int at = stem.lastIndexOf(vowel);
        return at < 0 ? stem : stem.substring(0, at) + by + stem.substring(at + 1);
    }

    private static String softened(String stem) {
        if (stem.endsWith("c")) return stem.substring(0, stem.length() - 1) + "qu";
        if (stem.endsWith("g")) return stem + "u";
        if (stem.endsWith("z")) return stem.substring(0, stem.length() - 1) + "c";
        return stem;
    }

    private static String hardened(String stem, String lemma) {
        if (lemma.endsWith("cer") || lemma.endsWith("cir")) return stem.substring(0, stem.length() - 1) + "zc";
        if (stem.endsWith("g")) return stem.substring(0, stem.length() - 1) + "j";
        if (stem.endsWith("gu")) return stem.substring(0, stem.length() - 1);
        if (lemma.endsWith("uir")) return stem + "y";
        return stem;
    }
}
