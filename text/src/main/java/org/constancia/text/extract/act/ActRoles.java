package org.constancia.text.extract.act;

import java.util.Optional;
import java.util.Set;
import org.constancia.text.extract.lexicon.Tense;
import org.constancia.text.extract.lexicon.VerbForm;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.phrase.NounPhrase;
import org.constancia.text.extract.resolve.EntityTable;
import org.constancia.text.extract.resolve.Name;
import org.constancia.text.extract.resolve.SubjectFinder;
import org.constancia.text.extract.resolve.SubjectFinder.Subject;

/// Finds who stands in which role beside a word that tells of an act: its subject, what a participle describes,
/// who is named behind "por" / "by", who is accused of it.
final class ActRoles {
    private static final Set<String> FOUND = Set.of(
            "found",
            "hallado",
            "hallada",
            "hallados",
            "halladas",
            "encontrado",
            "encontrada",
            "encontrados",
            "encontradas");
    private static final int REACH = 14;

    private final Grammar grammar;
    private final EntityTable table;
    private final SubjectFinder subjects;
    private final Parties parties;

    ActRoles(Grammar grammar, EntityTable table, SubjectFinder subjects, Parties parties) {
        this.grammar = grammar;
        this.table = table;
        this.subjects = subjects;
        this.parties = parties;
    }

    /// Whether a description tells of the act; "los docentes amenazados" recalls one told before.
    boolean isNews(NounPhrase described) {
        return grammar.isAny(described.last(), Set.of("por", "by")) || !parties.isKnownAlready(described);
    }

    Optional<NounPhrase> subject(int at) {
        return subjects.find(at).map(Subject::phrase).or(() -> counted(grammar.verbGroupStart(at) - 1));
    }

    /// "and 14 were wounded": a number alone, or a number of others, right before the verb.
    Optional<NounPhrase> counted(int last) {
        if (!grammar.sentence().holds(last)) return Optional.empty();
        return grammar.findPhraseUpTo(last)
                .filter(phrase ->
                        grammar.word(phrase.first()).isNumber() || grammar.is(phrase.first(), WordClass.NUMERAL))
                .filter(parties::isVictim);
    }

    /// The noun phrase right before a participle, a comma between allowed: "María Elena Restrepo,
    /// desaparecida".
    Optional<NounPhrase> before(int at) {
        int last = at - 1;
        while (grammar.sentence().holds(last)
                && (grammar.isMark(last, ",")
                        || grammar.is(last, WordClass.ADVERB)
                        || grammar.is(last, WordClass.RELATIVE))) last--;
        if (!grammar.sentence().holds(last)) return Optional.empty();
        if (grammar.is(last, WordClass.COORDINATOR)) {
            for (int i = last; i > last - 8 && grammar.sentence().holds(i); i--) {
                Optional<VerbForm> other = grammar.findVerb(i);
                if (other.isPresent() && other.get().tense() == Tense.PARTICIPLE) return before(i);
            }
        }
        Optional<Name> name = table.findNameAt(last);
        if (name.isPresent() && name.get().kind() == Name.Kind.PERSON)
            return Optional.of(new NounPhrase(
                    name.get().wholeFirst(),
                    name.get().first(),
                    name.get().last() - 1,
                    name.get().last()));
        return grammar.findPhraseUpTo(last);
    }

    /// "por sicarios", "a manos de la guerrilla", "by soldiers", "por parte de policías".
    Optional<NounPhrase> by(int from) {
        for (int i = from; i < from + REACH && grammar.sentence().holds(i); i++) {
            if (grammar.isMark(i, ".")
                    || grammar.isMark(i, ";")
                    || i > from
                            && grammar.findVerb(i)
                                    .map(VerbForm::tense)
                                    .filter(Tense::isFinite)
                                    .isPresent()) return Optional.empty();
            if (!grammar.isAny(i, Set.of("por", "by", "manos"))) continue;
            int start = i + 1;
            if (grammar.is(start, "parte") && grammar.is(start + 1, "de")) start += 2;
            if (grammar.is(i, "manos") && grammar.is(start, "de")) start++;
            Optional<NounPhrase> doer =
                    grammar.findPhraseFrom(start).map(subjects::withApposition).filter(parties::isDoer);
            if (doer.isPresent()) return doer;
        }
        return Optional.empty();
    }

    /// "acusó a la policía de torturar", "accused the police of torturing": the accused is the doer.
    Optional<NounPhrase> accusedBefore(int at) {
        if (!grammar.isAny(at - 1, Set.of("de", "of", "por", "for"))) return Optional.empty();
        return grammar.findPhraseUpTo(at - 2).filter(parties::isDoer);
    }

    boolean copulaBefore(int at) {
        return copulaAt(at) >= 0;
    }

    int copulaAt(int at) {
        for (int i = at - 1; i > at - 4 && grammar.sentence().holds(i); i--) {
            if (grammar.is(i, WordClass.COPULA) || grammar.is(i, WordClass.BE)) return i;
            if (!grammar.is(i, WordClass.ADVERB) && !grammar.isAny(i, FOUND)) return -1;
        }
        return -1;
    }
}
