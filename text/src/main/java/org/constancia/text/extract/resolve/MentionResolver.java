package org.constancia.text.extract.resolve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.constancia.core.place.PlaceName;
import org.constancia.text.extract.Slot;
import org.constancia.text.extract.Speaker;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.phrase.NounPhrase;
import org.constancia.text.extract.segment.Word;

/// Finds out whom a noun phrase means. Pronouns and descriptions look back to those who spoke last, which is right in
/// news because a report stays with its speaker.
public final class MentionResolver {
    /// How many speakers back "he" can be looked for.
    private static final int REMEMBERED = 100;

    private static final Set<WordClass> PEOPLE = EnumSet.of(
            WordClass.OFFICIAL,
            WordClass.OFFICER,
            WordClass.PERSON,
            WordClass.FAMILY,
            WordClass.STATE_FORCE,
            WordClass.ARMED_GROUP);
    private static final Set<WordClass> BODIES = EnumSet.of(
            WordClass.ORGANISATION, WordClass.STATE_BODY, WordClass.JUDICIAL_BODY, WordClass.DOCUMENT, WordClass.DATA);
    private static final Set<WordClass> OFFICIAL = EnumSet.of(
            WordClass.OFFICIAL,
            WordClass.OFFICER,
            WordClass.STATE_BODY,
            WordClass.STATE_FORCE,
            WordClass.JUDICIAL_BODY);

    private final EntityTable table;
    /// The last first.
    private final Deque<Mention> speakers = new ArrayDeque<>();

    public MentionResolver(EntityTable table) {
        this.table = table;
    }

    /// Remembers who spoke; later pronouns look back to them.
    public void spoke(Mention mention) {
        if (speakers.size() == REMEMBERED) speakers.removeLast();
        speakers.addFirst(mention);
    }

    public Optional<Mention> findLastSpeaker() {
        return Optional.ofNullable(speakers.peekFirst());
    }

    private Optional<Mention> findLastSpeaker(Predicate<Mention> fits) {
        return speakers.stream().filter(fits).findFirst();
    }

    private static boolean isOtherThan(Name.Kind kind, Mention speaker) {
        Entity entity = speaker.entity();
        return entity != null && entity.kind() != kind;
    }

    /// Whether the phrase can be somebody who speaks or acts: a person, a body, a document, a name, a pronoun.
    public boolean isActor(Grammar grammar, NounPhrase phrase) {
        for (int i = phrase.first(); i < phrase.last(); i++) {
            Word word = grammar.word(i);
            boolean actor = word.reading().isAny(PEOPLE)
                    || word.reading().isAny(BODIES)
                    || table.findNameAt(i).isPresent()
                    || isPersonalPronoun(word);
            if (actor) return true;
        }
        return false;
    }

    /// Whether the noun itself is one for people, and no body or name.
    boolean isPeople(Grammar grammar, NounPhrase phrase) {
        return grammar.word(phrase.head()).reading().isAny(PEOPLE)
                && !grammar.word(phrase.head()).isCapitalised();
    }

    /// The same for the noun itself, whatever its complements name: "amenazas de las Autodefensas" is no actor.
    public boolean isActorHead(Grammar grammar, NounPhrase phrase) {
        Word head = grammar.word(phrase.head());
        boolean named = table.findNameAt(phrase.core()).isPresent()
                || table.findNameAt(phrase.head()).isPresent();
        boolean data = head.is(WordClass.DATA) && !head.is(WordClass.DOCUMENT);
        return named
                || head.reading().isAny(PEOPLE)
                || head.reading().isAny(BODIES) && !data
                || isPersonalPronoun(head);
    }

    private static boolean isPersonalPronoun(Word word) {
        return word.is(WordClass.HE)
                || word.is(WordClass.SHE)
                || word.is(WordClass.THEY)
                || word.is(WordClass.IT)
                || word.is(WordClass.WE);
    }

    /// Whom the phrase means.
    public Mention resolve(Grammar grammar, NounPhrase phrase) {
        Word first = grammar.word(phrase.first());
        if (phrase.last() - phrase.first() == 1 && isPersonalPronoun(first)) return pronoun(grammar, phrase);
        Optional<Name> name = principalName(grammar, phrase);
        if (name.isPresent()) return named(grammar, phrase, name.get());
        Optional<Mention> possessed = governmentOf(grammar, phrase);
        if (possessed.isPresent()) return possessed.get();
        return description(grammar, phrase);
    }

    /// The speaker goes on although the sentence does not name anybody.
    public Optional<Mention> continueLast(String reason) {
        return findLastSpeaker()
                .map(last -> last.unspoken(new Speaker(
                        Slot.inferred(last.speaker().name().value(), reason),
                        last.speaker().name(),
                        last.speaker().role())));
    }

