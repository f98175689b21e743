package org.constancia.text.extract.phrase;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.constancia.text.extract.lexicon.Language;
import org.constancia.text.extract.lexicon.Reading;
import org.constancia.text.extract.lexicon.Tense;
import org.constancia.text.extract.lexicon.VerbForm;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.segment.AnalysedText;
import org.constancia.text.extract.segment.Sentence;
import org.constancia.text.extract.segment.Word;

/// Decides what the words of one sentence are here: *denuncia* after "la" is a noun, after "que" a verb.
///
/// The decision looks at one or two neighbours only; it is right often enough for frames around known trigger words,
/// and every use is bounded by the sentence.
public final class Grammar {
    private static final Set<WordClass> CLOSED = EnumSet.of(
            WordClass.PREPOSITION,
            WordClass.CONJUNCTION,
            WordClass.COMPLEMENTISER,
            WordClass.RELATIVE,
            WordClass.PRONOUN,
            WordClass.NEGATION,
            WordClass.BE,
            WordClass.HAVE,
            WordClass.MODAL);
    private static final Set<WordClass> NOUNS = EnumSet.of(
            WordClass.OFFICIAL,
            WordClass.OFFICER,
            WordClass.PERSON,
            WordClass.FAMILY,
            WordClass.STATE_FORCE,
            WordClass.ARMED_GROUP,
            WordClass.STATE_BODY,
            WordClass.JUDICIAL_BODY,
            WordClass.ORGANISATION,
            WordClass.DOCUMENT,
            WordClass.DATA);
    private static final Set<WordClass> AUXILIARIES =
            EnumSet.of(WordClass.BE, WordClass.HAVE, WordClass.MODAL, WordClass.FUTURE_AUXILIARY);
    private static final Set<String> QUESTIONS = Set.of("how", "why", "whether", "what");
    private static final Set<String> NEVER_NOUNS = Set.of(
            "say", "tell", "allege", "deny", "insist", "argue", "maintain", "believe", "accuse", "admit", "acknowledge");
    private static final Set<WordClass> BEFORE_NOUN = EnumSet.of(WordClass.DETERMINER, WordClass.POSSESSIVE);

    private final AnalysedText text;
    private final Sentence sentence;
    private final List<Word> words;
    private final boolean spanish;

    public Grammar(AnalysedText text, Sentence sentence) {
        this.text = text;
        this.sentence = sentence;
        this.words = text.words();
        this.spanish = sentence.lexicon().language() == Language.SPANISH;
    }

    public AnalysedText text() {
        return text;
    }

    public Sentence sentence() {
        return sentence;
    }

    public boolean isSpanish() {
        return spanish;
    }

    public Word word(int at) {
        return words.get(at);
    }

    /// Whether a word of the sentence has a form; false outside the sentence.
    public boolean is(int at, String form) {
        return sentence.holds(at) && words.get(at).form().equals(form);
    }

    public boolean isAny(int at, Set<String> forms) {
        return sentence.holds(at) && forms.contains(words.get(at).form());
    }

    public boolean is(int at, WordClass wordClass) {
        return sentence.holds(at) && words.get(at).is(wordClass);
    }

    public boolean isMark(int at, String mark) {
        return sentence.holds(at) && words.get(at).isMark(mark);
    }

    public boolean isAuxiliary(int at) {
        return sentence.holds(at) && words.get(at).reading().isAny(AUXILIARIES);
    }

