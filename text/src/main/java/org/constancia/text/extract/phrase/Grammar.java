package org.constancia.text.extract.phrase;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.constancia.text.extract.lexicon.Language;
import org.constancia.text.extract.lexicon.Reading;
import org.constancia.text.extract.lexicon.VerbForm;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.segment.AnalysedText;
import org.constancia.text.extract.segment.Sentence;
import org.constancia.text.extract.segment.Word;

/// Decides what the words of one sentence are here: *denuncia* after "la" is a noun, after "que" a verb.
///
/// The decision looks at one or two neighbours only; it is right often enough for frames around known trigger
/// words, and every use is bounded by the sentence.
public final class Grammar {
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
    static final Set<WordClass> AUXILIARIES =
            EnumSet.of(WordClass.BE, WordClass.HAVE, WordClass.MODAL, WordClass.FUTURE_AUXILIARY);
    private final AnalysedText text;
    private final Sentence sentence;
    private final List<Word> words;
    private final boolean spanish;
    private final VerbReadings verbs;
    private final NounPhrases phrases;

    public Grammar(AnalysedText text, Sentence sentence) {
        this.text = text;
        this.sentence = sentence;
        this.words = text.words();
        this.spanish = sentence.lexicon().language() == Language.SPANISH;
        this.verbs = new VerbReadings(this);
        this.phrases = new NounPhrases(this);
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

    /// The reading of a word as a verb of the clause, participles and infinitives included; empty when it is
    /// not used as one here.
    public Optional<VerbForm> findVerb(int at) {
        return verbs.findVerb(at);
    }

    /// First word of the verb group that ends with a verb: auxiliaries, clitics, negation and adverbs before
    /// it.
    public int verbGroupStart(int verb) {
        return verbs.verbGroupStart(verb);
    }

    /// Whether the verb group of a participle or main verb is passive: "fue asesinado", "were killed".
    public boolean isPassive(int verb) {
        return verbs.isPassive(verb);
    }

    /// Whether the verb group is negated.
    public boolean isNegated(int verb) {
        return verbs.isNegated(verb);
    }

    /// Whether a word can belong to the core of a noun phrase.
    public boolean isNominal(int at) {
        return phrases.isNominal(at);
    }

    /// The noun phrase that begins at a word: articles and numbers, the core, and what "de" / "of" adds.
    public Optional<NounPhrase> findPhraseFrom(int at) {
        return phrases.findPhraseFrom(at);
    }

    /// The noun phrase that ends with a word.
    public Optional<NounPhrase> findPhraseUpTo(int at) {
        return phrases.findPhraseUpTo(at);
    }
}
