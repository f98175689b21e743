package org.constancia.text.extract.phrase;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.constancia.text.extract.lexicon.Tense;
import org.constancia.text.extract.lexicon.VerbForm;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.segment.Sentence;
import org.constancia.text.extract.segment.Word;

/// What words of one sentence are as verbs: whether *denuncia* is one here, which words belong to it, whether
/// it is passive or negated.
final class VerbReadings {
    private static final Set<String> NEVER_NOUNS = Set.of(
            "say",
            "tell",
            "allege",
            "deny",
            "insist",
            "argue",
            "maintain",
            "believe",
            "accuse",
            "admit",
            "acknowledge");

    private final Grammar grammar;
    private final Sentence sentence;
    private final List<Word> words;
    private final boolean spanish;

    VerbReadings(Grammar grammar) {
        this.grammar = grammar;
        this.sentence = grammar.sentence();
        this.words = grammar.text().words();
        this.spanish = grammar.isSpanish();
    }

    /// The reading of a word as a verb of the clause, participles and infinitives included; empty when it is
    /// not used as one here.
    Optional<VerbForm> findVerb(int at) {
        if (!sentence.holds(at)) return Optional.empty();
        Word word = words.get(at);
        List<VerbForm> forms = word.reading().verbs();
        if (forms.isEmpty() || (word.isCapitalised() && at > sentence.first() && !isQuoteStart(at)))
            return Optional.empty();
        return spanish ? findSpanishVerb(at, word, forms) : findEnglishVerb(at, word, forms);
    }

    private boolean isQuoteStart(int at) {
        return words.get(at - 1).isQuoteMark();
    }

    private Optional<VerbForm> findSpanishVerb(int at, Word word, List<VerbForm> forms) {
        VerbForm form = forms.getFirst();
        boolean unmistakable = form.tense() == Tense.PAST
                || form.tense() == Tense.IMPERFECT
                || form.tense() == Tense.FUTURE
                || form.tense() == Tense.CONDITIONAL
                || form.tense() == Tense.GERUND;
        if (unmistakable && !Grammar.isNoun(word)) return Optional.of(form);
        if (form.tense() == Tense.INFINITIVE) return Optional.of(form);
        if (form.tense() == Tense.PARTICIPLE) {
            boolean nounHere = grammar.is(at - 1, WordClass.DETERMINER)
                    || grammar.is(at - 1, WordClass.NUMERAL)
                    || words.get(at).isNumber();
            return nounHere ? Optional.empty() : Optional.of(form);
        }
        if (form.firstPerson()
                && form.tense() == Tense.PRESENT
                && !word.form().endsWith("mos")
                && !grammar.is(at - 1, WordClass.CLITIC)) {
            Optional<VerbForm> third =
                    forms.stream().filter(other -> !other.firstPerson()).findFirst();
            if (third.isEmpty()) return Optional.empty();
        }
        return isVerbalPlace(at) ? Optional.of(form) : Optional.empty();
    }

    /// For forms that may be nouns too: what stands before decides.
    private boolean isVerbalPlace(int at) {
        if (at == sentence.first()) return false;
        Word before = words.get(at - 1);
        if (before.form().equals("se")
                || before.is(WordClass.NEGATION)
                || before.form().equals("que")
                || before.is(WordClass.PRONOUN)) return true;
        if (before.form().equals("lo")
                || before.form().equals("le")
                || before.form().equals("les")) return true;
        if (before.reading().isAny(NounPhrases.BEFORE_NOUN)
                || before.is(WordClass.PREPOSITION)
                || before.is(WordClass.NUMERAL)
                || before.isNumber()) return false;
        if (before.isMark(",") || before.kind() == Word.Kind.CLOSING_QUOTE || before.isMark("–") || before.isMark("—"))
            return !Grammar.isNoun(words.get(at));
        if (before.is(WordClass.COORDINATOR))
            return !Grammar.isNoun(words.get(at))
                    && (grammar.is(at + 1, WordClass.DETERMINER)
                            || grammar.is(at + 1, "que")
                            || grammar.is(at + 1, "a"));
        return before.isWord() && !before.is(WordClass.CONJUNCTION) && !Grammar.isNoun(words.get(at));
    }

    private Optional<VerbForm> findEnglishVerb(int at, Word word, List<VerbForm> forms) {
        VerbForm form = forms.getFirst();
        boolean afterNounMark = at > sentence.first()
                && !isRelativeThat(at - 1)
                && (words.get(at - 1).reading().isAny(NounPhrases.BEFORE_NOUN)
                        || words.get(at - 1).form().equals("'s")
                        || words.get(at - 1).isNumber());
        return switch (form.tense()) {
            case PAST, PARTICIPLE -> afterNounMark || isAdjective(at) ? Optional.empty() : Optional.of(form);
            case GERUND ->
                afterNounMark || grammar.is(at + 1, "of") && !grammar.is(at - 1, WordClass.BE)
                        ? Optional.empty()
                        : Optional.of(form);
            case INFINITIVE ->
                isBaseVerb(at, afterNounMark) || isNeverNoun(at, form) ? Optional.of(form) : Optional.empty();
            default ->
                afterNounMark || isPluralNoun(at, word) && !isNeverNoun(at, form)
                        ? Optional.empty()
                        : Optional.of(form);
        };
    }

    /// "the squads that killed": behind a noun "that" opens a relative clause.
    private boolean isRelativeThat(int at) {
        return grammar.is(at, "that")
                && at > sentence.first()
                && grammar.isNominal(at - 1)
                && !words.get(at - 1).isNumber();
    }

