package org.constancia.text.extract.incident;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.constancia.text.extract.lexicon.Language;
import org.constancia.text.extract.lexicon.LexiconFile;
import org.constancia.text.extract.lexicon.NounForms;
import org.constancia.text.extract.lexicon.PhraseTable;
import org.jspecify.annotations.Nullable;

/// The words of `incidents.txt`: verbs and nouns that tell of incidents, and what a noun phrase can be in one.
final class IncidentLexicon {
    /// An organisation and how it is named; all its aliases share the number.
    record Body(int number, Alignment alignment) {}

    /// Which side an organisation is on.
    enum Alignment {
        REBEL,
        DRUG,
        RIGHT,
        STATE
    }

    private final PhraseTable<Set<String>> verbs = new PhraseTable<>();
    private final PhraseTable<Set<String>> nouns = new PhraseTable<>();
    private final PhraseTable<Set<Kind>> kinds = new PhraseTable<>();
    private final PhraseTable<Body> bodies = new PhraseTable<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> givenNames = new HashSet<>();
    private final Set<String> surnames = new HashSet<>();

    IncidentLexicon() {
        int[] number = {0};
        LexiconFile.sections("en/incidents.txt").forEach((section, list) -> {
            String name = section.substring(section.indexOf(':') + 1);
            switch (section.substring(0, section.indexOf(':'))) {
                case "verb" -> list.forEach(verb -> verbs.add(verb, Set.of(name), IncidentLexicon::both));
                case "noun" -> list.forEach(noun -> addNoun(noun, name));
                case "kind" -> list.forEach(noun -> addKind(noun, Kind.ofSection(name)));
                default -> list.forEach(aliases -> addBody(aliases, new Body(number[0]++, alignment(name))));
            }
        });
        LexiconFile.sections("given-names.txt")
                .values()
                .forEach(names -> names.forEach(name -> givenNames.add(bare(name))));
        LexiconFile.sections("surnames.txt").values().forEach(surnames::addAll);
    }

    private static Alignment alignment(String name) {
        return Alignment.valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }

    private void addNoun(String noun, String type) {
        for (String form : NounForms.of(noun, Language.ENGLISH)) {
            nouns.add(form, Set.of(type), IncidentLexicon::both);
            words.addAll(List.of(form.split(" ")));
        }
    }

    private void addKind(String noun, Kind kind) {
        for (String form : NounForms.of(noun, Language.ENGLISH)) {
            kinds.add(form, Set.of(kind), IncidentLexicon::both);
            words.addAll(List.of(form.split(" ")));
        }
    }

    private void addBody(String aliases, Body body) {
        for (String alias : aliases.split("=")) {
            String form = alias.strip();
            bodies.add(form, body, (one, _) -> one);
        }
    }

    private static <T> Set<T> both(Set<T> one, Set<T> other) {
        Set<T> union = new LinkedHashSet<>(one);
        union.addAll(other);
        return union;
    }

    /// Types a verb tells of; the first word is a lemma.
    Optional<PhraseTable.Match<Set<String>>> findVerb(IntFunction<@Nullable String> word) {
        return verbs.findLongest(word);
    }

    Optional<PhraseTable.Match<Set<String>>> findNoun(IntFunction<@Nullable String> word) {
        return nouns.findLongest(word);
    }

    Optional<PhraseTable.Match<Set<Kind>>> findKind(IntFunction<@Nullable String> word) {
        return kinds.findLongest(word);
    }

    Optional<PhraseTable.Match<Body>> findBody(IntFunction<@Nullable String> word) {
        return bodies.findLongest(word);
    }

    /// Whether a word stands in one of the lists, and so is no surname.
    boolean isWord(String form) {
        return words.contains(form);
    }

    boolean isGivenName(String form) {
        return givenNames.contains(form);
    }

    boolean isSurname(String form) {
        return surnames.contains(form);
    }

    /// Without accents, as in old wire copies.
    static String bare(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
