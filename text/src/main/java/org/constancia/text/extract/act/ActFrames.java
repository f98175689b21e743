package org.constancia.text.extract.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.constancia.text.extract.act.ActLexicon.Entry;
import org.constancia.text.extract.act.ActLexicon.Frame;
import org.constancia.text.extract.lexicon.PhraseTable;
import org.constancia.text.extract.lexicon.Tense;
import org.constancia.text.extract.lexicon.VerbForm;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.phrase.NounPhrase;
import org.constancia.text.extract.resolve.EntityTable;
import org.constancia.text.extract.resolve.Name;
import org.constancia.text.extract.resolve.SubjectFinder;
import org.constancia.text.extract.resolve.SubjectFinder.Subject;
import org.constancia.text.extract.segment.Word;

/// Finds the frames of one sentence: active ("mataron a cinco personas"), passive ("were killed by soldiers"),
/// participle ("tres campesinos asesinados por ..."), noun ("el homicidio de Juan"), state ("87 personas
/// desaparecidas").
public final class ActFrames {
    private static final Set<String> AGAINST_PROPERTY = Set.of("arson", "bombing", "attack", "robbery", "displacement");
    private static final Set<String> LETHAL =
            Set.of("killing", "massacre", "kidnapping", "injury", "extrajudicial-execution");
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
    /// "a tiros", "a machetazos": how, between the verb and its object.
    private static final Set<String> MANNERS = Set.of(
            "tiros", "bala", "balazos", "disparos", "golpes", "machetazos", "machete", "puñaladas", "cuchillo", "garrote",
            "palos", "piedra", "patadas", "quemarropa", "sangre");
    private static final Set<String> SUSPECTS = Set.of(
            "suspect", "suspects", "sospechoso", "sospechosos", "sospechosa", "sospechosas", "presunto", "presuntos",
            "presunta", "implicado", "implicados");
    private static final Set<String> BOMBS = Set.of(
            "bomb",
            "bombs",
            "explosion",
            "blast",
            "landmine",
            "mine",
            "grenade",
            "bomba",
            "carro",
            "mina",
            "granada",
            "explosivo",
            "artefacto",
            "explosión");
    private static final int REACH = 14;

    private final Grammar grammar;
    private final ActLexicon lexicon;
    private final EntityTable table;
    private final SubjectFinder subjects;
    private final Parties parties;

    /// @param placed words that belong to names of places: nobody suffers or does anything there by name
    public ActFrames(
            Grammar grammar, ActLexicon lexicon, EntityTable table, SubjectFinder subjects, Set<Integer> placed) {
        this.grammar = grammar;
        this.lexicon = lexicon;
        this.table = table;
        this.subjects = subjects;
        this.parties = new Parties(grammar, table, placed);
    }

    public List<ActFrame> find() {
        List<ActFrame> frames = new ArrayList<>();
        for (int i = grammar.sentence().first(); i < grammar.sentence().last(); i++) {
            int at = i;
            Optional<VerbForm> verb = grammar.findVerb(i);
            Optional<PhraseTable.Match<Entry>> entry =
                    verb.flatMap(form -> lexicon.findVerbPhrase(grammar, at, form.lemma()));
            if (verb.isPresent() && entry.isPresent()) {
                verbFrame(i, i + entry.get().length(), verb.get(), entry.get().value())
                        .ifPresent(frames::add);
                continue;
            }
            Optional<PhraseTable.Match<Entry>> noun =
                    verb.isPresent() ? Optional.empty() : lexicon.findNoun(grammar, i);
            if (noun.isPresent()) {
                nounFrame(i, noun.get()).ifPresent(frames::add);
                i += noun.get().length() - 1;
                continue;
            }
            lexicon.findState(grammar, at)
                    .flatMap(match -> stateFrame(at, match))
                    .ifPresent(frames::add);
        }
        return frames;
    }

