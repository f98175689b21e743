package org.constancia.text.extract.figure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.constancia.text.extract.Bound;
import org.constancia.text.extract.act.ActFrame;
import org.constancia.text.extract.lexicon.Language;
import org.constancia.text.extract.lexicon.LexiconFile;
import org.constancia.text.extract.lexicon.Tense;
import org.constancia.text.extract.lexicon.VerbForm;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.lexicon.WordForms;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.phrase.NounPhrase;
import org.constancia.text.extract.segment.Word;

/// Finds figures: quantities of people to whom something was done, of acts, of cases. Ages, sums of money,
/// years and distances are none, nor are those who are accused.
public final class FigureFinder {
    private static final Set<WordClass> HUMAN = EnumSet.of(
            WordClass.PERSON,
            WordClass.FAMILY,
            WordClass.OFFICIAL,
            WordClass.OFFICER,
            WordClass.STATE_FORCE,
            WordClass.ARMED_GROUP);
    private static final Set<String> PRONOUNS = Set.of("ellos", "ellas", "them");
    private static final Set<String> TOLLS = Set.of(
            "dead",
            "deaths",
            "killed",
            "injured",
            "wounded",
            "missing",
            "victims",
            "displaced",
            "casualties",
            "muertos",
            "muertes",
            "fallecidos",
            "heridos",
            "desaparecidos",
            "víctimas",
            "asesinatos",
            "desplazados",
            "detenidos");
    private static final long FEW = 20;

    private final QuantityFinder quantities;
    private final Set<String> counted;
    private final Set<String> notCounted;
    private final Set<String> actNouns;

    public FigureFinder(Language language) {
        quantities = new QuantityFinder(language);
        Map<String, List<String>> sections = LexiconFile.sections(language.code() + "/counted.txt");
        counted = new HashSet<>();
        for (String noun : sections.getOrDefault("count", List.of())) counted.addAll(WordForms.ofNoun(noun, language));
        notCounted = Set.copyOf(sections.getOrDefault("not", List.of()));
        actNouns = new HashSet<>();
        for (List<String> row : LexiconFile.rows(language.code() + "/acts.txt")) {
            if (row.get(1).startsWith("noun") || row.get(1).equals("state"))
                actNouns.addAll(WordForms.ofNoun(row.get(0).split(" ")[0], language));
        }
    }

    /// @param dated words that belong to dates and cannot be figures
    /// @param acts frames of the sentence: their victims are counted, their doers are not
    /// @param accused phrases of the accused
    public List<FigureFrame> find(Grammar grammar, Set<Integer> dated, List<ActFrame> acts, List<NounPhrase> accused) {
        List<FigureFrame> figures = new ArrayList<>();
        for (int i = grammar.sentence().first(); i < grammar.sentence().last(); ) {
            Optional<Quantity> quantity = dated.contains(i)
                    ? Optional.empty()
                    : quantities.findAt(grammar, i).filter(found -> !dated.contains(found.last() - 1));
            Optional<FigureFrame> figure = quantity.flatMap(found -> figure(grammar, found, acts, accused));
            figure.ifPresent(figures::add);
            i = figure.map(FigureFrame::last)
                    .orElse(quantity.map(Quantity::last).orElse(i + 1));
        }
        return figures;
    }

    private Optional<FigureFrame> figure(
            Grammar grammar, Quantity quantity, List<ActFrame> acts, List<NounPhrase> accused) {
        int after = quantity.last();
        if (grammar.sentence().holds(after)
                && (notCounted.contains(grammar.word(after).form()) || grammar.isMark(after, "%")))
            return Optional.empty();
        boolean age = grammar.isMark(after, ",") && grammar.isMark(quantity.first() - 1, ",");
        if (age) return Optional.empty();
        boolean one = quantity.number() != null && quantity.number() == 1 && quantity.bound() == Bound.EXACT;
        int unit = unitFrom(grammar, after);
        int unitLast = unitEnd(grammar, unit);
        if (unitLast > unit && anyNotCounted(grammar, unit, unitLast)) return Optional.empty();
        boolean subset = isSubset(grammar, quantity);
        int end = Math.max(after, unitLast);
        int condition = condition(grammar, end);
        if (one
                && !(unitLast > unit
                        && Set.of("persona", "person")
                                .contains(grammar.word(unit).form()))) return Optional.empty();
        NounPhrase words = new NounPhrase(quantity.first(), quantity.first(), end - 1, end);
        if (isDoer(words, acts, accused) && !subset) return Optional.empty();
        boolean sufferer = isVictim(words, acts);
        Optional<String> rule = rule(grammar, quantity, unit, unitLast, sufferer, condition, subset);
        return rule.map(name -> new FigureFrame(quantity, unit, unitLast, condition, subset, name));
    }

