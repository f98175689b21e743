package org.constancia.text.extract.resolve;

import java.util.Optional;
import java.util.Set;
import org.constancia.text.extract.lexicon.Tense;
import org.constancia.text.extract.lexicon.VerbForm;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.phrase.NounPhrase;
import org.constancia.text.extract.segment.Word;

/// Finds the subject of a verb: before it, before an apposition or relative clause between commas, behind it
/// ("afirmó Molano"), or that of the verb it is joined to ("... and called on").
public final class SubjectFinder {
    /// Where the subject stands.
    public enum Side {
        LEFT,
        RIGHT,
        JOINED
    }

    /// @param boundary index of the first word of subject and verb together
    public record Subject(NounPhrase phrase, Side side, int boundary) {}

    private static final Set<String> DAY_WORDS = Set.of(
            "ayer",
            "hoy",
            "anoche",
            "yesterday",
            "today",
            "tonight",
            "también",
            "also",
            "later",
            "luego",
            "después",
            "entonces",
            "then");
    private static final Set<String> DAY_OPENERS =
            Set.of("el", "este", "on", "this", "last", "pasado", "late", "early", "the", "la");

    private static final Set<String> BELONGING = Set.of("from", "for", "at", "with");

    private static final Set<String> SUBORDINATORS = Set.of(
            "when",
            "who",
            "that",
            "which",
            "while",
            "because",
            "after",
            "before",
            "as",
            "cuando",
            "que",
            "quien",
            "porque",
            "mientras",
            "donde");

    private static final Set<String> BOUNDS = Set.of("at", "least", "about", "some", "al", "menos", "unos", "unas");

    private static final Set<String> ADDRESSING = Set.of("a", "al", "ante", "en", "durante");

    private static final Set<String> INSERTION_OPENERS = Set.of(
            "de",
            "a",
            "an",
            "por",
            "the",
            "en",
            "sin",
            "however",
            "meanwhile",
            "speaking",
            "quien",
            "whose",
            "también",
            "in",
            "for");

    private final Grammar grammar;
    private final EntityTable table;
    private final MentionResolver resolver;

    public SubjectFinder(Grammar grammar, EntityTable table, MentionResolver resolver) {
        this.grammar = grammar;
        this.table = table;
        this.resolver = resolver;
    }

    /// The subject of a finite verb.
    public Optional<Subject> find(int verb) {
        int group = grammar.verbGroupStart(verb);
        int before = skipDaysLeft(group - 1);
        if (grammar.findVerb(verb)
                        .map(VerbForm::tense)
                        .filter(Tense.GERUND::equals)
                        .isPresent()
                && group == verb) return joined(verb, group);
        if (!grammar.sentence().holds(before)) return findRight(verb);
        Word word = grammar.word(before);
        if (word.is(WordClass.COORDINATOR)) return joined(verb, group);
        if (word.isMark(",")
                || word.kind() == Word.Kind.CLOSING_QUOTE
                || word.isMark("–")
                || word.isMark("—")
                || word.isMark(")")) return betweenCommas(verb, before);
        if (word.is(WordClass.RELATIVE)) return relative(before, group);
        Optional<NounPhrase> left = actorUpTo(before);
        if (left.isPresent()) return left.map(phrase -> new Subject(phrase, Side.LEFT, phrase.first()));
        Optional<Subject> described = beforeRelative(before);
        if (described.isPresent()) return described;
        return grammar.isSpanish() ? findRight(verb) : Optional.empty();
    }

    /// "A teacher who asked not to be named said": back over the relative clause.
    private Optional<Subject> beforeRelative(int last) {
        for (int i = last; i > last - 14 && grammar.sentence().holds(i - 1); i--) {
            if (grammar.word(i).kind() != Word.Kind.WORD) return Optional.empty();
            boolean opens = grammar.isAny(i, Set.of("who", "que", "quien"));
            if (!opens) continue;
            return actorUpTo(i - 1).map(phrase -> new Subject(phrase, Side.LEFT, phrase.first()));
        }
        return Optional.empty();
    }

    /// "Seven villagers from the Dunmere valley", "a spokesman for the army": who stands before the preposition
    /// acts.
    private NounPhrase whole(NounPhrase phrase) {
        int preposition = phrase.first() - 1;
        if (!grammar.isAny(preposition, BELONGING)) return phrase;
        return grammar.findPhraseUpTo(preposition - 1)
                .filter(outer -> resolver.isPeople(grammar, outer))
                .orElse(phrase);
    }

    private Optional<NounPhrase> actorUpTo(int last) {
        return innerActorUpTo(last).map(this::whole);
    }

