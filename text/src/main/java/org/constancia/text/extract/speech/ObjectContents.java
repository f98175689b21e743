package org.constancia.text.extract.speech;

import java.util.Optional;
import java.util.Set;
import org.constancia.text.extract.Candidate.SpeechAct;
import org.constancia.text.extract.Slot;
import org.constancia.text.extract.lexicon.Tense;
import org.constancia.text.extract.lexicon.VerbForm;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.phrase.NounPhrase;
import org.constancia.text.extract.segment.Sentence;
import org.constancia.text.extract.segment.Word;
import org.jspecify.annotations.Nullable;

/// What a verb of speech has as object or infinitive: "denunció amenazas", "promised to publish", "pidió a la
/// Fiscalía revisar", "accused the police of".
final class ObjectContents {
    private static final Set<String> EMPTY_OBJECTS =
            Set.of("perdón", "disculpas", "excusas", "ayuda", "comment", "anonymity", "it", "him", "her", "them", "so");

    private final Grammar grammar;
    private final Sentence sentence;
    private final ContentBounds bounds;

    ObjectContents(Grammar grammar, ContentBounds bounds) {
        this.grammar = grammar;
        this.sentence = grammar.sentence();
        this.bounds = bounds;
    }

    Optional<ContentFinder.Content> find(SpeechCue cue, int after) {
        int start = after;
        Slot addressee = null;
        if (cue.takes("a") || cue.takes("toinf") || cue.takes("dos")) {
            if (grammar.isAny(start, Set.of("a", "al"))) {
                Optional<ContentFinder.Content> addressed = addressedTo(cue, start);
                if (addressed.isPresent()) return addressed;
            } else if (!cue.takes("np") && !cue.takes("inf") && grammar.isSpanish()) return Optional.empty();
        }
        if (cue.takes("dos") && !grammar.isSpanish())
            return bounds.content(start, bounds.contentEnd(start), "speech.accusation")
                    .filter(found -> containsAny(found, Set.of("of", "for", "on")));
        if (cue.takes("callon")) {
            if (grammar.is(start, "on") || grammar.is(start, "upon") || grammar.is(start, "for"))
                return clause(start + 1, "speech.demand");
            return Optional.empty();
        }
        if (cue.takes("whom") && cue.takes("for") && grammar.is(start, "for"))
            return clause(start + 1, "speech.demand");
        if (cue.takes("appealto") || cue.takes("for") && !cue.takes("whom"))
            return grammar.isAny(start, Set.of("to", "for")) ? clause(start + 1, "speech.demand") : Optional.empty();
        if (cue.takes("whom"))
            return grammar.is(start, WordClass.NEGATION)
                            || grammar.isMark(start, ",")
                            || grammar.is(start, WordClass.PREPOSITION)
                    ? Optional.empty()
                    : clause(start, "speech.demand");
        if (cue.takes("to") && grammar.is(start, "to")) return clause(start + 1, "speech.infinitive");
        if (cue.takes("inf") && grammar.is(start, "con")) {
            Optional<NounPhrase> whom = grammar.findPhraseFrom(start + 1);
            if (whom.isPresent() && infinitiveAt(whom.get().last()) > 0)
                return clause(infinitiveAt(whom.get().last()), "speech.infinitive");
        }
        if (cue.takes("inf") && infinitiveAt(start) > 0) return clause(infinitiveAt(start), "speech.infinitive");
        if (cue.takes("putat") && grammar.is(start, "the"))
            return clause(start, "speech.object").filter(found -> containsAny(found, Set.of("at")));
        if (cue.takes("coninf") && grammar.is(start, "con")) return clause(start + 1, "speech.infinitive");
        if (cue.takes("np") && isDeed(start)) return clause(start, "speech.object");
        return cue.takes("np") ? object(skipDay(start), addressee) : Optional.empty();
    }

    /// "denied attacking civilians"
    private boolean isDeed(int start) {
        return !grammar.isSpanish()
                && grammar.findVerb(start)
                        .map(VerbForm::tense)
                        .filter(Tense.GERUND::equals)
                        .isPresent();
    }

    /// "anunció el martes una investigación": the day is no part of it.
    private int skipDay(int start) {
        if (grammar.isAny(start, Set.of("ayer", "hoy", "yesterday", "today"))) return start + 1;
        boolean day = grammar.isAny(start, Set.of("el", "este", "on")) && grammar.is(start + 1, WordClass.WEEKDAY);
        return day ? start + 2 : start;
    }

    private int infinitiveAt(int start) {
        int at = grammar.isAny(start, Set.of("a", "en")) ? start + 1 : start;
        return isInfinitive(at) ? at : -1;
    }

