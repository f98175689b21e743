package org.constancia.text.extract.act;

import java.util.EnumSet;
import java.util.Set;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.phrase.NounPhrase;
import org.constancia.text.extract.resolve.EntityTable;
import org.constancia.text.extract.resolve.Name;
import org.constancia.text.extract.segment.Word;

/// Tells which noun phrases of a sentence can suffer an act and which can do it.
final class Parties {
    private static final Set<WordClass> HUMAN = EnumSet.of(
            WordClass.PERSON,
            WordClass.FAMILY,
            WordClass.OFFICIAL,
            WordClass.OFFICER,
            WordClass.STATE_FORCE,
            WordClass.ARMED_GROUP,
            WordClass.ANAPHOR);
    private static final Set<WordClass> FORCES =
            EnumSet.of(WordClass.STATE_FORCE, WordClass.ARMED_GROUP, WordClass.OFFICER);
    private static final Set<String> NO_VICTIM = Set.of(
            "muerte",
            "death",
            "año",
            "años",
            "justicia",
            "fuerza",
            "force",
            "state",
            "rights",
            "power",
            "cuántos",
            "cuántas");
    /// Words for those who were counted before, or for a number of persons.
    private static final Set<String> OTHERS = Set.of(
            "others",
            "otros",
            "otras",
            "another",
            "dozens",
            "scores",
            "hundreds",
            "thousands",
            "decenas",
            "cientos",
            "centenares",
            "miles");

    /// By what a threat comes; nobody does anything by these names.
    private static final Set<String> CHANNELS = Set.of(
            "whatsapp",
            "facebook",
            "twitter",
            "x",
            "telegram",
            "instagram",
            "tiktok",
            "signal",
            "messenger",
            "internet");

    private static final Set<String> CIVIC = Set.of(
            "protester",
            "protesters",
            "protestors",
            "demonstrators",
            "demonstrator",
            "students",
            "student",
            "journalist",
            "journalists",
            "reporter",
            "reporters",
            "activist",
            "activists",
            "dissidents",
            "dissident",
            "marchers",
            "unionists",
            "opponents",
            "defenders",
            "campaigners",
            "manifestantes",
            "manifestante",
            "marchantes",
            "estudiante",
            "estudiantes",
            "periodista",
            "periodistas",
            "reporteros",
            "activistas",
            "activista",
            "opositores",
            "opositor",
            "sindicalistas",
            "defensores",
            "defensora",
            "defensor",
            "comuneros");
    private static final Set<String> NO_PERSONS = Set.of(
            "cattle",
            "cows",
            "goats",
            "horses",
            "dogs",
            "sheep",
            "pigs",
            "animals",
            "chickens",
            "days",
            "years",
            "hours",
            "months",
            "weeks",
            "times",
            "percent",
            "miles",
            "reses",
            "vacas",
            "cabras",
            "caballos",
            "perros",
            "ovejas",
            "cerdos",
            "animales",
            "gallinas",
            "días",
            "horas",
            "meses",
            "semanas",
            "veces",
            "kilómetros",
            "hectáreas",
            "cabezas");

    private final Grammar grammar;
    private final EntityTable table;
    private final Set<Integer> placed;
    private final boolean caseless;

    /// @param placed words that belong to names of places: nobody suffers or does anything there by name
    Parties(Grammar grammar, EntityTable table, Set<Integer> placed) {
        this.grammar = grammar;
        this.table = table;
        this.placed = placed;
        this.caseless = grammar.text().caseless();
    }

    boolean isHuman(int at) {
        return grammar.word(at).reading().isAny(HUMAN)
                || grammar.isNominal(at + 1) && grammar.word(at + 1).reading().isAny(HUMAN);
    }

    boolean isHumanPhraseUpTo(int at) {
        return grammar.findPhraseUpTo(at)
                .filter(phrase -> grammar.word(phrase.head()).reading().isAny(HUMAN))
                .isPresent();
    }

    boolean isForce(NounPhrase phrase) {
        for (int i = phrase.core(); i < phrase.last(); i++)
            if (grammar.word(i).reading().isAny(FORCES)) return true;
        return grammar.word(phrase.head()).isCapitalised()
                && table.findNameAt(phrase.head())
                        .map(Name::kind)
                        .filter(kind -> kind != Name.Kind.PERSON)
                        .isPresent();
    }