    private Mention pronoun(Grammar grammar, NounPhrase phrase) {
        Word word = grammar.word(phrase.first());
        Slot mention = grammar.text().slot(phrase.first(), phrase.last());
        return findLastSpeaker(speaker -> fits(word, speaker))
                .map(speaker -> again(mention, speaker))
                .or(() -> lastPersonBefore(phrase.first(), word).map(entity -> of(mention, entity)))
                .orElseGet(() -> new Mention(new Speaker(mention, mention, null), null, false, true));
    }

    private static boolean fits(Word pronoun, Mention candidate) {
        Entity entity = candidate.entity();
        boolean person = entity == null || entity.kind() != Name.Kind.ORGANISATION;
        if (pronoun.is(WordClass.IT)) return entity != null ? entity.kind() == Name.Kind.ORGANISATION : true;
        if (pronoun.is(WordClass.THEY)) return entity == null || entity.kind() == Name.Kind.ORGANISATION;
        Entity.Gender gender = entity == null ? Entity.Gender.UNKNOWN : entity.gender();
        if (pronoun.is(WordClass.HE)) return entity != null && person && gender != Entity.Gender.FEMININE;
        if (pronoun.is(WordClass.SHE)) return entity != null && person && gender != Entity.Gender.MASCULINE;
        return false;
    }

    private Optional<Entity> lastPersonBefore(int word, Word pronoun) {
        boolean she = pronoun.is(WordClass.SHE);
        if (!she && !pronoun.is(WordClass.HE)) return Optional.empty();
        for (int i = word - 1; i >= 0 && i > word - 120; i--) {
            Optional<Entity> entity = table.findNameAt(i)
                    .filter(name -> name.kind() == Name.Kind.PERSON)
                    .flatMap(table::findEntity);
            Entity.Gender wrong = she ? Entity.Gender.MASCULINE : Entity.Gender.FEMININE;
            if (entity.isPresent() && entity.get().gender() != wrong) return entity;
        }
        return Optional.empty();
    }

    private static Mention again(Slot mention, Mention before) {
        return new Mention(
                new Speaker(mention, before.speaker().name(), before.speaker().role()),
                before.entity(),
                before.official(),
                true);
    }

    private static Mention of(Slot mention, Entity entity) {
        return new Mention(new Speaker(mention, entity.name(), entity.role()), entity, entity.isOfficial(), true);
    }

    /// The name the phrase is about: not the one a complement names ("la familia de María", "a relative of Castro").
    private Optional<Name> principalName(Grammar grammar, NounPhrase phrase) {
        for (int i = phrase.last() - 1; i >= phrase.first(); i--) {
            Optional<Name> name = table.findNameAt(i);
            if (name.isEmpty() || namesManyOf(grammar, phrase, name.get())) continue;
            int before = name.get().wholeFirst() - 1;
            boolean complement =
                    before >= phrase.first() && grammar.isAny(before, Set.of("de", "del", "of", "by", "por"))
                            || before - 1 >= phrase.first()
                                    && grammar.is(before, WordClass.DEFINITE)
                                    && grammar.isAny(before - 1, Set.of("de", "of"))
                            || grammar.is(name.get().last(), "'s") && name.get().last() < phrase.last()
                            || name.get().last() < phrase.last()
                                    && !grammar.isSpanish()
                                    && Grammar.isNoun(grammar.word(phrase.last() - 1))
                                    && table.findNameAt(phrase.last() - 1).isEmpty();
            if (complement) {
                i = name.get().first();
                continue;
            }
            return name;
        }
        return Optional.empty();
    }

    /// "Habitantes de la vereda El Totumal": several people, and the name is only where they belong.
    private static boolean namesManyOf(Grammar grammar, NounPhrase phrase, Name name) {
        int noun = isMany(grammar.word(phrase.head())) ? phrase.head() : phrase.core();
        if (!isMany(grammar.word(noun))) return false;
        for (int i = noun + 1; i < name.first(); i++)
            if (grammar.isAny(i, Set.of("de", "del", "of", "from", "en", "in"))) return true;
        return false;
    }

    private static boolean isMany(Word word) {
        return word.form().endsWith("s") && (word.is(WordClass.PERSON) || word.is(WordClass.FAMILY));
    }

    private Mention named(Grammar grammar, NounPhrase phrase, Name name) {
        int first = Math.min(phrase.core(), name.first());
        Slot mention = grammar.text().slot(Math.max(first, Math.min(name.wholeFirst(), name.first())), name.last());
        if (phrase.first() <= name.first() && phrase.first() != phrase.core())
            mention = grammar.text()
                    .slot(Math.max(phrase.core(), phrase.first()), Math.max(name.last(), phrase.core() + 1));
        Slot words = mention;
        Optional<Entity> entity = table.findEntity(name);
        if (entity.isPresent()) return of(words, entity.get());
        return byRole(grammar, name.first(), words)
                .orElseGet(() -> new Mention(new Speaker(words, words, null), null, isOfficial(grammar, phrase), true));
    }