    private Optional<NounPhrase> innerActorUpTo(int last) {
        Optional<Name> name = table.findNameAt(last).filter(found -> found.last() == last + 1);
        if (name.isPresent()) {
            int first = name.get().wholeFirst();
            NounPhrase named = new NounPhrase(
                    first, coreFrom(first), name.get().last() - 1, name.get().last());
            Optional<NounPhrase> wider = grammar.findPhraseUpTo(last).filter(phrase -> phrase.first() < first);
            return Optional.of(wider.orElse(named));
        }
        return grammar.findPhraseUpTo(last).filter(phrase -> resolver.isActor(grammar, phrase));
    }

    private int coreFrom(int first) {
        return grammar.is(first, WordClass.DETERMINER) ? first + 1 : first;
    }

    private Optional<Subject> betweenCommas(int verb, int mark) {
        Optional<Name> described = grammar.isMark(mark, ",") ? describedNameBefore(mark) : Optional.empty();
        if (described.isPresent()) {
            Name name = described.get();
            NounPhrase phrase =
                    new NounPhrase(name.wholeFirst(), coreFrom(name.wholeFirst()), name.last() - 1, name.last());
            NounPhrase whole = grammar.findPhraseUpTo(name.last() - 1)
                    .filter(wider -> wider.first() < phrase.first() && resolver.isPeople(grammar, wider))
                    .filter(wider -> grammar.isAny(phrase.first() - 1, Set.of("of", "de", "del")))
                    .orElse(phrase);
            return Optional.of(new Subject(whole, Side.LEFT, whole.first()));
        }
        Optional<Subject> inserted = grammar.isMark(mark, ",") ? beforeInsertion(mark) : Optional.empty();
        if (inserted.isPresent() && !grammar.isSpanish()) return inserted;
        Optional<Subject> right = findRight(verb);
        return right.isPresent() ? right : inserted;
    }

    /// The name with a role that ends at a comma: "la directora, Amparo Gutiérrez," or "Amparo Gutiérrez,
    /// directora,".
    private Optional<Name> describedNameBefore(int comma) {
        Optional<Name> ending = table.findNameAt(comma - 1)
                .filter(name -> name.last() == comma
                        && (holdsComma(name.wholeFirst(), name.first())
                                || name.kind() == Name.Kind.PERSON && grammar.isMark(name.wholeFirst() - 1, ",")));
        if (ending.isPresent()) return ending;
        for (int i = comma - 1; i > comma - 16 && grammar.sentence().holds(i); i--) {
            Optional<Name> name =
                    table.findNameAt(i).filter(found -> found.wholeLast() == comma && found.wholeLast() > found.last());
            if (name.isPresent()) return name;
        }
        return Optional.empty();
    }

    private boolean holdsComma(int first, int last) {
        for (int i = first; i < last; i++) if (grammar.isMark(i, ",")) return true;
        return false;
    }

    /// "Ernesto Tlapa, whose son is among the missing, said": back over the insertion to the comma that opens
    /// it.
    private Optional<Subject> beforeInsertion(int comma) {
        for (int i = comma - 1; i > comma - 30 && grammar.sentence().holds(i - 1); i--) {
            if (grammar.word(i).isQuoteMark()) return Optional.empty();
            if (!grammar.isMark(i, ",")) continue;
            boolean opens = grammar.is(i + 1, WordClass.RELATIVE)
                    || grammar.word(i + 1).isNumber()
                    || grammar.isAny(i + 1, INSERTION_OPENERS)
                    || Grammar.isNoun(grammar.word(i + 1))
                    || table.findNameAt(i + 1).isPresent()
                    || grammar.findVerb(i + 1)
                            .map(VerbForm::tense)
                            .filter(Tense.PARTICIPLE::equals)
                            .isPresent();
            Optional<NounPhrase> phrase = opens ? actorUpTo(i - 1) : Optional.empty();
            if (phrase.isPresent())
                return Optional.of(
                        new Subject(phrase.get(), Side.LEFT, phrase.get().first()));
        }
        return Optional.empty();
    }

    private Optional<Subject> relative(int pronoun, int group) {
        int last = grammar.isMark(pronoun - 1, ",") ? pronoun - 2 : pronoun - 1;
        if (!grammar.sentence().holds(last)) return Optional.empty();
        return actorUpTo(last).map(phrase -> new Subject(phrase, Side.LEFT, group));
    }

