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
    private static final Set<String> EMPTY_OBJECTS =
            Set.of("perdón", "disculpas", "excusas", "ayuda", "comment", "anonymity", "it", "him", "her", "them", "so");

    private static final Set<String> ANONYMITY = Set.of(
            "identificado",
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
    private final SpeechLexicon lexicon;

    ContentFinder(Grammar grammar, SpeechLexicon lexicon) {
        this.grammar = grammar;
        this.sentence = grammar.sentence();
        this.lexicon = lexicon;
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
        if (asks && isAnonymity(after, contentEnd(after))) return Optional.empty();
        if (asks) {
            Optional<Content> asked = objectOrInfinitive(cue, after);
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
        return objectOrInfinitive(cue, after);
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
            return content(last + 1, contentEnd(last + 1), "speech.according-to");
        }
        int end = grammar.isMark(first - 1, ",") ? first - 1 : first;
        int start = sentence.first();
        for (int i = end - 1; i > sentence.first(); i--) {
            if (grammar.isMark(i, ";") && !grammar.word(i).quoted()) {
                start = i + 1;
                break;
            }
        }
        return content(start, end, "speech.according-to");
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
            if (led && !hasFiniteVerb(after, quotation.open())) {
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
                boolean relative =
                        i > after && !grammar.isSpanish() && (!hasClause(i + 1) || grammar.isVerb(i + 1));
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
        return hasFiniteVerb(from, contentEnd(from));
    }

    /// A finite verb that no relative pronoun governs, when a preposition opens ("At a meeting, which saw").
    private boolean hasMainVerb(int from, int to) {
        if (!grammar.is(from, WordClass.PREPOSITION)) return hasFiniteVerb(from, to);
        int relative = to;
        for (int i = to - 1; i > from; i--) if (grammar.is(i, WordClass.RELATIVE)) relative = i;
        return hasFiniteVerb(from, relative);
    }

    private boolean hasFiniteVerb(int from, int to) {
        for (int i = from; i < to && sentence.holds(i); i++) {
            if (grammar.isAuxiliary(i)
                    || grammar.findVerb(i)
                            .map(VerbForm::tense)
                            .filter(Tense::isFinite)
                            .isPresent()) return true;
        }
        return false;
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
        int end = beforeContrast(that + 1, contentEnd(that + 1));
        if (cue.act() == SpeechAct.DEMAND && grammar.isSpanish()) end = beforeNextVerb(that + 1, end);
        if (cue.act() == SpeechAct.DEMAND && isAnonymity(that + 1, end)) return Optional.empty();
        return content(that + 1, end, "speech.that-clause")
                .map(found -> new Content(found.first(), found.last(), found.form(), told, found.rule()));
    }

    /// ", but" takes the writer's side again.
    private int beforeContrast(int first, int last) {
        for (int i = first + 3; i < last - 2; i++) {
            boolean contrast = grammar.isMark(i, ",")
                    && grammar.isAny(i + 1, Set.of("but", "pero"))
                    && !grammar.word(i).quoted();
            if (contrast) return i;
        }
        return last;
    }

    /// "Dos líderes fueron asesinados, informó ...", "..., Blinken said".
    private Optional<Content> clauseBefore(int boundary, int verb) {
        if (!grammar.isMark(boundary - 1, ",")) return Optional.empty();
        int end = boundary - 1;
        int start = sentence.first();
        if (end - start < 3 || !hasMainVerb(start, end)) return Optional.empty();
        if (grammar.is(start, WordClass.CONJUNCTION) && !grammar.isSpanish() && complementiser(verb + 1) >= 0)
            return Optional.empty();
        return content(start, end, "speech.clause-then-verb");
    }

    /// English leaves "that" out: "said soldiers beat her husband".
    private Optional<Content> bareClause(int after) {
        int start = skipAdjuncts(after);
        if (!sentence.holds(start) || grammar.isMark(start, ",") || grammar.isMark(start, ".")) return Optional.empty();
        int end = contentEnd(start);
        boolean parenthetical =
                grammar.is(start, "to") || grammar.isVerb(start) && !grammar.is(start, WordClass.NEGATION);
        if (parenthetical || !hasFiniteVerb(start, end)) return Optional.empty();
        return content(start, end, "speech.bare-clause");
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

    private Optional<Content> objectOrInfinitive(SpeechCue cue, int after) {
        int start = after;
        Slot addressee = null;
        if (cue.takes("a") || cue.takes("toinf") || cue.takes("dos")) {
            if (grammar.isAny(start, Set.of("a", "al"))) {
                Optional<Content> addressed = addressedTo(cue, start);
                if (addressed.isPresent()) return addressed;
            } else if (!cue.takes("np") && !cue.takes("inf") && grammar.isSpanish()) return Optional.empty();
        }
        if (cue.takes("dos") && !grammar.isSpanish())
            return content(start, contentEnd(start), "speech.accusation")
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
        if (cue.takes("inf") && infinitiveAt(start) > 0) return clause(infinitiveAt(start), "speech.infinitive");
        if (cue.takes("putat") && grammar.is(start, "the"))
            return clause(start, "speech.object").filter(found -> containsAny(found, Set.of("at")));
        if (cue.takes("coninf") && grammar.is(start, "con")) return clause(start + 1, "speech.infinitive");
        boolean deed = !grammar.isSpanish()
                && cue.takes("np")
                && grammar.findVerb(start)
                        .map(VerbForm::tense)
                        .filter(Tense.GERUND::equals)
                        .isPresent();
        if (deed) return clause(start, "speech.object");
        return cue.takes("np") ? object(skipDay(start), addressee) : Optional.empty();
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

    /// "pidió a la Fiscalía revisar ...", "llamó a los grupos armados a cesar ...", "acusó a la policía de ...".
    private Optional<Content> addressedTo(SpeechCue cue, int preposition) {
        Optional<NounPhrase> whom =
                grammar.findPhraseFrom(grammar.is(preposition, "al") ? preposition : preposition + 1);
        if (whom.isEmpty()) return Optional.empty();
        int last = whom.get().last();
        Slot addressee = grammar.text().slot(whom.get().first(), last);
        if (cue.takes("toinf") || cue.takes("dos"))
            return content(
                            preposition + 1,
                            contentEnd(preposition + 1),
                            cue.takes("dos") ? "speech.accusation" : "speech.demand")
                    .filter(found -> cue.takes("dos") || grammar.is(last, "a"));
        int start = infinitiveAt(last) > 0
                ? infinitiveAt(last)
                : cue.act() == SpeechAct.DEMAND ? objectBehindAddressee(whom.get()) : -1;
        if (start < 0)
            return cue.takes("np") && !cue.takes("que") || cue.verb().equals("señalar")
                    ? clause(preposition, "speech.object")
                    : Optional.empty();
        return content(start, contentEnd(start), "speech.demand")
                .map(found -> new Content(found.first(), found.last(), found.form(), addressee, found.rule()));
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

    private Optional<Content> object(int start, @Nullable Slot addressee) {
        if (!sentence.holds(start)
                || grammar.isMark(start, ",")
                || grammar.isMark(start, ".")
                || grammar.word(start).is(WordClass.PREPOSITION) && !grammar.is(start, "a")) return Optional.empty();
        Optional<NounPhrase> phrase = grammar.findPhraseFrom(grammar.is(start, "a") ? start + 1 : start);
        boolean sentenced = grammar.is(start, "a")
                && phrase.isPresent()
                && (grammar.word(phrase.get().first()).isNumber()
                        || grammar.is(phrase.get().first(), WordClass.NUMERAL));
        if (phrase.isEmpty()
                || sentenced
                || EMPTY_OBJECTS.contains(grammar.word(phrase.get().head()).form())) return Optional.empty();
        return clause(start, "speech.object")
                .map(found -> new Content(found.first(), found.last(), found.form(), addressee, found.rule()));
    }

    private boolean containsAny(Content content, Set<String> forms) {
        for (int i = content.first(); i < content.last(); i++) if (grammar.isAny(i, forms)) return true;
        return false;
    }

    /// Up to the next comma or the end of the clause, without the occasion.
    private Optional<Content> clause(int start, String rule) {
        int end = beforeNextVerb(start, contentEnd(start));
        if (rule.equals("speech.object"))
            for (int i = start; i < end; i++) {
                if (grammar.isMark(i, ",") && !grammar.word(i).quoted()) {
                    end = i;
                    break;
                }
            }
        return content(start, Occasion.trim(grammar, start, end), rule);
    }

    /// An object ends where the same subject does something else: "pleaded for his release and offered to mediate".
    private int beforeNextVerb(int first, int last) {
        for (int i = first + 1; i < last - 1; i++) {
            boolean joined =
                    grammar.is(i, WordClass.COORDINATOR) && !grammar.word(i).quoted();
            if (joined
                    && grammar.findVerb(i + 1)
                            .map(VerbForm::tense)
                            .filter(Tense.PAST::equals)
                            .isPresent()) return i;
        }
        return last;
    }

    /// Where content that begins at a word ends: with the sentence, or before the same speaker's next cue.
    private int contentEnd(int start) {
        int end = sentence.last();
        while (end > start && (grammar.word(end - 1).kind() == Word.Kind.PUNCTUATION)) end--;
        for (int i = start + 1; i < end; i++) {
            if (grammar.word(i).quoted()) continue;
            if (grammar.isMark(i, ";")) return i;
            if (isNextCue(i)) {
                int cut = grammar.verbGroupStart(i);
                while (cut > start && (grammar.is(cut - 1, WordClass.COORDINATOR) || grammar.isMark(cut - 1, ",")))
                    cut--;
                if (cut > start) return cut;
            }
        }
        return end;
    }

    /// "... y exigió", ", acknowledging that", ", describing": the same speaker goes on with another verb of speech.
    private boolean isNextCue(int at) {
        Optional<VerbForm> form = grammar.findVerb(at);
        if (form.isEmpty() || lexicon.find(form.get().lemma()).isEmpty()) return false;
        int group = grammar.verbGroupStart(at);
        boolean joined = sentence.holds(group - 1)
                && grammar.is(group - 1, WordClass.COORDINATOR)
                && (form.get().tense() == Tense.PAST || form.get().tense() == Tense.PRESENT);
        boolean gerund = form.get().tense() == Tense.GERUND && grammar.isMark(group - 1, ",");
        return joined || gerund;
    }

    private Optional<Content> content(int first, int last, String rule) {
        int start = first;
        int end = last;
        while (start < end && grammar.word(start).kind() == Word.Kind.PUNCTUATION) start++;
        while (end > start && grammar.word(end - 1).kind() == Word.Kind.PUNCTUATION && !endsQuotation(end - 1)) end--;
        if (end - start < 1) return Optional.empty();
        return Optional.of(new Content(start, end, formOf(start, end), null, rule));
    }

    private boolean endsQuotation(int at) {
        return grammar.word(at).quoted();
    }

    private Form formOf(int first, int last) {
        boolean any = false;
        for (Quotation quotation : sentence.quotes()) any |= first <= quotation.open() && quotation.open() < last;
        if (!any) return Form.INDIRECT;
        boolean whole = grammar.word(first).kind() == Word.Kind.OPENING_QUOTE
                && grammar.word(last - 1).kind() == Word.Kind.CLOSING_QUOTE;
        return whole ? Form.DIRECT : Form.MIXED;
    }
}
