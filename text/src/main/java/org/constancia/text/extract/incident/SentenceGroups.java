package org.constancia.text.extract.incident;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.constancia.text.extract.lexicon.PhraseTable;
import org.constancia.text.extract.lexicon.Tense;
import org.constancia.text.extract.lexicon.VerbForm;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.segment.Word;
import org.jspecify.annotations.Nullable;

/// Cuts a sentence into noun groups and finds the words that tell of incidents.
///
/// Works without capitals: what is neither a verb nor a function word belongs to a noun group.
final class SentenceGroups {
    private static final Set<WordClass> FUNCTION = EnumSet.of(
            WordClass.CONJUNCTION, WordClass.COMPLEMENTISER, WordClass.RELATIVE, WordClass.PRONOUN, WordClass.NEGATION);
    private static final Set<WordClass> AUXILIARY =
            EnumSet.of(WordClass.BE, WordClass.HAVE, WordClass.MODAL, WordClass.FUTURE_AUXILIARY);
    private static final Set<WordClass> ROLE = EnumSet.of(
            WordClass.OFFICIAL,
            WordClass.OFFICER,
            WordClass.PERSON,
            WordClass.TITLE,
            WordClass.FAMILY,
            WordClass.PORTFOLIO);
    private static final Set<WordClass> BODY = EnumSet.of(
            WordClass.STATE_BODY,
            WordClass.ORGANISATION,
            WordClass.ARMED_GROUP,
            WordClass.STATE_FORCE,
            WordClass.JUDICIAL_BODY,
            WordClass.DOCUMENT,
            WordClass.DATA);
    private static final Set<String> PARTICLES = Set.of("de", "del", "la", "las", "los", "y", "d'", "di", "da", "von");
    private static final Set<String> PLACING = Set.of("in", "of", "at", "near", "from", "to");
    private static final Set<String> DAYS = Set.of("today", "yesterday", "tonight");
    private static final Set<String> TURNS = Set.of(
            "another",
            "second",
            "third",
            "other",
            "meanwhile",
            "elsewhere",
            "also",
            "moreover",
            "addition",
            "separate",
            "later",
            "previously",
            "earlier",
            "ago",
            "last");
    private static final Set<String> UNREAL = Set.of(
            "would",
            "could",
            "might",
            "may",
            "if",
            "should",
            "threatened",
            "threaten",
            "threats",
            "plan",
            "planned",
            "plot",
            "plans",
            "not",
            "no",
            "avoid",
            "prevent",
            "prevented");

    private final Grammar grammar;
    private final IncidentLexicon lexicon;
    private final PlaceNames places;
    private final char[] tags;
    private final int from;
    private final List<Group> groups = new ArrayList<>();
    private final List<Trigger> triggers = new ArrayList<>();

    SentenceGroups(Grammar grammar, IncidentLexicon lexicon, PlaceNames places) {
        this.grammar = grammar;
        this.lexicon = lexicon;
        this.places = places;
        this.from = grammar.sentence().first();
        this.tags = new char[grammar.sentence().last() - from];
        for (int i = from; i < grammar.sentence().last(); i++) tags[i - from] = tagOf(i);
        findGroups();
        findTriggers();
    }

    List<Group> groups() {
        return groups;
    }

    List<Trigger> triggers() {
        return triggers;
    }

    Grammar grammar() {
        return grammar;
    }

    /// D determiner, N number, P preposition, C other function word, B auxiliary, A adverb, V verb, M nominal, X mark,
    /// S possessive.
    char tag(int at) {
        return grammar.sentence().holds(at) ? tags[at - from] : 'X';
    }

    private char tagOf(int at) {
        Word word = grammar.word(at);
        if (word.form().equals("'s")) return 'S';
        if (word.isNumber()) return 'N';
        if (!word.isWord()) return 'X';
        if (word.form().equals("that")) return 'C';
        if (word.reading().isAny(AUXILIARY)) return 'B';
        if (word.is(WordClass.NUMERAL) || word.is(WordClass.QUANTIFIER)) return 'N';
        if (word.is(WordClass.DETERMINER) || word.is(WordClass.POSSESSIVE)) return 'D';
        if (word.reading().isAny(FUNCTION)) return 'C';
        if (word.is(WordClass.PREPOSITION)) return 'P';
        if (word.is(WordClass.WEEKDAY) || word.is(WordClass.MONTH)) return 'T';
        if (word.is(WordClass.ADVERB) || isAdverb(at)) return 'A';
        if (grammar.findVerb(at).isPresent()) return 'V';
        return isUnknownVerb(at) ? 'V' : 'M';
    }

