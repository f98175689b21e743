package org.constancia.text.extract.resolve;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.constancia.text.extract.Slot;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.phrase.NounPhrase;
import org.constancia.text.extract.segment.Sentence;
import org.constancia.text.extract.segment.Word;

/// Finds proper names by their capitals, parts the role from the name and tells persons from organisations.
///
/// A name runs over capitalised words and the particles between them ("María del Carmen Torrado", "Defensoría del
/// Pueblo"). The role is what stands before it in capitals ("Defence Minister Carlos Holguín"), before it in small
/// letters with or without comma ("el ministro de Defensa, Diego Molano"), or behind it between commas.
final class NameFinder {
    private static final Set<String> PARTICLES =
            Set.of("de", "del", "la", "las", "los", "of", "the", "van", "von", "da", "dos", "do", "di", "al", "bin");
    private static final Set<String> ORGANISATION_PARTICLES =
            Set.of("para", "por", "y", "e", "for", "and", "&", "on", "en", "a", "against", "contra");
    private static final Set<WordClass> OFFICES = EnumSet.of(WordClass.OFFICIAL, WordClass.OFFICER, WordClass.TITLE);
    private static final Set<WordClass> BODIES = EnumSet.of(
            WordClass.ORGANISATION,
            WordClass.STATE_BODY,
            WordClass.STATE_FORCE,
            WordClass.ARMED_GROUP,
            WordClass.JUDICIAL_BODY);
    private static final Set<WordClass> ROLES = EnumSet.of(
            WordClass.OFFICIAL,
            WordClass.OFFICER,
            WordClass.PERSON,
            WordClass.FAMILY,
            WordClass.TITLE,
            WordClass.ANAPHOR);
    private static final Set<WordClass> NO_NAME_BEGINNING = EnumSet.of(
            WordClass.DETERMINER,
            WordClass.PREPOSITION,
            WordClass.CONJUNCTION,
            WordClass.PRONOUN,
            WordClass.RELATIVE,
            WordClass.POSSESSIVE,
            WordClass.NUMERAL,
            WordClass.ADVERB,
            WordClass.BE,
            WordClass.HAVE,
            WordClass.MODAL,
            WordClass.NEGATION,
            WordClass.WEEKDAY,
            WordClass.MONTH,
            WordClass.QUANTIFIER,
            WordClass.COMPLEMENTISER);

    private final Grammar grammar;
    private final Sentence sentence;

    NameFinder(Grammar grammar) {
        this.grammar = grammar;
        this.sentence = grammar.sentence();
    }

    List<Name> find() {
        List<Name> names = new ArrayList<>();
        for (int i = sentence.first(); i < sentence.last(); ) {
            if (!beginsName(i)) {
                i++;
                continue;
            }
            int end = endOfName(i);
            findIn(i, end).ifPresent(names::add);
            i = end;
        }
        return names;
    }

    private boolean beginsName(int at) {
        Word word = grammar.word(at);
        if (!word.isCapitalised() || word.form().equals("'s")) return false;
        boolean opening = at == sentence.first()
                || !grammar.word(at - 1).isWord() && !grammar.isMark(at - 1, ",") && !grammar.isMark(at - 1, "(");
        if (!word.reading().isAny(NO_NAME_BEGINNING)) return !opening || isNameLike(at);
        return word.isAcronym() && !opening;
    }

    /// At the beginning of a sentence a capital says nothing: a known noun in small use, or a verb, is no name.
    private boolean isNameLike(int at) {
        Word word = grammar.word(at);
        if (grammar.is(at, WordClass.GIVEN_NAME_F) || grammar.is(at, WordClass.GIVEN_NAME_M) || word.isAcronym())
            return true;
        boolean nextCapital = sentence.holds(at + 1) && grammar.word(at + 1).isCapitalised();
        if (nextCapital) return true;
        if (!word.reading().verbs().isEmpty()) return false;
        return !Grammar.isNoun(word)
                || word.reading().isAny(BODIES)
                        && grammar.isSpanish()
                        && grammar.isAny(at + 1, PARTICLES)
                        && sentence.holds(at + 2)
                        && grammar.word(at + 2).isCapitalised();
    }

