package org.constancia.text.extract.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.phrase.NounPhrase;
import org.constancia.text.extract.resolve.Mention;
import org.constancia.text.extract.resolve.MentionResolver;
import org.constancia.text.extract.resolve.SubjectFinder;
import org.constancia.text.extract.segment.Sentence;

/// "según la Defensoría", "según denunció el comité", "de acuerdo con cifras de la alcaldía", "according to court
/// records": phrases that name the source of the clause beside them.
final class SourcePhrases {
    /// Words `[first, last)` and whom they name.
    record Source(int first, int last, Mention speaker) {}

    private static final Set<String> NO_SOURCE =
            Set.of("plan", "ley", "norma", "tradición", "costumbre", "law", "rules", "schedule", "tradition", "caso");

    private final Grammar grammar;
    private final Sentence sentence;
    private final SpeechLexicon lexicon;
    private final MentionResolver resolver;
    private final SubjectFinder subjects;
    private final List<Source> found = new ArrayList<>();

    SourcePhrases(Grammar grammar, SpeechLexicon lexicon, MentionResolver resolver, SubjectFinder subjects) {
        this.grammar = grammar;
        this.sentence = grammar.sentence();
        this.lexicon = lexicon;
        this.resolver = resolver;
        this.subjects = subjects;
    }

    List<Source> find() {
        for (int i = sentence.first(); i < sentence.last(); i++) {
            if (grammar.word(i).quoted()) continue;
            int after = afterPreposition(i);
            if (after > i && !isUnderAnother(i)) read(i, after).ifPresent(found::add);
            else if (isForWhom(i)) read(i, i + 1).filter(this::isBeforeComma).ifPresent(found::add);
        }
        return found;
    }

    /// "Según el expediente, los hombres ..., según el parte oficial, eran ...": the first source tells it all.
    private boolean isUnderAnother(int at) {
        return !found.isEmpty() && found.getFirst().first() == sentence.first() && grammar.isMark(at - 1, ",");
    }

    /// Whether a word belongs to a source phrase: its verb ("según denunció ...") is not a cue of its own.
    boolean holds(int word) {
        return found.stream().anyMatch(source -> source.first() <= word && word < source.last());
    }

    /// "Para la abogada Ruiz, el Estado incumplió": somebody's view, when the phrase opens the sentence.
    private boolean isForWhom(int at) {
        return at == sentence.first() && grammar.is(at, "para") && grammar.isSpanish();
    }

    private boolean isBeforeComma(Source source) {
        return grammar.isMark(source.last(), ",");
    }

    private int afterPreposition(int at) {
        if (grammar.is(at, "según") || grammar.is(at, "per") && !grammar.isSpanish() && grammar.is(at - 1, "as"))
            return at + 1;
        if (grammar.is(at, "according") && grammar.is(at + 1, "to")) return at + 2;
        if (grammar.is(at, "de")
                && grammar.is(at + 1, "acuerdo")
                && (grammar.is(at + 2, "con") || grammar.is(at + 2, "a"))) return at + 3;
        if (grammar.is(at, "a") && grammar.is(at + 1, "juicio") && grammar.is(at + 2, "de")) return at + 3;
        if (grammar.is(at, "en")
                && (grammar.is(at + 1, "opinión") || grammar.is(at + 1, "palabras"))
                && grammar.is(at + 2, "de")) return at + 3;
        return at;
    }

    private Optional<Source> read(int first, int after) {
        int start = after;
        boolean verb = grammar.findVerb(start)
                .flatMap(form -> lexicon.find(form.lemma()))
                .isPresent();
        if (verb) {
            Optional<SubjectFinder.Subject> subject = subjects.find(start);
            if (subject.isPresent() && subject.get().side() == SubjectFinder.Side.RIGHT)
                return Optional.of(source(first, subject.get().phrase()));
            return Optional.empty();
        }
        if (grammar.isMark(start, ",")) return Optional.empty();
        Optional<NounPhrase> phrase = grammar.findPhraseFrom(start)
                .filter(it -> resolver.isActor(grammar, it))
                .filter(it -> !NO_SOURCE.contains(grammar.word(it.head()).form()));
        return phrase.map(it -> madeBy(first, it).orElseGet(() -> source(first, subjects.withApposition(it))));
    }

    /// "a report by the Lawyers' Network": who wrote it is the source.
    private Optional<Source> madeBy(int first, NounPhrase phrase) {
        boolean document = grammar.word(phrase.head()).is(WordClass.DOCUMENT)
                || grammar.word(phrase.head()).is(WordClass.DATA);
        if (!document || !grammar.isAny(phrase.last(), Set.of("by", "from"))) return Optional.empty();
        return grammar.findPhraseFrom(phrase.last() + 1)
                .filter(it -> resolver.isActor(grammar, it))
                .map(it -> source(first, subjects.withApposition(it)));
    }

    private Source source(int first, NounPhrase phrase) {
        return new Source(first, phrase.last(), resolver.resolve(grammar, behindData(phrase)));
    }

    /// "cifras de la alcaldía": the town hall is the source, not its figures.
    private NounPhrase behindData(NounPhrase phrase) {
        if (!grammar.word(phrase.head()).is(WordClass.DATA)) return phrase;
        for (int i = phrase.head() + 1; i < phrase.last(); i++) {
            boolean link = grammar.isAny(i, Set.of("de", "del", "of", "from"));
            if (!link) continue;
            Optional<NounPhrase> inner = grammar.findPhraseFrom(i + 1).filter(it -> resolver.isActor(grammar, it));
            if (inner.isPresent()) return inner.get();
        }
        return phrase;
    }
}
