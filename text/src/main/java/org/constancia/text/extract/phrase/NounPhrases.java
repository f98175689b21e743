package org.constancia.text.extract.phrase;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.segment.Sentence;
import org.constancia.text.extract.segment.Word;

/// Finds the noun phrases of one sentence, forwards and backwards: what stands before the core, the core, its
/// head, and what "de" / "of" adds.
final class NounPhrases {
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
    private static final Set<String> QUESTIONS = Set.of("how", "why", "whether", "what");
    static final Set<WordClass> BEFORE_NOUN = EnumSet.of(WordClass.DETERMINER, WordClass.POSSESSIVE);
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
    /// A preposition with its article: what follows it is a complement.
    private static final Set<String> CONTRACTED = Set.of("del", "al");
    private static final Set<String> LINKS = Set.of("de", "del", "of");

    private final Grammar grammar;
    private final Sentence sentence;
    private final List<Word> words;
    private final boolean spanish;

    NounPhrases(Grammar grammar) {
        this.grammar = grammar;
        this.sentence = grammar.sentence();
        this.words = grammar.text().words();
        this.spanish = grammar.isSpanish();
    }

    /// Whether a word can belong to the core of a noun phrase.
    boolean isNominal(int at) {
        if (!sentence.holds(at)) return false;
        Word word = words.get(at);
        if (word.form().equals("'s") || word.isNumber()) return true;
        if (!word.isWord()) return false;
        if (word.isCapitalised() && at > sentence.first()) return true;
        if (word.reading().isAny(CLOSED) && !Grammar.isNoun(word)) return false;
        if (word.reading().isAny(BEFORE_NOUN) && !Grammar.isNoun(word)) return false;
        if (word.is(WordClass.ADVERB) && !Grammar.isNoun(word)) return false;
        if (!spanish && (word.form().endsWith("ly") || QUESTIONS.contains(word.form()))) return false;
        if (spanish && word.form().endsWith("mente")) return false;
        return grammar.findVerb(at).isEmpty() && !looksLikeUnknownVerb(word);
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
    Optional<NounPhrase> findPhraseFrom(int at) {
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
            if (counts
                    && grammar.isAny(at, length == 1 ? LONE_BOUNDS : BOUND_WORDS)
                    && grammar.isAny(number - 1, BOUND_WORDS)) return number;
        }
        return at;
    }

    private int extendByComplements(int from) {
        int end = from;
        while (grammar.isAny(end, LINKS)) {
            int core = end + 1;
            while (sentence.holds(core) && isBeforeCore(core)) core++;
            int next = core;
            while (isNominal(next)) next++;
            if (next == core) break;
            end = next;
        }
        return end;
    }

    private boolean isBeforeCore(int at) {
        Word word = words.get(at);
        if (word.isNumber() || word.is(WordClass.NUMERAL) || word.reading().isAny(BEFORE_NOUN)) return true;
        return word.is(WordClass.QUANTIFIER);
    }

    /// "said that two men": after a verb "that" opens a clause.
    private boolean isConjunctionThat(int at) {
        return grammar.is(at, "that")
                && at > sentence.first()
                && (grammar.findVerb(at - 1).isPresent()
                        || grammar.is(at - 1, WordClass.PERSON)
                        || grammar.is(at - 1, WordClass.COORDINATOR)
                        || grammar.isMark(at - 1, ","));
    }

    private boolean isNumeral(int at) {
        return words.get(at).isNumber()
                || words.get(at).is(WordClass.NUMERAL)
                || words.get(at).is(WordClass.DETERMINER);
    }

    private int spanishHead(int core, int end) {
        for (int i = core; i < end; i++) if (Grammar.isNoun(words.get(i))) return i;
        return core;
    }

    private int englishHead(int core, int end) {
        int last = end - 1;
        while (last > core
                && (words.get(last).form().equals("'s") || words.get(last).isNumber())) last--;
        return last;
    }

    /// The noun phrase that ends with a word.
    Optional<NounPhrase> findPhraseUpTo(int at) {
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
                && !grammar.isAny(first - 1, CONTRACTED)) first--;
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
}