    private int endOfName(int first) {
        int end = first + 1;
        boolean body = grammar.word(first).reading().isAny(BODIES);
        while (sentence.holds(end)) {
            Word word = grammar.word(end);
            if (word.isCapitalised()
                    && !word.is(WordClass.WEEKDAY)
                    && !word.is(WordClass.MONTH)
                    && !word.form().equals("'s")) {
                body |= word.reading().isAny(BODIES);
                end++;
                continue;
            }
            int next = end;
            boolean organisationOnly = false;
            while (sentence.holds(next) && next - end < 3 && isParticle(next)) {
                organisationOnly |=
                        ORGANISATION_PARTICLES.contains(grammar.word(next).form());
                next++;
            }
            if (grammar.is(end, "of") && holdsGivenName(first, end)) break;
            boolean continues = next > end
                    && sentence.holds(next)
                    && grammar.word(next).isCapitalised()
                    && !grammar.word(next).is(WordClass.MONTH)
                    && (!organisationOnly || joinsOrganisation(body, end, next));
            if (!continues) break;
            end = next;
        }
        return end;
    }

    private boolean holdsGivenName(int first, int end) {
        for (int i = first; i < end; i++)
            if (isPersonal(i) || i < end - 1 && grammar.word(i).reading().isAny(OFFICES)) return true;
        return false;
    }

    private boolean isParticle(int at) {
        String form = grammar.word(at).form();
        return !grammar.word(at).isCapitalised() && (PARTICLES.contains(form) || ORGANISATION_PARTICLES.contains(form));
    }

    /// "Federación para la Libertad", "Truth and Memory Foundation"; but not "Blinken and Duque", "Policía en Cali".
    private boolean joinsOrganisation(boolean body, int particle, int next) {
        String form = grammar.word(particle).form();
        if (Set.of("en", "on", "a").contains(form)) return false;
        if (Set.of("y", "e", "and", "&").contains(form)) {
            if (isPersonal(next) || particle > 0 && isPersonal(particle - 1)) return false;
            return body && grammar.isSpanish() && !grammar.word(next).reading().isAny(BODIES)
                    || !grammar.isSpanish() && hasBodyAfter(next);
        }
        return body;
    }

    private boolean isPersonal(int at) {
        return grammar.is(at, WordClass.GIVEN_NAME_F) || grammar.is(at, WordClass.GIVEN_NAME_M);
    }

    private boolean hasBodyAfter(int at) {
        for (int i = at; sentence.holds(i) && grammar.word(i).isCapitalised(); i++)
            if (grammar.word(i).reading().isAny(BODIES)) return true;
        return false;
    }

    private Optional<Name> findIn(int first, int end) {
        int start = skipOffice(first, end);
        if (start == end)
            return Optional.of(new Name(
                    first, end, hasBody(first, end) ? Name.Kind.ORGANISATION : Name.Kind.OFFICE, first, end, null));
        Name.Kind kind = kindOf(start, end, start > first);
        Slot role = start > first ? grammar.text().slot(first, start) : null;
        int wholeFirst = first;
        int wholeLast = end;
        if (kind != Name.Kind.ORGANISATION) {
            Optional<NounPhrase> before = roleBefore(first);
            Optional<NounPhrase> behind = before.isPresent() || role != null ? Optional.empty() : roleBehind(end);
            if (before.isPresent()) {
                NounPhrase described = officeBefore(before.get()).orElse(before.get());
                wholeFirst = described.first();
                role = grammar.text().slot(described.core(), start > first ? start : roleEnd(first));
            } else if (behind.isPresent()) {
                wholeLast = behind.get().last();
                role = grammar.text().slot(behind.get().core(), behind.get().last());
            }
        } else {
            wholeFirst = describedFrom(first);
        }
        if (role != null) kind = Name.Kind.PERSON;
        return Optional.of(new Name(start, end, kind, wholeFirst, wholeLast, role));
    }

    private int roleEnd(int nameFirst) {
        return grammar.isMark(nameFirst - 1, ",") ? nameFirst - 1 : nameFirst;
    }

    /// The first word after a capitalised office: "US Secretary of State | Antony Blinken".
    private int skipOffice(int first, int end) {
        int last = -1;
        for (int i = first; i < end; i++) if (grammar.word(i).reading().isAny(OFFICES) && !isPersonal(i)) last = i;
        if (last < 0) return first;
        if (grammar.isSpanish() && last > first && grammar.word(first).reading().isAny(BODIES)) return first;
        if (isPersonal(first) && !grammar.word(first).is(WordClass.TITLE)) return first;
        int start = last + 1;
        while (start < end
                && (isParticle(start)
                        || grammar.word(start).is(WordClass.PORTFOLIO)
                        || !grammar.word(start).isCapitalised())) start++;
        boolean bodyAtEnd = start == end - 1 && grammar.word(start).reading().isAny(BODIES);
        return bodyAtEnd ? first : start;
    }