    /// An infinitive of the lexicon, or a word of its shape that no list knows.
    private boolean isInfinitive(int at) {
        if (!sentence.holds(at)) return false;
        Word word = grammar.word(at);
        boolean unknown = grammar.isSpanish()
                && !word.reading().isKnown()
                && !word.isCapitalised()
                && word.form().matches("\\p{L}{2,}[aei]r(se|l[aoe]s?)?");
        return unknown
                || grammar.findVerb(at)
                        .map(VerbForm::tense)
                        .filter(Tense.INFINITIVE::equals)
                        .isPresent();
    }

    /// "pidió a la Fiscalía revisar ...", "llamó a los grupos armados a cesar ...", "acusó a la policía de
    /// ...".
    private Optional<ContentFinder.Content> addressedTo(SpeechCue cue, int preposition) {
        Optional<NounPhrase> whom =
                grammar.findPhraseFrom(grammar.is(preposition, "al") ? preposition : preposition + 1);
        if (whom.isEmpty()) return Optional.empty();
        int last = whom.get().last();
        Slot addressee = grammar.text().slot(whom.get().first(), last);
        if (cue.takes("toinf") || cue.takes("dos"))
            return bounds.content(
                            preposition + 1,
                            bounds.contentEnd(preposition + 1),
                            cue.takes("dos") ? "speech.accusation" : "speech.demand")
                    .filter(found -> cue.takes("dos") || grammar.is(last, "a"));
        int start = infinitiveAt(last) > 0
                ? infinitiveAt(last)
                : cue.act() == SpeechAct.DEMAND ? objectBehindAddressee(whom.get()) : -1;
        if (start < 0)
            return cue.takes("np") && !cue.takes("que") || cue.verb().equals("señalar")
                    ? clause(preposition, "speech.object")
                    : Optional.empty();
        return bounds.content(start, bounds.contentEnd(start), "speech.demand")
                .map(found ->
                        new ContentFinder.Content(found.first(), found.last(), found.form(), addressee, found.rule()));
    }

    /// "exigió al Gobierno nacional garantías": after the body and its adjective another noun begins.
    private int objectBehindAddressee(NounPhrase whom) {
        int next = whom.head() + 1;
        if (next < whom.last()
                && grammar.word(next).form().matches(".*(al|ales|ar|o|a|os|as|ivo|iva|no|na)")
                && next + 1 < whom.last()) next++;
        boolean noun = next < whom.last()
                && !grammar.isAny(next, Set.of("de", "del"))
                && !grammar.word(next).isCapitalised();
        return noun ? next : -1;
    }

    private Optional<ContentFinder.Content> object(int start, @Nullable Slot addressee) {
        if (!sentence.holds(start)
                || grammar.isMark(start, ",")
                || grammar.isMark(start, ".")
                || grammar.word(start).is(WordClass.PREPOSITION) && !grammar.is(start, "a")) return Optional.empty();
        Optional<NounPhrase> phrase = grammar.findPhraseFrom(grammar.is(start, "a") ? start + 1 : start);
        boolean offered = grammar.is(start, "a")
                && phrase.isPresent()
                && grammar.isAny(phrase.get().last(), Set.of("un", "una", "el", "la", "los", "las"))
                && addressee == null;
        if (offered)
            return object(
                    phrase.get().last(),
                    grammar.text().slot(phrase.get().first(), phrase.get().last()));
        boolean sentenced = grammar.is(start, "a")
                && phrase.isPresent()
                && (grammar.word(phrase.get().first()).isNumber()
                        || grammar.is(phrase.get().first(), WordClass.NUMERAL));
        if (phrase.isEmpty()
                || sentenced
                || EMPTY_OBJECTS.contains(grammar.word(phrase.get().head()).form())) return Optional.empty();
        return clause(start, "speech.object")
                .map(found ->
                        new ContentFinder.Content(found.first(), found.last(), found.form(), addressee, found.rule()));
    }

    private boolean containsAny(ContentFinder.Content content, Set<String> forms) {
        for (int i = content.first(); i < content.last(); i++) if (grammar.isAny(i, forms)) return true;
        return false;
    }

    /// Up to the next comma or the end of the clause, without the occasion.
    private Optional<ContentFinder.Content> clause(int start, String rule) {
        int end = bounds.beforeNextVerb(start, bounds.contentEnd(start));
        if (rule.equals("speech.object"))
            for (int i = start; i < end; i++) {
                if (grammar.isMark(i, ",") && !grammar.word(i).quoted()) {
                    end = i;
                    break;
                }
            }
        return bounds.content(start, Occasion.trim(grammar, start, end), rule);
    }
}
