package org.constancia.text.extract.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.constancia.core.place.PlaceName;
import org.constancia.text.extract.Slot;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.segment.AnalysedText;
import org.constancia.text.extract.segment.Word;

/// Every named person and body of one text. "Blinken" and "Antony Blinken" are one entry, because the shorter name's
/// words are among the longer one's; of two people with one surname the last named is meant.
public final class EntityTable {
    /// How many entities back a description can mean one: a long report names thousands, and nobody remembers them all.
    private static final int REMEMBERED = 400;

    private static final Set<WordClass> OFFICIAL_WORDS = EnumSet.of(WordClass.OFFICIAL, WordClass.OFFICER);
    private static final Set<WordClass> STATE_WORDS =
            EnumSet.of(WordClass.STATE_BODY, WordClass.STATE_FORCE, WordClass.JUDICIAL_BODY);

    private final AnalysedText text;
    private final List<Entity> entities = new ArrayList<>();
    private final Map<String, List<Entity>> named = new HashMap<>();
    private final Map<Integer, Name> nameAt = new HashMap<>();
    private final Map<Name, Entity> entityOf = new HashMap<>();

    private EntityTable(AnalysedText text) {
        this.text = text;
    }

    public static EntityTable of(AnalysedText text, List<Grammar> grammars) {
        EntityTable table = new EntityTable(text);
        for (Grammar grammar : grammars) for (Name name : new NameFinder(grammar).find()) table.enter(name);
        return table;
    }

    /// The name a word belongs to.
    public Optional<Name> findNameAt(int word) {
        return Optional.ofNullable(nameAt.get(word));
    }

    public Optional<Entity> findEntity(Name name) {
        return Optional.ofNullable(entityOf.get(name));
    }

    /// Index of the word at or after an offset of the text.
    int wordAt(int offset) {
        int low = 0;
        int high = text.words().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (text.word(middle).start() < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// The last entity first named before a word that fits.
    Optional<Entity> findLastBefore(int word, Predicate<Entity> fits) {
        int low = 0;
        int high = entities.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entities.get(middle).firstWord() < word) low = middle + 1;
            else high = middle;
        }
        return lastOf(entities.subList(0, low), fits);
    }

    /// The first entity of the text that fits.
    Optional<Entity> findFirst(Predicate<Entity> fits) {
        return entities.stream().limit(REMEMBERED).filter(fits).findFirst();
    }

    private static Optional<Entity> lastOf(List<Entity> entities, Predicate<Entity> fits) {
        for (int i = entities.size() - 1; i >= Math.max(0, entities.size() - REMEMBERED); i--)
            if (fits.test(entities.get(i))) return Optional.of(entities.get(i));
        return Optional.empty();
    }

    private void enter(Name name) {
        for (int i = name.first(); i < name.last(); i++) nameAt.put(i, name);
        if (name.kind() == Name.Kind.OFFICE) return;
        Set<String> tokens = tokensOf(name);
        Slot slot = text.slot(name.first(), name.last());
        Entity entity = findSame(tokens, name.kind()).orElse(null);
        if (entity == null) {
            entity = new Entity(slot, tokens.size(), name.kind(), tokens, name.first());
            entities.add(entity);
        } else {
            entity.merge(slot, tokens.size(), name.kind(), tokens);
        }
        for (String token : tokens) {
            List<Entity> bearers = named.computeIfAbsent(token, _ -> new ArrayList<>());
            if (bearers.isEmpty() || bearers.getLast() != entity) bearers.add(entity);
        }
        entityOf.put(name, entity);
        entity.genderIs(genderOf(text.word(name.first())));
        describe(entity, name);
    }

    private void describe(Entity entity, Name name) {
        Slot role = name.role();
        boolean state = false;
        for (int i = name.first(); i < name.last(); i++)
            state |= text.word(i).reading().isAny(STATE_WORDS);
        if (role == null) {
            if (state) entity.holdsOffice();
            return;
        }
        Set<String> forms = new LinkedHashSet<>();
        boolean official = false;
        Entity.Gender gender = Entity.Gender.UNKNOWN;
        for (int i = name.wholeFirst(); i < name.wholeLast(); i++) {
            Word word = text.word(i);
            if (i >= name.first() && i < name.last()) continue;
            forms.add(word.form());
            official |= word.reading().isAny(OFFICIAL_WORDS);
            if (gender == Entity.Gender.UNKNOWN) gender = genderOfRole(word);
        }
        for (int i = name.wholeFirst(); i < name.first(); i++)
            forms.add(text.word(i).form());
        entity.describe(role, forms, official, gender);
    }

    private static Entity.Gender genderOf(Word first) {
        if (first.is(WordClass.GIVEN_NAME_F)) return Entity.Gender.FEMININE;
        return first.is(WordClass.GIVEN_NAME_M) ? Entity.Gender.MASCULINE : Entity.Gender.UNKNOWN;
    }

    private static Entity.Gender genderOfRole(Word word) {
        return switch (word.form()) {
            case "la",
                    "una",
                    "her",
                    "mother",
                    "sister",
                    "widow",
                    "wife",
                    "daughter",
                    "woman",
                    "spokeswoman",
                    "ombudswoman" -> Entity.Gender.FEMININE;
            case "el", "un", "father", "brother", "husband", "son", "man", "spokesman" -> Entity.Gender.MASCULINE;
            default -> Entity.Gender.UNKNOWN;
        };
    }

    private Set<String> tokensOf(Name name) {
        Set<String> tokens = new LinkedHashSet<>();
        for (int i = name.first(); i < name.last(); i++) {
            Word word = text.word(i);
            if (word.isCapitalised() || word.isNumber()) tokens.add(PlaceName.normalise(word.text()));
        }
        return tokens;
    }

    /// Of those who share a word with the name and fit, the one first named last.
    private Optional<Entity> findSame(Set<String> tokens, Name.Kind kind) {
        Predicate<Entity> fits = entity -> isSame(entity, tokens, kind);
        if (tokens.isEmpty()) return lastOf(entities, fits);
        return tokens.stream()
                .flatMap(token -> lastOf(named.getOrDefault(token, List.of()), fits).stream())
                .max(Comparator.comparingInt(Entity::firstWord));
    }

    private static boolean isSame(Entity entity, Set<String> tokens, Name.Kind kind) {
        boolean kindsFit = kind == Name.Kind.OTHER || entity.kind() == Name.Kind.OTHER || kind == entity.kind();
        return kindsFit && (entity.tokens().containsAll(tokens) || isFullerName(tokens, entity));
    }

    /// A first short mention, then the whole name; but "Restrepo" does not become both Rosa and María Elena.
    private static boolean isFullerName(Set<String> tokens, Entity entity) {
        return entity.tokens().size() < tokens.size() && tokens.containsAll(entity.tokens());
    }
}
