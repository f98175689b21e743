package org.constancia.text.extract.commitment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.constancia.text.extract.Candidate.SpeechAct;
import org.constancia.text.extract.lexicon.Language;
import org.constancia.text.extract.lexicon.LexiconFile;
import org.constancia.text.extract.lexicon.Tense;
import org.constancia.text.extract.lexicon.VerbForm;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.resolve.Mention;
import org.constancia.text.extract.speech.Utterance;

/// Finds what officials bind themselves to: a promise by its verb, an announcement in the future, the future of one's
/// own institution, a declared policy ("cero tolerancia"), a vow in their own words ("les prometo").
///
/// "Will not tolerate" is a stance, "wants to" an intent, and what others should do a demand: none of them commits.
public final class CommitmentFinder {
    /// Words `[first, last)` that were promised; the contrast follows as `[contrastFirst, contrastLast)`, empty when
    /// there is none.
    public record Promise(
            Utterance utterance, Mention by, int first, int last, int contrastFirst, int contrastLast, String rule) {
        public boolean hasContrast() {
            return contrastLast > contrastFirst;
        }
    }

    private record Words(List<String> policies, List<String> vows, Set<String> self, Set<String> stances) {}

    private final Map<Language, Words> words = new EnumMap<>(Language.class);

    public CommitmentFinder() {
        for (Language language : Language.values()) {
            Map<String, List<String>> sections = LexiconFile.sections(language.code() + "/commitments.txt");
            words.put(
                    language,
                    new Words(
                            sections.getOrDefault("policy", List.of()),
                            sections.getOrDefault("vow", List.of()),
                            Set.copyOf(sections.getOrDefault("self", List.of())),
                            Set.copyOf(sections.getOrDefault("stance", List.of()))));
        }
    }

    public List<Promise> find(List<Utterance> utterances, Map<Integer, Grammar> grammars) {
        List<Promise> promises = new ArrayList<>();
        for (Utterance utterance : utterances) {
            Grammar grammar = grammars.get(utterance.sentence().first());
            if (grammar != null) promiseIn(utterance, grammar).ifPresent(promises::add);
        }
        return promises;
    }

    private Optional<Promise> promiseIn(Utterance utterance, Grammar grammar) {
        Mention by = utterance.speaker();
        Words lexicon = words.get(grammar.sentence().lexicon().language());
        if (by == null || lexicon == null) return Optional.empty();
        if (utterance.act() == SpeechAct.DEMAND
                || utterance.act() == SpeechAct.DENY
                || utterance.act() == SpeechAct.CONDEMN) return Optional.empty();
        if (utterance.act() == SpeechAct.PROMISE && isPromiser(by))
            return Optional.of(
                    promise(utterance, by, grammar, utterance.first(), utterance.last(), "commitment.promise-verb"));
        if (!by.official()) return Optional.empty();
        if (says(lexicon.policies(), utterance, grammar))
            return Optional.of(
                    promise(utterance, by, grammar, utterance.first(), utterance.last(), "commitment.policy"));
        if (says(lexicon.vows(), utterance, grammar))
            return Optional.of(promise(utterance, by, grammar, utterance.first(), utterance.last(), "commitment.vow"));
        return ownFuture(utterance, grammar, lexicon)
                .map(first -> promise(utterance, by, grammar, first, utterance.last(), "commitment.own-future"));
    }

    private static boolean isPromiser(Mention by) {
        return by.official() || by.entity() != null;
    }

    private static boolean says(List<String> phrases, Utterance utterance, Grammar grammar) {
        String said = grammar.text().textOf(utterance.first(), utterance.last()).toLowerCase(java.util.Locale.ROOT);
        return phrases.stream().anyMatch(said::contains);
    }

    /// First word of the clause in which the speaker or the speaker's institution is the one who will.
    private static Optional<Integer> ownFuture(Utterance utterance, Grammar grammar, Words lexicon) {
        int clause = utterance.first();
        for (int i = utterance.first(); i < utterance.last(); i++) {
            if (grammar.isMark(i, ".") || grammar.isMark(i, ";")) clause = i + 1;
            boolean conditional = grammar.isAny(i, Set.of("if", "si", "cuando", "when"));
            if (conditional) return Optional.empty();
            if (!isFuture(grammar, i)) continue;
            int verb = mainVerb(grammar, i, utterance.last());
            boolean stance = lexicon.stances().contains(grammar.word(verb).form())
                    || lexicon.stances()
                            .contains(
                                    grammar.findVerb(verb).map(VerbForm::lemma).orElse(""));
            if (stance || isNegatedNear(grammar, i)) continue;
            boolean own = isFirstPerson(grammar, i)
                    || ownSubject(grammar, clause, i, lexicon)
                    || utterance.act() == SpeechAct.ANNOUNCE && !isOfAnother(grammar, clause, i)
                    || subjectDropped(grammar, clause, i);
            if (own) return Optional.of(clause);
        }
        return Optional.empty();
    }

