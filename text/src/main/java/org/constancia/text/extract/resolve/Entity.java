package org.constancia.text.extract.resolve;

import java.util.LinkedHashSet;
import java.util.Set;
import org.constancia.text.extract.Slot;
import org.jspecify.annotations.Nullable;

/// A person or body the text names, with everything the text has told about it so far. Grows while the text is read.
public final class Entity {
    /// What the text lets us know of a person's grammatical gender.
    public enum Gender {
        FEMININE,
        MASCULINE,
        UNKNOWN
    }

    private final Set<String> tokens = new LinkedHashSet<>();
    private final Set<String> roleTokens = new LinkedHashSet<>();
    private Slot fullest;
    private int fullestWords;
    private @Nullable Slot role;
    private Name.Kind kind;
    private Gender gender = Gender.UNKNOWN;
    private boolean official;
    private final int firstWord;

    Entity(Slot name, int words, Name.Kind kind, Set<String> tokens, int firstWord) {
        this.fullest = name;
        this.fullestWords = words;
        this.kind = kind;
        this.firstWord = firstWord;
        this.tokens.addAll(tokens);
    }

    void merge(Slot name, int words, Name.Kind otherKind, Set<String> otherTokens) {
        if (words > fullestWords) {
            fullest = name;
            fullestWords = words;
        }
        if (kind == Name.Kind.OTHER) kind = otherKind;
        tokens.addAll(otherTokens);
    }

    void describe(Slot words, Set<String> forms, boolean isOfficial, Gender shown) {
        if (role == null) role = words;
        roleTokens.addAll(forms);
        official |= isOfficial;
        if (gender == Gender.UNKNOWN) gender = shown;
    }

    void holdsOffice() {
        official = true;
    }

    void genderIs(Gender shown) {
        if (gender == Gender.UNKNOWN) gender = shown;
    }

    /// The fullest name, where it first stands.
    public Slot name() {
        return fullest;
    }

    public @Nullable Slot role() {
        return role;
    }

    public Name.Kind kind() {
        return kind;
    }

    public Gender gender() {
        return gender;
    }

    /// Whether the text gives it a public office, or it is a body of the state.
    public boolean isOfficial() {
        return official;
    }

    Set<String> tokens() {
        return tokens;
    }

    boolean hasRole(String noun) {
        return roleTokens.contains(noun);
    }

    int firstWord() {
        return firstWord;
    }
}
