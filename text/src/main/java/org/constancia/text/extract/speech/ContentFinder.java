package org.constancia.text.extract.speech;

import java.util.Optional;
import java.util.Set;
import org.constancia.text.extract.Candidate.Form;
import org.constancia.text.extract.Candidate.SpeechAct;
import org.constancia.text.extract.Slot;
import org.constancia.text.extract.lexicon.Tense;
import org.constancia.text.extract.lexicon.VerbForm;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.phrase.NounPhrase;
import org.constancia.text.extract.resolve.SubjectFinder.Side;
import org.constancia.text.extract.segment.Sentence;
import org.constancia.text.extract.segment.Sentence.Quotation;
import org.constancia.text.extract.segment.Word;
import org.jspecify.annotations.Nullable;

/// What a verb of speech has as content: the quotation or clause before it, after "que" / "that" or a colon, a bare
/// clause, an object, an infinitive.
final class ContentFinder {
    /// Words `[first, last)` that were said.
    record Content(int first, int last, Form form, @Nullable Slot addressee, String rule) {
        static Content direct(Quotation quotation) {
            return new Content(quotation.open(), quotation.close() + 1, Form.DIRECT, null, "speech.quotation");
        }
    }

    private static final int LONGEST_WAY_TO_THAT = 14;
    private static final Set<String> ANONYMITY = Set.of(
            "identificado",
            "reserva",
            "identificada",
            "identificados",
            "nombrado",
            "nombrada",
            "anonimato",
            "anonymity",
            "anonymous",
            "identified",
            "named",
            "unnamed");
    private static final Set<String> PUNISHMENTS = Set.of("prisión", "cadena", "muerte", "death", "life", "prison");
    private final Grammar grammar;
    private final Sentence sentence;
    private final ContentBounds bounds;
    private final ObjectContents objects;

    ContentFinder(Grammar grammar, SpeechLexicon lexicon) {
        this.grammar = grammar;
        this.sentence = grammar.sentence();
        this.bounds = new ContentBounds(grammar, lexicon);
        this.objects = new ObjectContents(grammar, bounds);
    }

    /// The content of a verb of speech.
    ///
    /// @param boundary first word of subject and verb together; content before ends there
    /// @param after first word behind the verb and a subject behind it
    /// @param side where the subject stands, null when it has none
    Optional<Content> of(SpeechCue cue, int verb, int boundary, int after, @Nullable Side side) {
        if (cue.act() == SpeechAct.CONDEMN && isSentence(after)) return Optional.empty();
        Optional<Content> quoted = quotationBefore(boundary).or(() -> quotationAfter(after));
        if (quoted.isPresent() && quoted.get().rule().equals("speech.quotation-then-verb")) return quoted;
        if (side == Side.RIGHT && cueTakesClause(cue)) {
            Optional<Content> before = clauseBefore(boundary, verb);
            if (before.isPresent()) return before;
        }
        int that = complementiser(after);
        if (that >= 0 && (cueTakesClause(cue) || leadsWith(cue, that))) return afterThat(cue, that, after);
        if (quoted.isPresent()) return quoted;
        boolean asks = cue.act() == SpeechAct.DEMAND && !grammar.isMark(after, ",");
        if (asks && isAnonymity(after, bounds.contentEnd(after))) return Optional.empty();
        if (asks) {
            Optional<Content> asked = objects.find(cue, after);
            if (asked.isPresent()) return asked;
        }
        if (side != Side.JOINED && cueTakesClause(cue)) {
            Optional<Content> before = clauseBefore(boundary, verb);
            if (before.isPresent()) return before;
        }
        if (!grammar.isSpanish() && cue.takes("that")) {
            Optional<Content> bare = bareClause(after);
            if (bare.isPresent()) return bare;
        }
        return objects.find(cue, after);
    }

    /// "condenó el lunes al exalcalde a 22 años", "condemned him to death": a court's sentence, not an opinion.
    private boolean isSentence(int after) {
        for (int i = after; i < after + LONGEST_WAY_TO_THAT && sentence.holds(i); i++) {
            if (grammar.word(i).kind() == Word.Kind.PUNCTUATION) return false;
            boolean measure = grammar.isAny(i, Set.of("a", "to"))
                    && sentence.holds(i + 1)
                    && (grammar.word(i + 1).isNumber()
                            || grammar.is(i + 1, WordClass.NUMERAL)
                            || grammar.isAny(i + 1, PUNISHMENTS));
            if (measure) return true;
        }
        return false;
    }