    private static boolean isFuture(Grammar grammar, int at) {
        if (!grammar.isSpanish())
            return grammar.isAny(at, Set.of("will", "shall", "'ll"))
                    || grammar.is(at, "would")
                    || grammar.is(at, "going") && grammar.is(at + 1, "to");
        if (grammar.is(at, WordClass.FUTURE_AUXILIARY) && grammar.is(at + 1, "a")) return true;
        if (grammar.is(at, "me") && grammar.is(at + 1, "comprometo")
                || grammar.is(at, "nos") && grammar.is(at + 1, "comprometemos")) return true;
        return grammar.findVerb(at)
                .map(VerbForm::tense)
                .filter(Tense.FUTURE::equals)
                .isPresent();
    }

    private static boolean isFirstPerson(Grammar grammar, int at) {
        if (grammar.isSpanish())
            return grammar.isAny(at, Set.of("vamos", "voy", "me", "nos"))
                    || grammar.findVerb(at).map(VerbForm::firstPerson).orElse(false);
        return grammar.isAny(at - 1, Set.of("we", "i"))
                || grammar.is(at, "going") && (grammar.isAny(at - 2, Set.of("we", "i")));
    }

    private static int mainVerb(Grammar grammar, int future, int last) {
        for (int i = future; i < Math.min(last, future + 5); i++) {
            boolean verb = grammar.findVerb(i)
                    .filter(form -> form.tense() == Tense.INFINITIVE || form.tense() == Tense.FUTURE)
                    .isPresent();
            if (verb && !grammar.is(i, WordClass.MODAL)) return i;
        }
        return Math.min(future + 1, last - 1);
    }

    private static boolean isNegatedNear(Grammar grammar, int at) {
        return grammar.is(at - 1, WordClass.NEGATION)
                || grammar.is(at + 1, WordClass.NEGATION) && !grammar.isSpanish()
                || grammar.isAny(at + 1, Set.of("not", "never"));
    }

    /// Whether the words before the future name the speaker's own side: "el Gobierno", "his government", "he".
    private static boolean ownSubject(Grammar grammar, int clause, int future, Words lexicon) {
        for (int i = future - 1; i >= Math.max(clause, future - 6); i--)
            if (lexicon.self().contains(grammar.word(i).form())) return true;
        return false;
    }

    /// "que investigará", "que en 30 días publicará": nobody is named before the verb.
    private static boolean subjectDropped(Grammar grammar, int clause, int at) {
        if (!grammar.isSpanish()) return false;
        for (int i = clause; i < at; i++) {
            boolean somebody = Grammar.isNoun(grammar.word(i))
                    || grammar.word(i).isCapitalised() && i > clause
                    || grammar.is(i, WordClass.PRONOUN)
                    || grammar.isVerb(i);
            if (somebody) return false;
        }
        return true;
    }

    /// "the attorney general will reopen the case, the president announced": another official or a court will.
    private static boolean isOfAnother(Grammar grammar, int clause, int future) {
        for (int i = clause; i < future; i++)
            if (grammar.is(i, WordClass.OFFICIAL)
                    || grammar.is(i, WordClass.OFFICER)
                    || grammar.is(i, WordClass.JUDICIAL_BODY)) return true;
        return false;
    }

    private static Promise promise(Utterance utterance, Mention by, Grammar grammar, int first, int last, String rule) {
        int start = first;
        int end = last;
        while (start < end && grammar.word(start).isQuoteMark()) start++;
        while (end > start
                && (grammar.word(end - 1).isQuoteMark() && unopened(grammar, start, end)
                        || grammar.isMark(end - 1, ",")
                        || grammar.isMark(end - 1, "."))) end--;
        for (int i = start + 3; i < end - 2; i++) {
            boolean contrast = grammar.isAny(i, Set.of("but", "pero"));
            if (!contrast) continue;
            int from = i + 1;
            while (grammar.isAny(from, Set.of("also", "también"))) from++;
            int cut = grammar.isMark(i - 1, ",") ? i - 1 : i;
            return new Promise(utterance, by, start, cut, from, end, rule);
        }
        return new Promise(utterance, by, start, end, end, end, rule);
    }

    private static boolean unopened(Grammar grammar, int first, int last) {
        for (int i = first; i < last; i++)
            if (grammar.word(i).kind() == org.constancia.text.extract.segment.Word.Kind.OPENING_QUOTE) return false;
        return true;
    }
}