    /// "the armed groups", "two injured men", "alleged killers": a participle before a noun.
    private boolean isAdjective(int at) {
        if (!sentence.holds(at + 1) || !words.get(at).form().endsWith("ed")) return false;
        if (at > sentence.first()
                && (grammar.isAuxiliary(at - 1)
                        || words.get(at - 1).is(WordClass.PRONOUN)
                        || words.get(at - 1).is(WordClass.RELATIVE))) return false;
        Word next = words.get(at + 1);
        boolean nounFollows = Grammar.isNoun(next) && !next.isCapitalised();
        boolean placeBefore = at == sentence.first()
                || words.get(at - 1).is(WordClass.PREPOSITION)
                || words.get(at - 1).is(WordClass.COORDINATOR)
                || words.get(at - 1).is(WordClass.NUMERAL)
                || words.get(at - 1).is(WordClass.ADVERB)
                || words.get(at - 1).is(WordClass.QUANTIFIER);
        return nounFollows && placeBefore;
    }

    /// "the report says guards fired", "police say": behind a noun these are verbs, whatever follows.
    private boolean isNeverNoun(int at, VerbForm form) {
        return at > sentence.first()
                && NEVER_NOUNS.contains(form.lemma())
                && (grammar.isNominal(at - 1) || grammar.is(at - 1, WordClass.PRONOUN));
    }

    private boolean isBaseVerb(int at, boolean afterNounMark) {
        if (afterNounMark || at == sentence.first()) return false;
        Word before = words.get(at - 1);
        if (before.form().equals("to")
                || before.is(WordClass.MODAL)
                || before.is(WordClass.NEGATION)
                || before.is(WordClass.PRONOUN)
                || before.is(WordClass.RELATIVE)) return true;
        if (before.is(WordClass.PREPOSITION) || before.is(WordClass.CONJUNCTION)) return false;
        boolean pluralBefore = before.form().endsWith("s") || before.is(WordClass.PERSON);
        return pluralBefore && (grammar.is(at + 1, WordClass.DETERMINER) || grammar.is(at + 1, "that"))
                || before.is(WordClass.ADVERB) && grammar.is(at + 1, WordClass.DETERMINER);
    }

    private boolean isPluralNoun(int at, Word word) {
        if (at == sentence.first()) return true;
        boolean closes = grammar.isMark(at + 1, ".") && Grammar.isNoun(words.get(at - 1));
        if (closes) return false;
        if (Grammar.isNoun(word) && !grammar.is(at + 1, "that")) return true;
        Word before = words.get(at - 1);
        if (before.is(WordClass.PRONOUN)
                || before.is(WordClass.RELATIVE)
                || before.is(WordClass.ADVERB)
                || grammar.is(at + 1, "that")) return false;
        Word next = sentence.holds(at + 1) ? words.get(at + 1) : word;
        if (before.is(WordClass.PREPOSITION)
                || before.is(WordClass.CONJUNCTION)
                || next.is(WordClass.BE)
                || next.is(WordClass.HAVE)
                || next.is(WordClass.MODAL)) return true;
        return !(next.is(WordClass.DETERMINER)
                || next.is(WordClass.POSSESSIVE)
                || next.form().equals("that")
                || next.isQuoteMark()
                || next.isCapitalised()
                || next.isMark(":"));
    }

    /// First word of the verb group that ends with a verb: auxiliaries, clitics, negation and adverbs before
    /// it.
    int verbGroupStart(int verb) {
        int start = verb;
        while (start > sentence.first()) {
            Word before = words.get(start - 1);
            boolean clitic = spanish
                    && before.is(WordClass.CLITIC)
                    && (before.form().length() == 2
                            || grammar.isAuxiliary(start)
                            || findVerb(start).isPresent() && isCliticPlace(start - 1));
            boolean belongs = before.reading().isAny(Grammar.AUXILIARIES)
                    || before.is(WordClass.NEGATION) && !before.is(WordClass.PRONOUN)
                    || clitic
                    || isGroupAdverb(before)
                    || before.form().equals("to")
                            && !spanish
                            && findVerb(start)
                                    .map(VerbForm::tense)
                                    .filter(Tense.INFINITIVE::equals)
                                    .isPresent();
            if (!belongs) break;
            start--;
        }
        return start;
    }

    private boolean isCliticPlace(int at) {
        return at == sentence.first() || !words.get(at - 1).is(WordClass.PREPOSITION);
    }

    private boolean isGroupAdverb(Word word) {
        if (word.isCapitalised()) return false;
        return word.is(WordClass.ADVERB) && !word.is(WordClass.PREPOSITION)
                || !spanish && word.form().endsWith("ly")
                || spanish && word.form().endsWith("mente");
    }

    /// Whether the verb group of a participle or main verb is passive: "fue asesinado", "were killed".
    boolean isPassive(int verb) {
        if (findVerb(verb)
                .map(VerbForm::tense)
                .filter(tense -> tense == Tense.PARTICIPLE || tense == Tense.PAST && !spanish)
                .isEmpty()) return false;
        for (int i = verb - 1; i >= Math.max(sentence.first(), verbGroupStart(verb)); i--) {
            if (words.get(i).is(WordClass.BE)) return true;
        }
        int joint = verb - 1;
        boolean joined =
                verbGroupStart(verb) == verb && grammar.is(joint, WordClass.COORDINATOR) && sentence.holds(joint - 1);
        return joined && isPassive(joint - 1);
    }

    /// Whether the verb group is negated.
    boolean isNegated(int verb) {
        for (int i = verbGroupStart(verb); i < verb; i++) if (words.get(i).is(WordClass.NEGATION)) return true;
        return false;
    }
}