    /// The subject of the finite verb before this one; behind a comma that of the main clause.
    private Optional<Subject> joined(int verb, int group) {
        boolean apart = grammar.isMark(group - 2, ",") && grammar.is(group - 1, WordClass.COORDINATOR);
        Optional<Subject> nearest = Optional.empty();
        for (int i = group - 1; grammar.sentence().holds(i); i--) {
            if (grammar.word(i).quoted()) continue;
            boolean finite = grammar.findVerb(i)
                            .map(VerbForm::tense)
                            .filter(Tense::isFinite)
                            .isPresent()
                    || grammar.isAuxiliary(i);
            if (!finite) continue;
            Optional<Subject> subject = find(i);
            boolean main = !apart || subject.isPresent() && !isSubordinate(subject.get());
            if (subject.isPresent() && nearest.isEmpty()) nearest = subject;
            if (subject.isPresent() && main)
                return Optional.of(new Subject(subject.get().phrase(), Side.JOINED, group));
            int start = grammar.verbGroupStart(i);
            if (grammar.sentence().holds(start - 1) && grammar.word(start - 1).is(WordClass.COORDINATOR)) i = start;
        }
        return nearest.map(found -> new Subject(found.phrase(), Side.JOINED, group));
    }

    /// "named 41 officers who were present when nine inmates died, and called for": the inmates did not call.
    private boolean isSubordinate(Subject subject) {
        int before = subject.phrase().first() - 1;
        while (grammar.isAny(before, BOUNDS)) before--;
        boolean contact = grammar.word(subject.phrase().head()).is(WordClass.PRONOUN) && grammar.isNominal(before);
        return contact || grammar.isAny(before, SUBORDINATORS);
    }

    /// The subject behind the verb: "dijo el miércoles el ministro", "said Neris Palomino".
    private Optional<Subject> findRight(int verb) {
        int start = skipDaysRight(verb + 1);
        if (grammar.isSpanish()) start = skipAddressee(start);
        if (!grammar.sentence().holds(start)
                || grammar.is(start, WordClass.PREPOSITION)
                        && !grammar.word(start).isCapitalised()) return Optional.empty();
        Optional<NounPhrase> phrase =
                grammar.findPhraseFrom(start).filter(found -> resolver.isActorHead(grammar, found));
        if (phrase.isEmpty()) return Optional.empty();
        NounPhrase whole = withApposition(phrase.get());
        return Optional.of(new Subject(whole, Side.RIGHT, grammar.verbGroupStart(verb)));
    }

    /// Behind "a la prensa", "en rueda de prensa" when somebody follows who can have said it: "dijo a la prensa
    /// Óscar".
    private int skipAddressee(int start) {
        if (!grammar.isAny(start, ADDRESSING) || grammar.word(start).isCapitalised()) return start;
        Optional<NounPhrase> whom = grammar.findPhraseFrom(start + 1);
        if (whom.isEmpty()) return start;
        int behind = whom.get().last();
        for (int i = whom.get().core() + 1; i < behind; i++) {
            int at = i;
            boolean another = !grammar.isAny(i - 1, Set.of("de", "del", "la", "el"))
                    && table.findNameAt(i)
                            .filter(name -> name.wholeFirst() == at)
                            .isPresent();
            if (another) behind = i;
        }
        int next = skipDaysRight(behind);
        boolean somebody = grammar.sentence().holds(next)
                && grammar.findPhraseFrom(next)
                        .filter(found -> resolver.isActorHead(grammar, found))
                        .isPresent();
        return somebody ? next : start;
    }

    /// The phrase with the name that explains it: "el ministro de Defensa, Diego Molano".
    public NounPhrase withApposition(NounPhrase phrase) {
        int last = phrase.last();
        Optional<Name> apposed = grammar.isMark(last, ",") ? table.findNameAt(last + 1) : Optional.empty();
        boolean explains = apposed.isPresent()
                && apposed.get().wholeFirst() >= phrase.first()
                && apposed.get().wholeFirst() < last;
        return explains
                ? new NounPhrase(
                        phrase.first(),
                        phrase.core(),
                        phrase.head(),
                        apposed.get().last())
                : phrase;
    }

    private int skipDaysLeft(int from) {
        int at = from;
        while (grammar.sentence().holds(at)) {
            Word word = grammar.word(at);
            if (DAY_WORDS.contains(word.form())) at--;
            else if (word.is(WordClass.WEEKDAY)) {
                at--;
                while (grammar.sentence().holds(at)
                        && DAY_OPENERS.contains(grammar.word(at).form())) at--;
            } else break;
        }
        return at;
    }

    private int skipDaysRight(int from) {
        int at = from;
        while (grammar.sentence().holds(at)) {
            if (DAY_WORDS.contains(grammar.word(at).form())) {
                at++;
                continue;
            }
            int day = at;
            while (grammar.sentence().holds(day)
                    && DAY_OPENERS.contains(grammar.word(day).form())) day++;
            if (!grammar.is(day, WordClass.WEEKDAY)) break;
            at = day + 1;
        }
        return at;
    }
}