    /// @param end behind the verb and its particle
    private Optional<ActFrame> verbFrame(int at, int end, VerbForm form, Entry entry) {
        if (entry.frame() == Frame.HAPPENING)
            return form.tense().isFinite() || form.tense() == Tense.GERUND
                    ? Optional.of(frame(at, entry, Optional.empty(), Optional.empty(), "act.happening"))
                    : Optional.empty();
        if (entry.frame() == Frame.SUFFERED) return sufferedFrame(at, form, entry);
        boolean passive = grammar.isPassive(at);
        boolean bareParticiple = !passive
                && (form.tense() == Tense.PARTICIPLE
                        || form.tense() == Tense.PAST && !grammar.isSpanish() && isReduced(at))
                && !hasHave(at);
        if (passive) return passiveFrame(at, end, entry, subject(at).or(() -> ofMainClause(at)));
        if (bareParticiple)
            return passiveFrame(at, end, entry, before(at).filter(this::isNews).or(() -> counted(at - 1)));
        return activeFrame(at, end, form, entry);
    }

    private Optional<ActFrame> sufferedFrame(int at, VerbForm form, Entry entry) {
        if (form.tense() == Tense.INFINITIVE) return Optional.empty();
        boolean participle =
                (form.tense() == Tense.PARTICIPLE || form.tense() == Tense.GERUND) && grammar.verbGroupStart(at) == at;
        Optional<NounPhrase> victim = participle
                ? copulaBefore(at) ? subject(copulaAt(at)) : before(at).filter(this::isNews)
                : subject(at);
        return victim.filter(parties::isVictim)
                .map(phrase -> frame(
                        at, entry, Optional.of(phrase), participle ? by(at + 1) : Optional.empty(), "act.suffered"));
    }

    /// Whether a description tells of the act; "los docentes amenazados" recalls one told before.
    private boolean isNews(NounPhrase described) {
        return grammar.isAny(described.last(), Set.of("por", "by")) || !parties.isKnownAlready(described);
    }

    private Optional<ActFrame> activeFrame(int at, int end, VerbForm form, Entry entry) {
        Optional<NounPhrase> victim = object(end, entry);
        Optional<NounPhrase> perpetrator =
                form.tense() == Tense.INFINITIVE || form.tense() == Tense.GERUND ? accusedBefore(at) : Optional.empty();
        if (perpetrator.isEmpty() && form.tense() != Tense.INFINITIVE)
            perpetrator = subject(at).filter(parties::isDoer);
        boolean needsVictim = entry.frame() == Frame.VERB_PERSON || entry.frame() == Frame.VERB_CIVIC;
        if (needsVictim && victim.isEmpty()) return Optional.empty();
        if (victim.isEmpty() && perpetrator.isEmpty() || isGeneral(at, form)) return Optional.empty();
        if (victim.isEmpty() && !entry.type().equals("bombing")) return Optional.empty();
        boolean bomb = LETHAL.contains(entry.type())
                && subject(at)
                        .filter(phrase -> grammar.isAny(phrase.head(), BOMBS))
                        .isPresent();
        Entry told = bomb ? new Entry(entry.frame(), "bombing") : entry;
        return Optional.of(frame(at, told, victim, bomb ? Optional.empty() : perpetrator, "act.active"));
    }

    /// "those who murder", "quienes matan": a habit of anybody, no event.
    private boolean isGeneral(int at, VerbForm form) {
        int before = grammar.verbGroupStart(at) - 1;
        boolean present = form.tense() == Tense.PRESENT || form.tense() == Tense.INFINITIVE;
        return present
                && (grammar.is(before, "quienes")
                        || grammar.isAny(before, Set.of("who", "que"))
                                && grammar.isAny(before - 1, Set.of("those", "anyone", "people", "los", "aquellos")));
    }

    /// "denunció que fue amenazada": without a subject of its own it is whoever says so.
    private Optional<NounPhrase> ofMainClause(int at) {
        int that = grammar.verbGroupStart(at) - 1;
        if (!grammar.isSpanish() || !grammar.is(that, "que")) return Optional.empty();
        boolean said = grammar.findVerb(that - 1)
                .map(VerbForm::tense)
                .filter(Tense::isFinite)
                .isPresent();
        return said ? subject(that - 1) : Optional.empty();
    }

    private Optional<ActFrame> passiveFrame(int at, int end, Entry entry, Optional<NounPhrase> victim) {
        Optional<NounPhrase> sufferer = victim.filter(phrase -> suits(phrase, entry));
        if (sufferer.isEmpty()) return Optional.empty();
        return Optional.of(frame(at, entry, sufferer, by(end), "act.passive"));
    }