    /// The reading of a word as a verb of the clause, participles and infinitives included; empty when it is not used
    /// as one here.
    public Optional<VerbForm> findVerb(int at) {
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
        if (unmistakable && !isNoun(word)) return Optional.of(form);
        if (form.tense() == Tense.INFINITIVE) return Optional.of(form);
        if (form.tense() == Tense.PARTICIPLE) {
            boolean nounHere = is(at - 1, WordClass.DETERMINER)
                    || is(at - 1, WordClass.NUMERAL)
                    || words.get(at).isNumber();
            return nounHere ? Optional.empty() : Optional.of(form);
        }
        if (form.firstPerson()
                && form.tense() == Tense.PRESENT
                && !word.form().endsWith("mos")
                && !is(at - 1, WordClass.CLITIC)) {
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
        if (before.reading().isAny(BEFORE_NOUN)
                || before.is(WordClass.PREPOSITION)
                || before.is(WordClass.NUMERAL)
                || before.isNumber()) return false;
        if (before.isMark(",") || before.kind() == Word.Kind.CLOSING_QUOTE || before.isMark("–") || before.isMark("—"))
            return !isNoun(words.get(at));
        if (before.is(WordClass.COORDINATOR))
            return !isNoun(words.get(at)) && (is(at + 1, WordClass.DETERMINER) || is(at + 1, "que") || is(at + 1, "a"));
        return before.isWord() && !before.is(WordClass.CONJUNCTION) && !isNoun(words.get(at));
    }

    private Optional<VerbForm> findEnglishVerb(int at, Word word, List<VerbForm> forms) {
        VerbForm form = forms.getFirst();
        boolean afterNounMark = at > sentence.first()
                && !isRelativeThat(at - 1)
                && (words.get(at - 1).reading().isAny(BEFORE_NOUN)
                        || words.get(at - 1).form().equals("'s")
                        || words.get(at - 1).isNumber());
        return switch (form.tense()) {
            case PAST, PARTICIPLE -> afterNounMark || isAdjective(at) ? Optional.empty() : Optional.of(form);
            case GERUND ->
                afterNounMark || is(at + 1, "of") && !is(at - 1, WordClass.BE) ? Optional.empty() : Optional.of(form);
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
        return is(at, "that")
                && at > sentence.first()
                && isNominal(at - 1)
                && !words.get(at - 1).isNumber();
    }

    /// "the armed groups", "two injured men", "alleged killers": a participle before a noun.
    private boolean isAdjective(int at) {
        if (!sentence.holds(at + 1) || !words.get(at).form().endsWith("ed")) return false;
        if (at > sentence.first()
                && (isAuxiliary(at - 1)
                        || words.get(at - 1).is(WordClass.PRONOUN)
                        || words.get(at - 1).is(WordClass.RELATIVE))) return false;
        Word next = words.get(at + 1);
        boolean nounFollows = isNoun(next) && !next.isCapitalised();
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
                && (isNominal(at - 1) || is(at - 1, WordClass.PRONOUN));
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
        return pluralBefore && (is(at + 1, WordClass.DETERMINER) || is(at + 1, "that"))
                || before.is(WordClass.ADVERB) && is(at + 1, WordClass.DETERMINER);
    }

    private boolean isPluralNoun(int at, Word word) {
        if (at == sentence.first()) return true;
        boolean closes = isMark(at + 1, ".") && isNoun(words.get(at - 1));
        if (closes) return false;
        if (isNoun(word) && !is(at + 1, "that")) return true;
        Word before = words.get(at - 1);
        if (before.is(WordClass.PRONOUN)
                || before.is(WordClass.RELATIVE)
                || before.is(WordClass.ADVERB)
                || is(at + 1, "that")) return false;
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

    /// Whether the lexicon knows the word as a noun for persons, bodies or documents.
    public static boolean isNoun(Word word) {
        return isNoun(word.reading());
    }

    /// The same for a reading.
    public static boolean isNoun(Reading reading) {
        return reading.isAny(NOUNS);
    }

    public boolean isVerb(int at) {
        return findVerb(at).isPresent() || isAuxiliary(at);
    }

    /// Whether a word can belong to the core of a noun phrase.
    public boolean isNominal(int at) {
        if (!sentence.holds(at)) return false;
        Word word = words.get(at);
        if (word.form().equals("'s") || word.isNumber()) return true;
        if (!word.isWord()) return false;
        if (word.isCapitalised() && at > sentence.first()) return true;
        if (word.reading().isAny(CLOSED) && !isNoun(word)) return false;
        if (word.reading().isAny(BEFORE_NOUN) && !isNoun(word)) return false;
        if (word.is(WordClass.ADVERB) && !isNoun(word)) return false;
        if (!spanish && (word.form().endsWith("ly") || QUESTIONS.contains(word.form()))) return false;
        if (spanish && word.form().endsWith("mente")) return false;
        return findVerb(at).isEmpty() && !looksLikeUnknownVerb(word);
    }

    private boolean looksLikeUnknownVerb(Word word) {
        if (word.reading().isKnown() || word.isCapitalised()) return false;
        String form = word.form();
        return spanish
                && form.length() > 4
                && (form.endsWith("ó")
                        || form.endsWith("aron")
                        || form.endsWith("ieron")
                        || form.endsWith("aban")
                        || form.endsWith("ían"));
    }

    /// The noun phrase that begins at a word: articles and numbers, the core, and what "de" / "of" adds.
    public Optional<NounPhrase> findPhraseFrom(int at) {
        int core = behindBound(at);
        while (sentence.holds(core) && isBeforeCore(core)) core++;
        int end = core;
        while (isNominal(end)) end++;
        if (end == core) {
            boolean numberAlone = core > at && isNumeral(core - 1);
            boolean pronoun = sentence.holds(at)
                    && words.get(at).is(WordClass.PRONOUN)
                    && !words.get(at).is(WordClass.RELATIVE);
            if (pronoun) return Optional.of(new NounPhrase(at, at, at, at + 1));
            if (!numberAlone) return Optional.empty();
            end = extendByComplements(core);
            return Optional.of(new NounPhrase(at, core - 1, core - 1, end));
        }
        int head = spanish ? spanishHead(core, end) : englishHead(core, end);
        return Optional.of(new NounPhrase(at, core, head, extendByComplements(end)));
    }

    /// Skips "at least", "más de", "cerca de", "nearly" when a number follows.
    private int behindBound(int at) {
        for (int length = 1; length <= 3; length++) {
            int number = at + length;
            if (!sentence.holds(number)) return at;
            boolean counts = words.get(number).isNumber() || words.get(number).is(WordClass.NUMERAL);
            if (counts && isAny(at, length == 1 ? LONE_BOUNDS : BOUND_WORDS) && isAny(number - 1, BOUND_WORDS))
                return number;
        }
        return at;
    }

    private static final Set<String> BOUND_WORDS = Set.of(
            "at",
            "least",
            "more",
            "than",
            "about",
            "around",
            "some",
            "nearly",
            "almost",
            "up",
            "to",
            "over",
            "as",
            "many",
            "no",
            "fewer",
            "less",
            "approximately",
            "an",
            "estimated",
            "close",
            "al",
            "por",
            "lo",
            "menos",
            "más",
            "de",
            "cerca",
            "alrededor",
            "unos",
            "unas",
            "casi",
            "hasta",
            "aproximadamente");

    private static final Set<String> LONE_BOUNDS = Set.of(
            "about",
            "around",
            "some",
            "nearly",
            "almost",
            "over",
            "approximately",
            "unos",
            "unas",
            "casi",
            "hasta",
            "aproximadamente");

    private int extendByComplements(int from) {
        int end = from;
        while (isAny(end, LINKS)) {
            int core = end + 1;
            while (sentence.holds(core) && isBeforeCore(core)) core++;
            int next = core;
            while (isNominal(next)) next++;
            if (next == core) break;
            end = next;
        }
        return end;
    }

    /// A preposition with its article: what follows it is a complement.
    private static final Set<String> CONTRACTED = Set.of("del", "al");

    private static final Set<String> LINKS = Set.of("de", "del", "of");

    private boolean isBeforeCore(int at) {
        Word word = words.get(at);
        if (word.isNumber() || word.is(WordClass.NUMERAL) || word.reading().isAny(BEFORE_NOUN)) return true;
        return word.is(WordClass.QUANTIFIER);
    }

    /// "said that two men": after a verb "that" opens a clause.
    private boolean isConjunctionThat(int at) {
        return is(at, "that")
                && at > sentence.first()
                && (findVerb(at - 1).isPresent() || is(at - 1, WordClass.PERSON)
                        || is(at - 1, WordClass.COORDINATOR)
                        || isMark(at - 1, ","));
    }

    private boolean isNumeral(int at) {
        return words.get(at).isNumber()
                || words.get(at).is(WordClass.NUMERAL)
                || words.get(at).is(WordClass.DETERMINER);
    }

    private int spanishHead(int core, int end) {
        for (int i = core; i < end; i++) if (isNoun(words.get(i))) return i;
        return core;
    }

    private int englishHead(int core, int end) {
        int last = end - 1;
        while (last > core
                && (words.get(last).form().equals("'s") || words.get(last).isNumber())) last--;
        return last;
    }

    /// The noun phrase that ends with a word.
    public Optional<NounPhrase> findPhraseUpTo(int at) {
        if (sentence.holds(at)
                && words.get(at).is(WordClass.PRONOUN)
                && !words.get(at).is(WordClass.RELATIVE)
                && !isNominal(at)) return Optional.of(new NounPhrase(at, at, at, at + 1));
        int core = at + 1;
        while (core > sentence.first() && isNominal(core - 1)) core--;
        int first = core;
        while (first > sentence.first()
                && isBeforeCore(first - 1)
                && !isConjunctionThat(first - 1)
                && !isAny(first - 1, CONTRACTED)) first--;
        if (first > at) return Optional.empty();
        boolean linked = first > sentence.first() + 1
                && LINKS.contains(words.get(first - 1).form())
                && isNominal(first - 2);
        if (linked) {
            Optional<NounPhrase> outer = findPhraseUpTo(first - 2);
            if (outer.isPresent())
                return Optional.of(new NounPhrase(
                        outer.get().first(), outer.get().core(), outer.get().head(), at + 1));
        }
        if (core > at) return Optional.of(new NounPhrase(first, at, at, at + 1));
        int head = spanish ? spanishHead(core, at + 1) : englishHead(core, at + 1);
        return Optional.of(new NounPhrase(first, core, head, at + 1));
    }

    /// First word of the verb group that ends with a verb: auxiliaries, clitics, negation and adverbs before it.
    public int verbGroupStart(int verb) {
        int start = verb;
        while (start > sentence.first()) {
            Word before = words.get(start - 1);
            boolean clitic = spanish
                    && before.is(WordClass.CLITIC)
                    && (before.form().length() == 2
                            || isAuxiliary(start)
                            || findVerb(start).isPresent() && isCliticPlace(start - 1));
            boolean belongs = before.reading().isAny(AUXILIARIES)
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
    public boolean isPassive(int verb) {
        if (findVerb(verb)
                .map(VerbForm::tense)
                .filter(tense -> tense == Tense.PARTICIPLE || tense == Tense.PAST && !spanish)
                .isEmpty()) return false;
        for (int i = verb - 1; i >= Math.max(sentence.first(), verbGroupStart(verb)); i--) {
            if (words.get(i).is(WordClass.BE)) return true;
        }
        int joint = verb - 1;
        boolean joined = verbGroupStart(verb) == verb && is(joint, WordClass.COORDINATOR) && sentence.holds(joint - 1);
        return joined && isPassive(joint - 1);
    }

    /// Whether the verb group is negated.
    public boolean isNegated(int verb) {
        for (int i = verbGroupStart(verb); i < verb; i++) if (words.get(i).is(WordClass.NEGATION)) return true;
        return false;
    }
}