    /// An unknown word in -ly, unless it stands behind a given name.
    private boolean isAdverb(int at) {
        Word word = grammar.word(at);
        if (!word.form().endsWith("ly") || word.reading().isKnown()) return false;
        return at == from || !lexicon.isGivenName(bare(at - 1));
    }

    private boolean isUnknownVerb(int at) {
        String form = grammar.word(at).form();
        if (grammar.word(at).reading().isKnown() || !form.endsWith("ed") || form.length() < 5) return false;
        boolean afterNoun =
                at > from && (tags[at - 1 - from] == 'M' || tags[at - 1 - from] == 'B' || tags[at - 1 - from] == 'A');
        boolean beforePhrase = grammar.is(at + 1, WordClass.PREPOSITION) || grammar.is(at + 1, WordClass.DETERMINER);
        return afterNoun && beforePhrase || at > from && tags[at - 1 - from] == 'B';
    }

    private void findGroups() {
        for (int i = from; i < grammar.sentence().last(); ) {
            char tag = tag(i);
            if (tag != 'M' && tag != 'D' && tag != 'N') {
                i++;
                continue;
            }
            int core = i;
            while (tag(core) == 'D' || tag(core) == 'N' || grammar.is(core, "least") && tag(core + 1) == 'N') core++;
            int last = core;
            while (tag(last) == 'M' || tag(last) == 'N' && tag(last + 1) == 'M' || isParticleInside(last)) last++;
            if (last == core) {
                i = core;
                continue;
            }
            addGroup(i, core, last);
            i = tag(last) == 'S' ? last + 1 : last;
        }
    }

    /// "maria de la cruz": a Spanish particle between two words of a name.
    private boolean isParticleInside(int at) {
        return grammar.isAny(at, PARTICLES)
                && tag(at - 1) == 'M'
                && (tag(at + 1) == 'M' || grammar.isAny(at + 1, PARTICLES));
    }

    private void addGroup(int first, int core, int last) {
        String preposition = tag(first - 1) == 'P' ? grammar.word(first - 1).form() : "";
        int named = nameStart(core, last);
        boolean titled = named < last
                && named > core
                && grammar.word(named - 1).reading().isAny(ROLE);
        boolean name = named < last && !holdsBody(core, last) && isPersonal(named, last, titled);
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (name) kinds.add(Kind.NAME);
        else kinds.addAll(kindsOf(core, last));
        groups.add(new Group(first, core, last, name ? named : last, kinds, tag(last) == 'S', preposition, titled));
    }

    private boolean holdsBody(int core, int last) {
        for (int i = core; i < last; i++) {
            int at = i;
            if (lexicon.findBody(k -> form(at + k, last)).isPresent()) return true;
        }
        return false;
    }

    /// A title before it, a given name at its beginning, or a family name in it; and no town.
    private boolean isPersonal(int named, int last, boolean titled) {
        if (titled) return true;
        boolean given = lexicon.isGivenName(bare(named));
        if (given && last - named >= 2 && last - named <= 5) return true;
        if (places.holds(grammar, named, last)) return false;
        boolean surname = false;
        for (int i = named + 1; i < last; i++) surname |= lexicon.isSurname(bare(i));
        return surname || given && last - named == 1;
    }

    private String bare(int at) {
        return IncidentLexicon.bare(grammar.word(at).form());
    }

    private Set<Kind> kindsOf(int core, int last) {
        for (int start = core; start < last; start++) {
            int at = start;
            Optional<PhraseTable.Match<Set<Kind>>> match = lexicon.findKind(k -> form(at + k, last));
            if (match.isPresent() && start + match.get().length() == last)
                return match.get().value();
        }
        Word head = grammar.word(last - 1);
        if (head.is(WordClass.ARMED_GROUP)) return Set.of(Kind.FIGHTER);
        if (head.is(WordClass.STATE_FORCE)) return Set.of(Kind.STATE_FORCE);
        if (head.is(WordClass.PERSON) || head.is(WordClass.OFFICIAL) || head.is(WordClass.FAMILY))
            return Set.of(Kind.PERSON);
        return Set.of();
    }

    private @Nullable String form(int at, int last) {
        return at < last ? grammar.word(at).form() : null;
    }