    /// Whether a phrase can suffer this kind of act: persons, and property where it is burned, bombed or attacked;
    /// protesters, journalists and the like where an arrest by itself is no act.
    private boolean suits(NounPhrase phrase, Entry entry) {
        if (entry.frame() == Frame.VERB_CIVIC) return parties.isCivic(phrase);
        if (entry.type().equals("arbitrary-detention"))
            for (int i = phrase.first(); i < phrase.last(); i++) if (grammar.isAny(i, SUSPECTS)) return false;
        if (parties.isVictim(phrase)) return true;
        boolean property = AGAINST_PROPERTY.contains(entry.type())
                && lexicon.isProperty(grammar.word(phrase.head()).form());
        return property || LETHAL.contains(entry.type()) && parties.isUnknownKind(phrase);
    }

    private boolean hasHave(int at) {
        for (int i = grammar.verbGroupStart(at); i < at; i++) if (grammar.is(i, WordClass.HAVE)) return true;
        return false;
    }

    /// "a man killed in Cali", "three peasants murdered by": an English past form that describes the noun before it.
    private boolean isReduced(int at) {
        if (grammar.verbGroupStart(at) != at || at == grammar.sentence().first()) return false;
        boolean agent = grammar.isAny(at + 1, Set.of("by", "in", "on", "during", "at", "near", "last", "when", "while"))
                && !grammar.is(at + 2, "least");
        boolean nounBefore = grammar.isNominal(at - 1) || grammar.isMark(at - 1, ",");
        boolean joined = grammar.is(at + 1, WordClass.COORDINATOR)
                && grammar.findVerb(at + 2)
                        .map(VerbForm::tense)
                        .filter(Tense.PAST::equals)
                        .isPresent();
        if (joined && !grammar.isMark(at + 3, ".")) return false;
        boolean end = !grammar.sentence().holds(at + 1)
                || grammar.word(at + 1).kind() == Word.Kind.PUNCTUATION
                || grammar.is(at + 1, WordClass.CONJUNCTION);
        return nounBefore && (agent || end);
    }

    private ActFrame frame(
            int at, Entry entry, Optional<NounPhrase> victim, Optional<NounPhrase> perpetrator, String rule) {
        return new ActFrame(at, at + 1, entry.type(), victim, perpetrator, false, rule);
    }

    private Optional<NounPhrase> subject(int at) {
        return subjects.find(at).map(Subject::phrase).or(() -> counted(grammar.verbGroupStart(at) - 1));
    }

    /// "and 14 were wounded": a number alone, or a number of others, right before the verb.
    private Optional<NounPhrase> counted(int last) {
        if (!grammar.sentence().holds(last)) return Optional.empty();
        return grammar.findPhraseUpTo(last)
                .filter(phrase ->
                        grammar.word(phrase.first()).isNumber() || grammar.is(phrase.first(), WordClass.NUMERAL))
                .filter(parties::isVictim);
    }

