package org.constancia.text.extract.lexicon;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The words of one language with their readings, loaded once from the word lists.
///
/// Immutable after loading and safe for many threads.
public final class Lexicon {
    private static final List<String> OFFICE_PREFIXES = List.of("ex", "vice", "sub", "ex-", "vice-");
    private static final int SHORTEST_OFFICE = 4;
    private static final Set<WordClass> OFFICES =
            EnumSet.of(WordClass.OFFICIAL, WordClass.OFFICER, WordClass.PERSON, WordClass.ARMED_GROUP);

    private final Language language;
    private final Map<String, Reading> readings = new HashMap<>();
    private final PhraseTable<Reading> phrases = new PhraseTable<>();

    private Lexicon(Language language) {
        this.language = language;
    }

    public static Lexicon of(Language language) {
        Lexicon lexicon = new Lexicon(language);
        for (String file : List.of("words.txt", "people.txt", "calendar.txt")) lexicon.readClasses(file);
        lexicon.readGivenNames();
        lexicon.readVerbs("verbs.txt");
        for (String file : List.of("speech.txt", "acts.txt", "actions.txt")) lexicon.readVerbColumn(file);
        return lexicon;
    }

    public Language language() {
        return language;
    }

    /// What a lower-case form can be; an unknown form has no classes.
    public Reading reading(String form) {
        Reading known = readings.get(form);
        return known != null ? known : formerOffice(form);
    }

    /// "excomandante", "viceministra", "subcomandante": the office that the prefix is put to.
    private Reading formerOffice(String form) {
        for (String prefix : OFFICE_PREFIXES) {
            if (!form.startsWith(prefix) || form.length() < prefix.length() + SHORTEST_OFFICE) continue;
            Reading office = readings.getOrDefault(form.substring(prefix.length()), Reading.UNKNOWN);
            if (office.isAny(OFFICES)) return office;
        }
        return Reading.UNKNOWN;
    }

    /// The longest phrase of the lists that begins at a word.
    public Optional<PhraseTable.Match<Reading>> findPhrase(IntFunction<@Nullable String> word) {
        return phrases.findLongest(word);
    }

    private void readClasses(String file) {
        LexiconFile.sections(language.code() + "/" + file).forEach((section, words) -> {
            boolean group = section.startsWith("group:");
            Set<WordClass> classes = group ? EnumSet.of(WordClass.PERSON) : EnumSet.of(WordClass.ofSection(section));
            List<String> groups = group ? List.of(section.substring("group:".length())) : List.of();
            Reading reading = new Reading(classes, List.of(), groups);
            boolean inflected = file.equals("people.txt");
            for (String word : words) {
                for (String form : inflected ? NounForms.of(word, language) : Set.of(word)) add(form, reading);
            }
        });
    }

    private void readGivenNames() {
        LexiconFile.sections("given-names.txt").forEach((section, names) -> {
            WordClass wordClass = section.equals("f") ? WordClass.GIVEN_NAME_F : WordClass.GIVEN_NAME_M;
            for (String name : names) add(name, new Reading(EnumSet.of(wordClass), List.of(), List.of()));
        });
    }

    private void readVerbs(String file) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        String section = "";
        for (String line : LexiconFile.lines(language.code() + "/" + file)) {
            if (line.startsWith("[")) section = line.substring(1, line.indexOf(']'));
            else sections.computeIfAbsent(section, _ -> new ArrayList<>()).add(line);
        }
        for (String line : sections.getOrDefault("irregular", List.of())) addIrregular(line);
        for (String line : sections.getOrDefault("regular", List.of())) {
            for (String verb : LexiconFile.split(line, ",")) addVerb(verb);
        }
    }

    /// Verbs of the other lists are verbs too.
    private void readVerbColumn(String file) {
        for (List<String> row : LexiconFile.rows(language.code() + "/" + file)) {
            boolean verb = file.equals("acts.txt")
                    ? row.get(1).startsWith("verb")
                            || row.get(1).equals("suffered")
                            || row.get(1).equals("happening")
                    : true;
            String first = row.getFirst().split(" ")[0];
            if (verb) addVerb(first);
        }
    }

    private final Map<String, Boolean> irregular = new HashMap<>();

    private void addVerb(String entry) {
        int open = entry.indexOf('(');
        String infinitive = open < 0 ? entry : entry.substring(0, open);
        String change = open < 0 ? "" : entry.substring(open + 1, entry.indexOf(')'));
        String lemma = language == Language.SPANISH && infinitive.endsWith("se")
                ? infinitive.substring(0, infinitive.length() - 2)
                : infinitive;
        if (irregular.putIfAbsent(lemma, Boolean.FALSE) != null) return;
        boolean verbLike = language == Language.ENGLISH || infinitive.matches(".*(ar|er|ir|ír)(se)?");
        if (!verbLike) return;
        Map<String, VerbForm> forms = switch (language) {
            case SPANISH -> SpanishConjugation.of(infinitive, change);
            case ENGLISH -> EnglishInflection.of(infinitive);
        };
        forms.forEach(this::addForm);
    }

    private void addIrregular(String line) {
        List<String> columns = LexiconFile.split(line, " : ");
        String lemma = columns.getFirst();
        irregular.put(lemma, Boolean.TRUE);
        switch (language) {
            case SPANISH -> IrregularForms.spanish(lemma, columns.get(1)).forEach(this::addForm);
            case ENGLISH -> IrregularForms.english(lemma, columns.get(1)).forEach(this::addForm);
        }
    }

    private void addForm(String form, VerbForm verb) {
        add(form, new Reading(Set.of(), List.of(verb), List.of()));
    }

    private void add(String form, Reading reading) {
        if (form.contains(" ")) phrases.add(form, reading, Reading::and);
        else readings.merge(form, reading, Reading::and);
    }
}
