package org.constancia.text.extract.act;

import java.util.Optional;
import java.util.Set;
import org.constancia.text.extract.act.ActLexicon.Entry;
import org.constancia.text.extract.act.ActLexicon.Frame;
import org.constancia.text.extract.lexicon.PhraseTable;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.phrase.NounPhrase;
import org.constancia.text.extract.resolve.SubjectFinder;
import org.constancia.text.extract.segment.Word;

/// Frames without a verb of the act: a noun ("el homicidio de Juan", "attacks on journalists") or a state ("87
/// personas desaparecidas").
final class NominalFrames {
    private static final Set<String> UNDERGOING = Set.of(
            "recibió",
            "recibieron",
            "recibido",
            "recibía",
            "recibían",
            "sufrió",
            "sufrieron",
            "sufrido",
            "received",
            "suffered",
            "víctima",
            "víctimas",
            "objeto",
            "victim",
            "victims",
            "subjected",
            "recibe",
            "reciben");

    private final Grammar grammar;
    private final SubjectFinder subjects;
    private final Parties parties;
    private final ActRoles roles;

    NominalFrames(Grammar grammar, SubjectFinder subjects, Parties parties, ActRoles roles) {
        this.grammar = grammar;
        this.subjects = subjects;
        this.parties = parties;
        this.roles = roles;
    }

    Optional<ActFrame> nounFrame(int at, PhraseTable.Match<Entry> match) {
        int end = at + match.length();
        Entry entry = match.value();
        boolean threatOf = grammar.is(at, "muerte") && grammar.is(at - 1, "de") && grammar.isVerb(at - 2);
        if (threatOf) return Optional.empty();
        Optional<NounPhrase> victim = Optional.empty();
        Optional<NounPhrase> perpetrator = roles.by(end).filter(doer -> doer.first() < end + 12);
        boolean blamed = false;
        int next = end;
        while (grammar.isNominal(next) && next < end + 2 && !grammar.isAny(next, Set.of("'s"))) next++;
        if (grammar.isAny(next, Set.of("de", "del", "of"))) {
            Optional<NounPhrase> of = grammar.findPhraseFrom(next + 1).map(subjects::withApposition);
            boolean doer = entry.frame() == Frame.NOUN_BY && of.isPresent() && parties.isForce(of.get());
            if (doer && perpetrator.isEmpty()) perpetrator = of;
            else if (!doer)
                victim = of.filter(parties::isVictim)
                        .filter(found -> !entry.type().equals("massacre") || parties.isPersons(found));
        }
        Optional<NounPhrase> against = against(end);
        if (victim.isEmpty()) victim = against;
        if (victim.isEmpty() && grammar.is(at - 1, "'s"))
            victim = grammar.findPhraseUpTo(at - 2).filter(parties::isVictim);
        int before = grammar.is(at - 1, WordClass.DETERMINER) ? at - 2 : at - 1;
        if (grammar.is(before, "on") && grammar.is(before - 1, "blamed")) {
            blamed = true;
            if (victim.isEmpty()) victim = grammar.findPhraseUpTo(before - 2);
        }
        if (victim.isEmpty()) victim = undergoing(at);
        boolean counted =
                grammar.word(Math.max(at - 1, grammar.sentence().first())).isNumber()
                        || grammar.is(at - 1, WordClass.NUMERAL);
        boolean classOfActs =
                Set.of("gross-violation", "abuse", "excessive-force").contains(entry.type()) && perpetrator.isPresent();
        boolean broad = entry.type().equals("gross-violation")
                || entry.type().equals("abuse") && grammar.isAny(end, Set.of("committed", "cometidos", "cometidas"));
        if (victim.isEmpty() && perpetrator.isEmpty() && !counted && !broad && !classOfActs) return Optional.empty();
        return Optional.of(new ActFrame(at, end, entry.type(), victim, perpetrator, blamed, "act.noun"));
    }

    /// "recibió amenazas", "was the victim of threats": the subject suffers what the noun tells.
    private Optional<NounPhrase> undergoing(int at) {
        for (int i = at - 1; i > at - 5 && grammar.sentence().holds(i); i--) {
            if (grammar.word(i).kind() == Word.Kind.PUNCTUATION) return Optional.empty();
            if (!grammar.isAny(i, UNDERGOING)) continue;
            int verb = roles.copulaAt(i) >= 0 ? roles.copulaAt(i) : i;
            return roles.subject(verb).filter(parties::isVictim);
        }
        return Optional.empty();
    }

    /// "contra periodistas", "a líderes", "on journalists", "against civilians".
    private Optional<NounPhrase> against(int from) {
        for (int i = from; i < from + 6 && grammar.sentence().holds(i); i++) {
            if (grammar.isMark(i, ".") || grammar.isMark(i, ",") || grammar.isVerb(i)) return Optional.empty();
            if (grammar.isAny(i, Set.of("contra", "against", "on", "toward", "towards"))
                    || grammar.isSpanish() && grammar.is(i, "a"))
                return grammar.findPhraseFrom(i + 1).map(this::withList).filter(parties::isVictim);
        }
        return Optional.empty();
    }

    /// "journalists and other civil society leaders": a list of the same kind is one phrase.
    private NounPhrase withList(NounPhrase phrase) {
        int last = phrase.last();
        while (grammar.isMark(last, ",") || grammar.isAny(last, Set.of("and", "y", "e", "o", "or"))) {
            Optional<NounPhrase> next = grammar.findPhraseFrom(last + 1).filter(parties::isVictim);
            if (next.isEmpty()) break;
            last = next.get().last();
        }
        return new NounPhrase(phrase.first(), phrase.core(), phrase.head(), last);
    }

    Optional<ActFrame> stateFrame(int at, PhraseTable.Match<Entry> match) {
        int end = at + match.length();
        Optional<NounPhrase> victim;
        boolean counted = grammar.sentence().holds(at - 1)
                && (grammar.word(at - 1).isNumber() || grammar.is(at - 1, WordClass.NUMERAL));
        if (counted) victim = Optional.of(new NounPhrase(at - 1, at, at, end));
        else if (roles.copulaBefore(at)) victim = roles.subject(roles.copulaAt(at));
        else if (!grammar.isSpanish() && grammar.isNominal(end) && parties.isHuman(end))
            victim = grammar.findPhraseUpTo(lastNominal(end))
                    .filter(phrase -> phrase.first() >= at - 2 || !grammar.is(at - 1, WordClass.DEFINITE))
                    .filter(roles::isNews);
        else
            victim = grammar.isSpanish() && grammar.isNominal(at - 1) && parties.isHumanPhraseUpTo(at - 1)
                    ? grammar.findPhraseUpTo(at - 1)
                    : Optional.empty();
        return victim.filter(parties::isVictim)
                .map(phrase -> new ActFrame(
                        at, end, match.value().type(), Optional.of(phrase), roles.by(end), false, "act.state"));
    }

    private int lastNominal(int from) {
        int last = from;
        while (grammar.isNominal(last + 1)) last++;
        return last;
    }
}