    private Optional<String> rule(
            Grammar grammar,
            Quantity quantity,
            int unit,
            int unitLast,
            boolean sufferer,
            int condition,
            boolean subset) {
        if (unitLast == unit && quantity.number() != null && isToll(grammar, quantity.first()))
            return Optional.of("figure.toll");
        if (subset && grammar.isAny(unit, PRONOUNS)) return Optional.of("figure.act");
        if (unitLast == unit) {
            boolean bare = sufferer || condition >= 0 || subset;
            return bare && quantity.number() != null ? Optional.of("figure.act") : Optional.empty();
        }
        boolean thing = false;
        boolean human = false;
        for (int i = unit; i < unitLast; i++) {
            Word word = grammar.word(i);
            thing |= counted.contains(word.form()) || actNouns.contains(word.form());
            human |= word.reading().isAny(HUMAN) || sufferer && word.is(WordClass.ORGANISATION);
        }
        if (sufferer || human && condition >= 0) return Optional.of("figure.act");
        if (thing) return Optional.of("figure.counted-thing");
        if (!human) return Optional.empty();
        boolean bounded = quantity.bound() != Bound.EXACT;
        long number = quantity.number() == null ? 0 : quantity.number();
        if (bounded) return Optional.of("figure.bounded-persons");
        return number >= FEW || subset ? Optional.of("figure.persons") : Optional.empty();
    }

    /// "the death toll rose to 45", "la cifra de muertos asciende a 45": the number closes what the noun
    /// opened.
    private static boolean isToll(Grammar grammar, int first) {
        if (!grammar.isAny(first - 1, Set.of("to", "at", "a", "en", "is", "was", "es", "son"))) return false;
        for (int i = first - 2; i > first - 12 && grammar.sentence().holds(i); i--) {
            if (grammar.word(i).kind() == Word.Kind.PUNCTUATION) return false;
            if (grammar.is(i, "toll")) return true;
            boolean count = grammar.isAny(i, Set.of("number", "cifra", "número", "saldo", "balance", "count"))
                    && grammar.isAny(i + 1, Set.of("of", "de"));
            if (count) return grammar.isAny(i + 2, TOLLS) || grammar.isAny(i + 3, TOLLS);
        }
        return false;
    }

    /// Skips "otros", "de ellos", "of those" between number and unit.
    private static int unitFrom(Grammar grammar, int after) {
        int unit = after;
        if (grammar.isAny(unit, Set.of("de", "of"))) unit++;
        while (grammar.isAny(
                unit, Set.of("otros", "otras", "other", "of", "those", "the", "más", "more", "las", "los", "mostly")))
            unit++;
        return unit;
    }

    /// The end of the unit: its nouns and adjectives, without what "de" / "of" adds.
    private static int unitEnd(Grammar grammar, int unit) {
        int end = unit;
        while (grammar.isNominal(end) && !grammar.word(end).isNumber() && !grammar.is(end, "'s")) end++;
        boolean pronoun = end == unit && grammar.isAny(unit, Set.of("ellos", "ellas", "them"));
        return pronoun ? unit + 1 : end;
    }

    private boolean anyNotCounted(Grammar grammar, int unit, int last) {
        return notCounted.contains(grammar.word(unit).form())
                || !grammar.isSpanish()
                        && notCounted.contains(grammar.word(last - 1).form());
    }

    private static boolean isSubset(Grammar grammar, Quantity quantity) {
        int first = quantity.first();
        if (isPartOfWhole(grammar, first)) return true;
        if (grammar.isAny(
                first - 1, Set.of("including", "incluidos", "incluidas", "incluyendo", "whom", "which", "cuales")))
            return true;
        if (grammar.isAny(first - 1, Set.of("ellos", "ellas", "them"))
                && grammar.isAny(first - 2, Set.of("entre", "among"))) return true;
        return grammar.isAny(quantity.last(), Set.of("de", "of"))
                && grammar.isAny(
                        quantity.last() + 1,
                        Set.of(
                                "ellos", "ellas", "them", "whom", "which", "los", "esos", "those", "estas", "esas",
                                "these"));
    }

    /// "Of the 24 soldiers prosecuted, nine ...", "De los fallecidos, once ...".
    private static boolean isPartOfWhole(Grammar grammar, int first) {
        int start = grammar.sentence().first();
        boolean whole = grammar.isAny(start, Set.of("of", "de"))
                && grammar.isAny(start + 1, Set.of("the", "los", "las", "those", "these", "estos", "esas"));
        return whole
                && first > start + 2
                && (grammar.isMark(first - 1, ",") || grammar.is(first - 1, WordClass.COORDINATOR));
    }

    /// The participle or verb right behind that says what happened to them.
    private static int condition(Grammar grammar, int from) {
        for (int i = from; i < from + 5 && grammar.sentence().holds(i); i++) {
            Optional<VerbForm> verb = grammar.findVerb(i);
            if (verb.isPresent()
                    && (verb.get().tense() == Tense.PARTICIPLE || verb.get().tense() == Tense.PAST)) return i;
            boolean passes =
                    grammar.isAuxiliary(i) || grammar.is(i, WordClass.ADVERB) || grammar.is(i, WordClass.RELATIVE);
            if (!passes) return -1;
        }
        return -1;
    }

    private static boolean isVictim(NounPhrase words, List<ActFrame> acts) {
        return acts.stream()
                .anyMatch(act -> act.victim()
                                .filter(victim -> overlap(victim, words) && victim.first() >= words.first() - 4)
                                .isPresent()
                        || words.holds(act.first()));
    }

    private static boolean isDoer(NounPhrase words, List<ActFrame> acts, List<NounPhrase> accused) {
        return acts.stream()
                        .anyMatch(act -> act.perpetrator()
                                .filter(doer -> overlap(doer, words))
                                .isPresent())
                || accused.stream().anyMatch(phrase -> overlap(phrase, words));
    }

    private static boolean overlap(NounPhrase one, NounPhrase other) {
        return one.first() < other.last() && other.first() < one.last();
    }
}