    /// The noun phrase right before a participle, a comma between allowed: "María Elena Restrepo, desaparecida".
    private Optional<NounPhrase> before(int at) {
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

    /// The object of an active verb, with Spanish "a" before persons.
    private Optional<NounPhrase> object(int behind, Entry entry) {
        Frame frame = entry.frame();
        int start = behind;
        while (grammar.is(start, WordClass.ADVERB)
                || grammar.is(start, WordClass.WEEKDAY)
                || grammar.isAny(start, Set.of("a", "de", "con")) && grammar.isAny(start + 1, MANNERS)
                || grammar.isAny(start, MANNERS) && grammar.isAny(start - 1, Set.of("a", "de", "con"))
                || grammar.is(start, "de") && grammar.is(start + 1, "muerte")
                || grammar.is(start, "muerte") && grammar.is(start - 1, "de")
                || grammar.isAny(start, Set.of("el", "dead"))
                        && (grammar.is(start + 1, WordClass.WEEKDAY) || grammar.is(start, "dead"))) start++;
        boolean coordinated = grammar.is(start, WordClass.COORDINATOR)
                && grammar.findVerb(start + 1).isPresent();
        if (coordinated) return object(start + 2, entry);
        if (grammar.isSpanish()) {
            int preposition = frame == Frame.VERB_CONTRA && grammar.is(start, "contra")
                    ? start
                    : grammar.isAny(start, Set.of("a", "al")) ? start : -1;
            if (preposition < 0 && frame == Frame.VERB_CONTRA) return Optional.empty();
            int from = preposition < 0 || grammar.is(preposition, "al") ? start : start + 1;
            boolean clitic = grammar.isAny(behind - 2, Set.of("los", "las", "lo", "la", "le", "les", "nos"));
            Optional<NounPhrase> phrase = grammar.findPhraseFrom(from).map(subjects::withApposition);
            if (clitic && preposition < 0) return Optional.empty();
            return phrase.filter(found -> suits(found, entry));
        }
        if (frame == Frame.VERB_CONTRA) return Optional.empty();
        return grammar.findPhraseFrom(start).map(subjects::withApposition).filter(found -> suits(found, entry));
    }

    /// "por sicarios", "a manos de la guerrilla", "by soldiers", "por parte de policías".
    private Optional<NounPhrase> by(int from) {
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
    private Optional<NounPhrase> accusedBefore(int at) {
        if (!grammar.isAny(at - 1, Set.of("de", "of", "por", "for"))) return Optional.empty();
        return grammar.findPhraseUpTo(at - 2).filter(parties::isDoer);
    }

    private Optional<ActFrame> nounFrame(int at, PhraseTable.Match<Entry> match) {
        int end = at + match.length();
        Entry entry = match.value();
        boolean threatOf = grammar.is(at, "muerte") && grammar.is(at - 1, "de") && grammar.isVerb(at - 2);
        if (threatOf) return Optional.empty();
        Optional<NounPhrase> victim = Optional.empty();
        Optional<NounPhrase> perpetrator = by(end).filter(doer -> doer.first() < end + 12);
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
            int verb = copulaAt(i) >= 0 ? copulaAt(i) : i;
            return subject(verb).filter(parties::isVictim);
        }
        return Optional.empty();
    }

    /// "contra periodistas", "a líderes", "on journalists", "against civilians".
    private Optional<NounPhrase> against(int from) {
        for (int i = from; i < from + 6 && grammar.sentence().holds(i); i++) {
            if (grammar.isMark(i, ".")
                    || grammar.isMark(i, ",")
                    || grammar.isVerb(i)) return Optional.empty();
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

    private Optional<ActFrame> stateFrame(int at, PhraseTable.Match<Entry> match) {
        int end = at + match.length();
        Optional<NounPhrase> victim;
        boolean counted = grammar.sentence().holds(at - 1)
                && (grammar.word(at - 1).isNumber() || grammar.is(at - 1, WordClass.NUMERAL));
        if (counted) victim = Optional.of(new NounPhrase(at - 1, at, at, end));
        else if (copulaBefore(at)) victim = subject(copulaAt(at));
        else if (!grammar.isSpanish() && grammar.isNominal(end) && parties.isHuman(end))
            victim = grammar.findPhraseUpTo(lastNominal(end))
                    .filter(phrase -> phrase.first() >= at - 2 || !grammar.is(at - 1, WordClass.DEFINITE))
                    .filter(this::isNews);
        else
            victim = grammar.isSpanish() && grammar.isNominal(at - 1) && parties.isHumanPhraseUpTo(at - 1)
                    ? grammar.findPhraseUpTo(at - 1)
                    : Optional.empty();
        return victim.filter(parties::isVictim)
                .map(phrase ->
                        new ActFrame(at, end, match.value().type(), Optional.of(phrase), by(end), false, "act.state"));
    }

    private int lastNominal(int from) {
        int last = from;
        while (grammar.isNominal(last + 1)) last++;
        return last;
    }

    private boolean copulaBefore(int at) {
        return copulaAt(at) >= 0;
    }

    private int copulaAt(int at) {
        for (int i = at - 1; i > at - 4 && grammar.sentence().holds(i); i--) {
            if (grammar.is(i, WordClass.COPULA) || grammar.is(i, WordClass.BE)) return i;
            if (!grammar.is(i, WordClass.ADVERB) && !grammar.isAny(i, FOUND)) return -1;
        }
        return -1;
    }
}
