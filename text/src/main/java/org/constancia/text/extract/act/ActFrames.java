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
import org.constancia.text.extract.resolve.SubjectFinder;
import org.constancia.text.extract.segment.Word;

/// Finds the frames of one sentence: active ("mataron a cinco personas"), passive ("were killed by soldiers"),
/// participle ("tres campesinos asesinados por ..."), noun ("el homicidio de Juan"), state ("87 personas
/// desaparecidas").
public final class ActFrames {
    private static final Set<String> AGAINST_PROPERTY = Set.of("arson", "bombing", "attack", "robbery", "displacement");
    private static final Set<String> LETHAL =
            Set.of("killing", "massacre", "kidnapping", "injury", "extrajudicial-execution");
    /// "a tiros", "a machetazos": how, between the verb and its object.
    private static final Set<String> MANNERS = Set.of(
            "tiros",
            "bala",
            "balazos",
            "disparos",
            "golpes",
            "machetazos",
            "machete",
            "puñaladas",
            "cuchillo",
            "garrote",
            "palos",
            "piedra",
            "patadas",
            "quemarropa",
            "sangre");
    private static final Set<String> SUSPECTS = Set.of(
            "suspect",
            "suspects",
            "sospechoso",
            "sospechosos",
            "sospechosa",
            "sospechosas",
            "presunto",
            "presuntos",
            "presunta",
            "implicado",
            "implicados");
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
    private final Grammar grammar;
    private final ActLexicon lexicon;
    private final SubjectFinder subjects;
    private final Parties parties;
    private final ActRoles roles;
    private final NominalFrames nominals;

    /// @param placed words that belong to names of places: nobody suffers or does anything there by name
    public ActFrames(
            Grammar grammar, ActLexicon lexicon, EntityTable table, SubjectFinder subjects, Set<Integer> placed) {
        this.grammar = grammar;
        this.lexicon = lexicon;
        this.subjects = subjects;
        this.parties = new Parties(grammar, table, placed);
        this.roles = new ActRoles(grammar, table, subjects, parties);
        this.nominals = new NominalFrames(grammar, subjects, parties, roles);
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
                nominals.nounFrame(i, noun.get()).ifPresent(frames::add);
                i += noun.get().length() - 1;
                continue;
            }
            lexicon.findState(grammar, at)
                    .flatMap(match -> nominals.stateFrame(at, match))
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
        if (passive) return passiveFrame(at, end, entry, roles.subject(at).or(() -> ofMainClause(at)));
        if (bareParticiple)
            return passiveFrame(
                    at, end, entry, roles.before(at).filter(roles::isNews).or(() -> roles.counted(at - 1)));
        return activeFrame(at, end, form, entry);
    }

    private Optional<ActFrame> sufferedFrame(int at, VerbForm form, Entry entry) {
        if (form.tense() == Tense.INFINITIVE) return Optional.empty();
        boolean participle =
                (form.tense() == Tense.PARTICIPLE || form.tense() == Tense.GERUND) && grammar.verbGroupStart(at) == at;
        Optional<NounPhrase> victim = participle
                ? roles.copulaBefore(at)
                        ? roles.subject(roles.copulaAt(at))
                        : roles.before(at).filter(roles::isNews)
                : roles.subject(at);
        return victim.filter(parties::isVictim)
                .map(phrase -> frame(
                        at,
                        entry,
                        Optional.of(phrase),
                        participle ? roles.by(at + 1) : Optional.empty(),
                        "act.suffered"));
    }

    private Optional<ActFrame> activeFrame(int at, int end, VerbForm form, Entry entry) {
        Optional<NounPhrase> victim = object(end, entry);
        Optional<NounPhrase> perpetrator = form.tense() == Tense.INFINITIVE || form.tense() == Tense.GERUND
                ? roles.accusedBefore(at)
                : Optional.empty();
        if (perpetrator.isEmpty() && form.tense() != Tense.INFINITIVE)
            perpetrator = roles.subject(at).filter(parties::isDoer);
        boolean needsVictim = entry.frame() == Frame.VERB_PERSON || entry.frame() == Frame.VERB_CIVIC;
        if (needsVictim && victim.isEmpty()) return Optional.empty();
        if (victim.isEmpty() && perpetrator.isEmpty() || isGeneral(at, form)) return Optional.empty();
        if (victim.isEmpty() && !entry.type().equals("bombing")) return Optional.empty();
        boolean bomb = LETHAL.contains(entry.type())
                && roles.subject(at)
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
        return said ? roles.subject(that - 1) : Optional.empty();
    }

    private Optional<ActFrame> passiveFrame(int at, int end, Entry entry, Optional<NounPhrase> victim) {
        Optional<NounPhrase> sufferer = victim.filter(phrase -> suits(phrase, entry));
        if (sufferer.isEmpty()) return Optional.empty();
        return Optional.of(frame(at, entry, sufferer, roles.by(end), "act.passive"));
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
}