    /// Where a name begins that ends the group: after the last word that is known as something else, and at the first
    /// given name when unknown words stand before it ("magnate hector delgado").
    private int nameStart(int core, int last) {
        int start = last;
        while (start > core && isNameWord(start - 1)) start--;
        while (start < last && PARTICLES.contains(grammar.word(start).form())) start++;
        for (int i = start; i < last - 1; i++) {
            if (lexicon.isSurname(bare(i))) break;
            if (lexicon.isGivenName(bare(i))) return i;
        }
        return last - start > 6 ? last : start;
    }

    private boolean isNameWord(int at) {
        Word word = grammar.word(at);
        String form = word.form();
        if (lexicon.isGivenName(IncidentLexicon.bare(form))) return true;
        if (PARTICLES.contains(form)) return true;
        if (word.isNumber()
                || lexicon.isWord(form)
                || form.length() < 3
                || !form.chars().allMatch(Character::isLetter)) return false;
        if (word.reading().isAny(ROLE)
                || word.reading().isAny(BODY)
                || !word.reading().verbs().isEmpty()) return false;
        return !form.matches(
                ".*(tion|tions|ing|ed|ment|ments|ity|ities|ness|ism|ist|ists|ship|ous|ive|ical|ional|ence|ance|ally|ful|less|able|ible|ers|ian|ians|ese|ans|ory|ary|ies|ship|ures?|ages?|ents|ants|tors)");
    }

    Evidence.Setting setting() {
        Set<String> towns = new HashSet<>();
        for (Group group : groups)
            if (PLACING.contains(group.preposition()) && places.holds(grammar, group.core(), group.last()))
                towns.add(grammar.text().textOf(group.core(), group.last()).toLowerCase(Locale.ROOT));
        Set<String> days = new HashSet<>();
        boolean turns = false;
        for (int i = from; i < grammar.sentence().last(); i++) {
            Word word = grammar.word(i);
            if (word.is(WordClass.WEEKDAY) || DAYS.contains(word.form())) days.add(word.form());
            if (word.is(WordClass.MONTH) && i > from && grammar.word(i - 1).isNumber())
                days.add(grammar.word(i - 1).form() + " " + word.form());
            turns |= TURNS.contains(word.form());
        }
        return new Evidence.Setting(towns, days, turns);
    }

    private void findTriggers() {
        for (int i = from; i < grammar.sentence().last(); i++) {
            Optional<Trigger> trigger = tag(i) == 'V' ? verbTrigger(i) : Optional.empty();
            if (trigger.isEmpty() && tag(i) == 'M') trigger = nounTrigger(i);
            if (trigger.isEmpty()) continue;
            triggers.add(trigger.get());
            i = trigger.get().last() - 1;
        }
    }

    private Optional<Trigger> verbTrigger(int at) {
        List<VerbForm> forms = grammar.word(at).reading().verbs();
        for (VerbForm form : forms) {
            Optional<PhraseTable.Match<Set<String>>> match = lexicon.findVerb(
                    k -> k == 0 ? form.lemma() : form(at + k, grammar.sentence().last()));
            if (match.isEmpty()) continue;
            int last = at + match.get().length();
            return Optional.of(new Trigger(at, last, match.get().value(), voice(at, last, form), isReal(at)));
        }
        return Optional.empty();
    }

    private Trigger.Form voice(int at, int last, VerbForm form) {
        if (form.tense() != Tense.PAST && form.tense() != Tense.PARTICIPLE) return Trigger.Form.ACTIVE;
        for (int i = at - 1; i >= from && (tag(i) == 'B' || tag(i) == 'A' || tag(i) == 'C'); i--)
            if (grammar.is(i, WordClass.BE)) return Trigger.Form.PASSIVE;
        boolean object = tag(last) == 'D' || tag(last) == 'M' || tag(last) == 'N';
        boolean auxiliary = tag(at - 1) == 'B';
        boolean agent = grammar.is(last, "by");
        boolean reduced =
                !auxiliary && !object && (tag(at - 1) == 'M' || grammar.isMark(at - 1, ",")) && tag(last) == 'P';
        return agent || reduced ? Trigger.Form.PASSIVE : Trigger.Form.ACTIVE;
    }

    private Optional<Trigger> nounTrigger(int at) {
        return lexicon.findNoun(k -> form(at + k, grammar.sentence().last()))
                .map(match -> new Trigger(at, at + match.length(), match.value(), Trigger.Form.NOUN, isReal(at)));
    }

    /// Whether nothing right before it makes it a plan, a condition or a denial.
    private boolean isReal(int at) {
        for (int i = Math.max(from, at - 4); i < at; i++)
            if (UNREAL.contains(grammar.word(i).form())) return false;
        return tag(at) != 'V' || !grammar.is(at - 1, "to");
    }
}