    /// "the detained men", "los docentes amenazados": known already, named by nothing but what happened to them.
    boolean isKnownAlready(NounPhrase phrase) {
        if (!grammar.is(phrase.first(), WordClass.DEFINITE)) return false;
        for (int i = phrase.first(); i < phrase.last(); i++) {
            Word word = grammar.word(i);
            if (word.isNumber()
                    || word.is(WordClass.NUMERAL)
                    || table.findNameAt(i).isPresent()) return false;
        }
        return phrase.last() - phrase.core() <= 2;
    }

    /// Somebody who can suffer: a person noun, a name of a person, a pronoun of persons, a number of them.
    boolean isVictim(NounPhrase phrase) {
        String head = grammar.word(phrase.head()).form();
        if (NO_VICTIM.contains(head) || CHANNELS.contains(head)) return false;
        for (int i = phrase.first(); i < phrase.last(); i++) {
            Word word = grammar.word(i);
            if (word.reading().isAny(HUMAN) || i == phrase.head() && word.is(WordClass.ORGANISATION)) return true;
            if (word.is(WordClass.HE)
                    || word.is(WordClass.SHE)
                    || word.is(WordClass.THEY)
                    || word.form().equals("him")
                    || word.form().equals("them")
                    || word.form().equals("ambos")) return true;
            boolean person = table.findNameAt(i)
                    .map(Name::kind)
                    .filter(kind -> kind == Name.Kind.PERSON || kind == Name.Kind.OTHER)
                    .isPresent();
            if (person && !placed.contains(i) || caseless && isUnknownName(i)) return true;
        }
        boolean onlyNumber =
                grammar.word(phrase.last() - 1).isNumber() || grammar.is(phrase.last() - 1, WordClass.NUMERAL);
        return onlyNumber || grammar.isAny(phrase.last() - 1, OTHERS);
    }

    /// Persons by a noun or by the name of a person: a massacre is also called by its place.
    boolean isPersons(NounPhrase phrase) {
        for (int i = phrase.first(); i < phrase.last(); i++) {
            if (grammar.word(i).reading().isAny(HUMAN)
                    || grammar.word(i).isNumber()
                    || grammar.is(i, WordClass.NUMERAL)) return true;
            if (table.findNameAt(i)
                    .filter(name -> name.kind() == Name.Kind.PERSON)
                    .isPresent()) return true;
        }
        return false;
    }

    /// Those whom a government arrests for what they say: protesters, journalists, students, defenders.
    boolean isCivic(NounPhrase phrase) {
        for (int i = phrase.first(); i < phrase.last(); i++)
            if (CIVIC.contains(grammar.word(i).form())) return true;
        return false;
    }

    /// "nine herders": a number of something that no list knows, and that is no animal, thing or time.
    boolean isUnknownKind(NounPhrase phrase) {
        boolean counted = false;
        for (int i = phrase.first(); i < phrase.head(); i++)
            counted |= grammar.word(i).isNumber() || grammar.is(i, WordClass.NUMERAL);
        Word head = grammar.word(phrase.head());
        return counted && !head.reading().isKnown() && !head.isCapitalised() && !NO_PERSONS.contains(head.form());
    }

    /// Somebody who can do it: persons, forces, bodies, names.
    boolean isDoer(NounPhrase phrase) {
        if (CHANNELS.contains(grammar.word(phrase.head()).form())) return false;
        for (int i = phrase.first(); i < phrase.last(); i++) {
            Word word = grammar.word(i);
            if (word.reading().isAny(HUMAN)
                    || word.is(WordClass.STATE_BODY)
                    || word.is(WordClass.HE)
                    || word.is(WordClass.SHE)
                    || word.is(WordClass.THEY)) return true;
            if (table.findNameAt(i).isPresent() && !placed.contains(i) || caseless && isUnknownName(i)) return true;
        }
        return false;
    }

    /// Without capitals a name shows only as a given name, or as two words in a row the lexicon does not know.
    private boolean isUnknownName(int at) {
        if (grammar.is(at, WordClass.GIVEN_NAME_F) || grammar.is(at, WordClass.GIVEN_NAME_M)) return true;
        return isUnknown(at) && isUnknown(at + 1) && !grammar.isAny(at, Set.of("de"));
    }

    private boolean isUnknown(int at) {
        return grammar.sentence().holds(at)
                && grammar.word(at).isWord()
                && !grammar.word(at).reading().isKnown();
    }
}