    /// "his government", "her administration", "su gobierno": the person speaks for it.
    private Optional<Mention> governmentOf(Grammar grammar, NounPhrase phrase) {
        boolean possessed = grammar.is(phrase.first(), WordClass.POSSESSIVE)
                && grammar.isAny(
                        phrase.last() - 1, Set.of("government", "administration", "gobierno", "administración"));
        if (!possessed) return Optional.empty();
        Slot mention = grammar.text().slot(phrase.first(), phrase.last());
        return findLastSpeaker(speaker -> isOtherThan(Name.Kind.ORGANISATION, speaker))
                .map(speaker -> again(mention, speaker));
    }

    private Mention description(Grammar grammar, NounPhrase phrase) {
        Slot mention = grammar.text().slot(phrase.core(), phrase.last());
        Word head = grammar.word(phrase.head());
        boolean definite = grammar.is(phrase.first(), WordClass.DEFINITE);
        boolean bare = phrase.last() - phrase.core() == 1;
        if (definite) {
            Optional<Mention> person = byRole(grammar, phrase.head(), mention);
            if (person.isPresent() && (bare || sharesRole(grammar, phrase, person.get()))) return person.get();
            if (bare && head.is(WordClass.ORGANISATION_ANAPHOR)) {
                Optional<Mention> body = lastBody(head, mention);
                if (body.isPresent()) return body.get();
            }
            if (head.is(WordClass.ANAPHOR)
                    && (bare || phrase.last() - phrase.core() <= 3 && !namesComplement(phrase))) {
                Optional<Mention> person2 = lastPersonSpeaker(grammar, phrase, mention);
                if (person2.isPresent()) return person2.get();
            }
        }
        return new Mention(new Speaker(mention, mention, null), null, isOfficial(grammar, phrase), true);
    }

    private boolean namesComplement(NounPhrase phrase) {
        for (int i = phrase.core(); i < phrase.last(); i++)
            if (table.findNameAt(i)
                    .filter(name -> name.last() - name.first() > 1 || name.kind() == Name.Kind.PERSON)
                    .isPresent()) return true;
        return false;
    }

    private boolean sharesRole(Grammar grammar, NounPhrase phrase, Mention person) {
        Entity entity = person.entity();
        if (entity == null) return false;
        for (int i = phrase.core(); i < phrase.last(); i++) {
            Word word = grammar.word(i);
            boolean content = word.isWord() && !word.is(WordClass.PREPOSITION) && !word.is(WordClass.DETERMINER);
            if (content && !entity.hasRole(word.form())) return false;
        }
        return true;
    }

    /// "el ministro": the last person with that office before.
    private Optional<Mention> byRole(Grammar grammar, int head, Slot mention) {
        String noun = grammar.word(head).form();
        if (!grammar.word(head).reading().isAny(EnumSet.of(WordClass.OFFICIAL, WordClass.OFFICER, WordClass.ANAPHOR)))
            return Optional.empty();
        Optional<Entity> before = table.findLastBefore(head, entity -> entity.hasRole(noun));
        boolean official = grammar.word(head).is(WordClass.OFFICIAL);
        return before.or(() -> official ? table.findFirst(entity -> entity.hasRole(noun)) : Optional.empty())
                .map(entity -> of(mention, entity));
    }

    private Optional<Mention> lastPersonSpeaker(Grammar grammar, NounPhrase phrase, Slot mention) {
        boolean feminine = grammar.isAny(phrase.first(), Set.of("la", "esta"));
        Entity.Gender wrong = feminine ? Entity.Gender.MASCULINE : Entity.Gender.FEMININE;
        Optional<Mention> spoke = findLastSpeaker(speaker -> {
            Entity entity = speaker.entity();
            if (entity == null || entity.kind() == Name.Kind.ORGANISATION) return false;
            return !grammar.isSpanish() || entity.gender() != wrong;
        });
        if (spoke.isPresent()) return spoke.map(speaker -> again(mention, speaker));
        for (int i = phrase.first() - 1; i >= 0 && i > phrase.first() - 60; i--) {
            Optional<Entity> entity = table.findNameAt(i)
                    .filter(name -> name.kind() == Name.Kind.PERSON)
                    .flatMap(table::findEntity);
            if (entity.isPresent()) return entity.map(person -> of(mention, person));
        }
        return Optional.empty();
    }

    private Optional<Mention> lastBody(Word head, Slot mention) {
        String noun = PlaceName.normalise(head.form());
        return table.findLastBefore(indexOf(mention), entity -> entity.tokens().contains(noun))
                .map(entity -> of(mention, entity))
                .or(() -> findLastSpeaker(speaker -> isOtherThan(Name.Kind.PERSON, speaker))
                        .map(speaker -> again(mention, speaker)));
    }

    private int indexOf(Slot mention) {
        return mention.span() == null ? 0 : table.wordAt(mention.span().start());
    }

    private static boolean isOfficial(Grammar grammar, NounPhrase phrase) {
        for (int i = phrase.core(); i < phrase.last(); i++)
            if (grammar.word(i).reading().isAny(OFFICIAL)) return true;
        return false;
    }
}