    /// "pidió no ser identificado", "asked not to be named": about the report itself.
    private boolean isAnonymity(int from, int to) {
        int end = Math.min(to, from + 8);
        for (int i = from; i < end; i++) if (grammar.isAny(i, ANONYMITY)) return true;
        return false;
    }

    /// "found that ...", "described how ...": verbs that report only with this word behind them.
    private boolean leadsWith(SpeechCue cue, int that) {
        return cue.takes("thatonly") && grammar.is(that, WordClass.COMPLEMENTISER)
                || cue.takes("how") && grammar.is(that + 1, "how");
    }

    private static boolean cueTakesClause(SpeechCue cue) {
        return cue.takes("que") || cue.takes("that");
    }

    /// What stands beside a source phrase `[first, last)`: the clause behind its comma, or the clause before it.
    Optional<Content> aroundSource(int first, int last) {
        boolean opens = first == sentence.first()
                || grammar.isMark(first - 1, ":")
                || first - sentence.first() <= 2
                        && !grammar.isVerb(sentence.first())
                        && grammar.is(sentence.first(), WordClass.CONJUNCTION);
        if (opens) {
            if (!grammar.isMark(last, ",")) return Optional.empty();
            return bounds.content(last + 1, bounds.contentEnd(last + 1), "speech.according-to");
        }
        int end = grammar.isMark(first - 1, ",") ? first - 1 : first;
        int start = sentence.first();
        for (int i = end - 1; i > sentence.first(); i--) {
            if (grammar.isMark(i, ";") && !grammar.word(i).quoted()) {
                start = i + 1;
                break;
            }
        }
        return bounds.content(start, end, "speech.according-to");
    }

    private Optional<Content> quotationBefore(int boundary) {
        int end = boundary;
        if (grammar.isMark(end - 1, ",")) end--;
        if (grammar.isMark(end - 1, "–") || grammar.isMark(end - 1, "—")) end--;
        if (!sentence.holds(end - 1) || grammar.word(end - 1).kind() != Word.Kind.CLOSING_QUOTE)
            return Optional.empty();
        int start = sentence.first();
        Optional<Quotation> last = Optional.empty();
        for (Quotation quotation : sentence.quotes()) {
            if (quotation.close() == end - 1) last = Optional.of(quotation);
        }
        if (last.isEmpty()) return Optional.empty();
        boolean whole = last.get().open() == start
                || grammar.isMark(last.get().open() - 1, ".")
                || grammar.isMark(last.get().open() - 1, ":")
                || last.get().open() - start <= 1;
        int first = whole ? last.get().open() : start;
        int close = end;
        for (Quotation later : sentence.quotes())
            if (whole && later.open() > end && later.length() >= 3) close = later.close() + 1;
        Form form = whole ? Form.DIRECT : Form.MIXED;
        return Optional.of(new Content(first, close, form, null, "speech.quotation-then-verb"));
    }

    private Optional<Content> quotationAfter(int after) {
        for (Quotation quotation : sentence.quotes()) {
            if (quotation.open() < after || quotation.open() > after + 12) continue;
            boolean led = quotation.open() == after
                    || grammar.isMark(quotation.open() - 1, ":")
                    || grammar.isMark(quotation.open() - 1, ",");
            if (led && !bounds.hasFiniteVerb(after, quotation.open())) {
                return Optional.of(new Content(
                        quotation.open(), quotation.close() + 1, Form.DIRECT, null, "speech.verb-then-quotation"));
            }
        }
        return Optional.empty();
    }

    /// Index of "que" / "that" behind the verb, with only an addressee, a day or a place in between; -1 without.
    private int complementiser(int after) {
        if (grammar.isSpanish() && !leadsToClause(after)) return -1;
        for (int i = after; i < after + LONGEST_WAY_TO_THAT && sentence.holds(i); i++) {
            if (grammar.word(i).isQuoteMark() || grammar.isMark(i, ":") || grammar.isMark(i, ";")) return -1;
            if (!grammar.isSpanish() && grammar.isAny(i, Set.of("how", "whether"))) return hasClause(i) ? i - 1 : -1;
            if (grammar.word(i).is(WordClass.COMPLEMENTISER)) {
                boolean relative = i > after && !grammar.isSpanish() && (!hasClause(i + 1) || grammar.isVerb(i + 1));
                return relative ? -1 : i;
            }
            if (grammar.isMark(i, ",") && i > after + 8) return -1;
            boolean finite = grammar.findVerb(i)
                    .map(VerbForm::tense)
                    .filter(Tense::isFinite)
                    .isPresent();
            if (finite) return -1;
        }
        return -1;
    }