    private boolean hasBody(int first, int end) {
        for (int i = first; i < end; i++) if (grammar.word(i).reading().isAny(BODIES)) return true;
        return false;
    }

    private Name.Kind kindOf(int first, int end, boolean hasOffice) {
        if (hasOffice || isPersonal(first)) return Name.Kind.PERSON;
        if (hasBody(first, end) || grammar.word(first).isAcronym()) return Name.Kind.ORGANISATION;
        return end - first >= 2 && end - first <= 4 && allCapitals(first, end) ? Name.Kind.PERSON : Name.Kind.OTHER;
    }

    private boolean allCapitals(int first, int end) {
        for (int i = first; i < end; i++) if (!grammar.word(i).isCapitalised()) return false;
        return true;
    }

    /// "el ministro de Defensa, " or "la abogada " before the name.
    private Optional<NounPhrase> roleBefore(int first) {
        int last = grammar.isMark(first - 1, ",") ? first - 2 : first - 1;
        if (!sentence.holds(last) || grammar.word(last).isQuoteMark()) return Optional.empty();
        return grammar.findPhraseUpTo(last)
                .filter(phrase -> grammar.word(phrase.head()).reading().isAny(ROLES) || endsWithRole(phrase))
                .filter(phrase -> !grammar.word(phrase.head()).isCapitalised() || phrase.head() == sentence.first())
                .filter(phrase -> last == first - 1 || isSingular(phrase));
    }

    /// The office before a rank: "El comandante de la Policía, coronel | Jairo Benavides".
    private Optional<NounPhrase> officeBefore(NounPhrase rank) {
        if (!grammar.isMark(rank.first() - 1, ",") || rank.first() != rank.core()) return Optional.empty();
        return grammar.findPhraseUpTo(rank.first() - 2)
                .filter(phrase -> grammar.word(phrase.head()).reading().isAny(ROLES))
                .filter(this::isSingular);
    }

    private boolean endsWithRole(NounPhrase phrase) {
        return !grammar.isSpanish() && grammar.word(phrase.last() - 1).reading().isAny(ROLES);
    }

    /// Before a comma only one person is described; "tres policías, Juan" is a list.
    private boolean isSingular(NounPhrase phrase) {
        return phrase.first() < phrase.core()
                && !grammar.word(phrase.first()).is(WordClass.NUMERAL)
                && !grammar.word(phrase.first()).isNumber()
                && !grammar.isAny(
                        phrase.first(),
                        Set.of("los", "las", "unos", "unas", "these", "those", "many", "several", "all"));
    }

    /// ", the sister of one of the victims," or ", 46, a leader of ..." behind the name.
    private Optional<NounPhrase> roleBehind(int end) {
        if (!grammar.isMark(end, ",")) return Optional.empty();
        int start = end + 1;
        if (sentence.holds(start) && grammar.word(start).isNumber() && grammar.isMark(start + 1, ",")) start += 2;
        if (!sentence.holds(start) || grammar.word(start).isCapitalised()) return Optional.empty();
        return grammar.findPhraseFrom(start)
                .filter(phrase -> grammar.word(phrase.head()).reading().isAny(ROLES)
                        && !grammar.word(phrase.head()).is(WordClass.PRONOUN))
                .filter(phrase -> endsApposition(phrase.last()));
    }

    /// An apposition ends with a mark or goes on with "who"; otherwise the phrase is the subject of what follows.
    private boolean endsApposition(int last) {
        return !sentence.holds(last)
                || grammar.word(last).kind() == Word.Kind.PUNCTUATION
                || grammar.is(last, WordClass.RELATIVE)
                || grammar.is(last, WordClass.PREPOSITION);
    }

    /// "la organización Temblores", "the agency Reuters": the describing noun belongs to the mention.
    private int describedFrom(int first) {
        if (first == sentence.first()
                || !grammar.word(first - 1).isWord()
                || grammar.word(first - 1).isCapitalised()) return first;
        return grammar.findPhraseUpTo(first - 1)
                .filter(phrase -> grammar.word(phrase.head()).reading().isAny(BODIES))
                .map(NounPhrase::first)
                .orElse(first);
    }
}
