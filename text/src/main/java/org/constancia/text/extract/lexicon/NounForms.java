package org.constancia.text.extract.lexicon;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The forms of a noun as the lists write it: `ministro/a` stands for ministro, ministra, ministros, ministras.
///
/// In a phrase the Spanish noun that changes is the first word (and words marked `/a`), the English one the last.
public final class NounForms {
    private NounForms() {}

    public static Set<String> of(String entry, Language language) {
        Set<String> forms = new LinkedHashSet<>();
        for (String singular : genders(entry)) {
            forms.add(singular);
            forms.add(plural(singular, language));
        }
        return forms;
    }

    private static List<String> genders(String entry) {
        if (!entry.contains("/a")) return List.of(entry);
        List<String> masculine = new ArrayList<>();
        List<String> feminine = new ArrayList<>();
        for (String word : entry.split(" ")) {
            String bare = word.replace("/a", "");
            masculine.add(bare);
            feminine.add(word.endsWith("/a") ? feminineOf(bare) : word);
        }
        return List.of(String.join(" ", masculine), String.join(" ", feminine));
    }

    private static String feminineOf(String word) {
        return word.endsWith("o") ? word.substring(0, word.length() - 1) + "a" : unaccented(word) + "a";
    }

    private static String plural(String phrase, Language language) {
        String[] words = phrase.split(" ");
        switch (language) {
            case SPANISH -> {
                words[0] = spanishPlural(words[0]);
                if (words.length == 2) words[1] = spanishPlural(words[1]);
            }
            case ENGLISH -> words[words.length - 1] = englishPlural(words[words.length - 1]);
        }
        return String.join(" ", words);
    }

    static String spanishPlural(String noun) {
        char last = noun.charAt(noun.length() - 1);
        if ("aeoéá".indexOf(last) >= 0) return noun + "s";
        if (last == 'z') return noun.substring(0, noun.length() - 1) + "ces";
        if (last == 's') return noun;
        if (last == 'n' && noun.length() > 2) {
            String stem = unaccented(noun);
            return stem.equals(noun) && noun.endsWith("en") ? accentedBefore(noun) + "es" : stem + "es";
        }
        return noun + "es";
    }

    /// joven, jóvenes: the stress moves into the written accent.
    private static String accentedBefore(String noun) {
        return noun.equals("joven") ? "jóven" : noun;
    }

    private static String unaccented(String noun) {
        int at = noun.length() - 2;
        if (at < 0) return noun;
        String accented = "áéíóú";
        int index = accented.indexOf(noun.charAt(at));
        return index < 0 ? noun : noun.substring(0, at) + "aeiou".charAt(index) + noun.substring(at + 1);
    }

    static String englishPlural(String noun) {
        return EnglishInflection.thirdPerson(noun.isEmpty() ? "x" : noun);
    }
}