    /// Right behind the verb "que", or an addressee, place or day; an object there makes a later "que" a relative.
    private boolean leadsToClause(int after) {
        if (!sentence.holds(after)) return false;
        boolean judged = grammar.is(after + 1, WordClass.COMPLEMENTISER)
                && grammar.findVerb(after)
                        .map(VerbForm::tense)
                        .filter(Tense.PARTICIPLE::equals)
                        .isPresent();
        return judged
                || grammar.is(after, WordClass.COMPLEMENTISER)
                || grammar.is(after, WordClass.PREPOSITION)
                || grammar.is(after, WordClass.ADVERB)
                || grammar.is(after, WordClass.WEEKDAY)
                || grammar.is(after + 1, WordClass.WEEKDAY)
                || grammar.is(after + 2, WordClass.WEEKDAY)
                || grammar.isMark(after, ",");
    }

    private boolean hasClause(int from) {
        return bounds.hasFiniteVerb(from, bounds.contentEnd(from));
    }

    /// A finite verb that no relative pronoun governs, when a preposition opens ("At a meeting, which saw").
    private boolean hasMainVerb(int from, int to) {
        if (!grammar.is(from, WordClass.PREPOSITION)) return bounds.hasFiniteVerb(from, to);
        int relative = to;
        for (int i = to - 1; i > from; i--) if (grammar.is(i, WordClass.RELATIVE)) relative = i;
        return bounds.hasFiniteVerb(from, relative);
    }

    private Optional<Content> afterThat(SpeechCue cue, int that, int after) {
        Slot addressee = null;
        int start = grammar.isAny(after, Set.of("a", "al")) ? after + 1 : after;
        if (start < that) {
            Optional<NounPhrase> phrase =
                    grammar.findPhraseFrom(start).filter(found -> found.last() <= that && found.head() < that);
            if (phrase.isPresent() && (start > after || !grammar.isSpanish()))
                addressee =
                        grammar.text().slot(phrase.get().first(), phrase.get().last());
        }
        Slot told = addressee;
        int end = bounds.beforeContrast(that + 1, bounds.contentEnd(that + 1));
        if (cue.act() == SpeechAct.DEMAND && grammar.isSpanish()) end = bounds.beforeNextVerb(that + 1, end);
        if (cue.act() == SpeechAct.DEMAND && isAnonymity(that + 1, end)) return Optional.empty();
        return bounds.content(that + 1, end, "speech.that-clause")
                .map(found -> new Content(found.first(), found.last(), found.form(), told, found.rule()));
    }

    /// "Dos líderes fueron asesinados, informó ...", "..., Blinken said".
    private Optional<Content> clauseBefore(int boundary, int verb) {
        if (!grammar.isMark(boundary - 1, ",")) return Optional.empty();
        int end = boundary - 1;
        int start = sentence.first();
        if (end - start < 3 || !hasMainVerb(start, end)) return Optional.empty();
        if (grammar.is(start, WordClass.CONJUNCTION) && !grammar.isSpanish() && complementiser(verb + 1) >= 0)
            return Optional.empty();
        return bounds.content(start, end, "speech.clause-then-verb");
    }

    /// English leaves "that" out: "said soldiers beat her husband".
    private Optional<Content> bareClause(int after) {
        int start = skipAdjuncts(after);
        if (!sentence.holds(start) || grammar.isMark(start, ",") || grammar.isMark(start, ".")) return Optional.empty();
        int end = bounds.contentEnd(start);
        boolean parenthetical =
                grammar.is(start, "to") || grammar.isVerb(start) && !grammar.is(start, WordClass.NEGATION);
        if (parenthetical || !bounds.hasFiniteVerb(start, end)) return Optional.empty();
        return bounds.content(start, end, "speech.bare-clause");
    }

    /// "on Friday", "in a statement", "to reporters" between verb and clause.
    private int skipAdjuncts(int from) {
        int at = from;
        while (sentence.holds(at)) {
            boolean adjunct = grammar.isAny(at, Set.of("on", "in", "at", "to", "during", "after"))
                    && !grammar.word(at).quoted();
            if (!adjunct) break;
            Optional<NounPhrase> phrase = grammar.findPhraseFrom(at + 1);
            if (phrase.isEmpty()) break;
            int next = phrase.get().last();
            if (grammar.isVerb(next)) {
                boolean participle = grammar.findVerb(next).isPresent()
                        && (grammar.is(next + 1, WordClass.PREPOSITION))
                        && !grammar.isAuxiliary(next);
                if (!participle) break;
                next = grammar.findPhraseFrom(next + 2).map(NounPhrase::last).orElse(next);
            }
            at = next;
        }
        return at;
    }
}
