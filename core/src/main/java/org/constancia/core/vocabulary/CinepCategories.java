package org.constancia.core.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.jspecify.annotations.Nullable;

/// The categories of violence of CINEP's Banco de Datos de Derechos Humanos (Colombia), as published by SIVeL 2 (ISC).
///
/// The number alone is unique, so `701` means `D701`. A sub-category such as 191 is counted in its parent, 19.
public final class CinepCategories {
    /// Which body of law or practice a category belongs to: the letter of its code.
    public enum Violence {
        /// Violations of human rights: an agent of the state or somebody acting with its acquiescence.
        A,
        /// Socio-political violence by somebody who is not of the state pole.
        B,
        /// Acts of war, which have no victim of their own.
        C,
        /// Breaches of international humanitarian law.
        D
    }

    /// Who the victim of a category can be.
    public enum VictimKind {
        INDIVIDUAL,
        COLLECTIVE,
        /// An act of war, an object or a method: it counts events, not victims.
        OTHER
    }

    /// @param number the number that documenters type
    /// @param countedIn the number of the category this one is counted in
    public record Category(
            Term term,
            int number,
            Violence violence,
            VictimKind victimKind,
            @Nullable Integer countedIn) {}

    private static final CinepCategories SHIPPED = read();

    private final Vocabulary vocabulary;
    private final Map<String, Category> byCode;
    private final Map<Integer, Category> byNumber;

    private CinepCategories(List<Category> categories) {
        vocabulary =
                new Vocabulary("cinep", categories.stream().map(Category::term).toList());
        byCode = categories.stream()
                .collect(Collectors.toUnmodifiableMap(c -> c.term().code(), Function.identity()));
        byNumber = categories.stream().collect(Collectors.toUnmodifiableMap(Category::number, Function.identity()));
    }

    /// The list that is shipped.
    public static CinepCategories shipped() {
        return SHIPPED;
    }

    private static CinepCategories read() {
        List<Map<String, String>> rows = ShippedTable.read("cinep_categories.csv");
        Map<String, String> codeByNumber =
                rows.stream().collect(Collectors.toMap(row -> row.get("id"), row -> row.get("code")));
        return new CinepCategories(
                rows.stream().map(row -> category(row, codeByNumber)).toList());
    }

    private static Category category(Map<String, String> row, Map<String, String> codeByNumber) {
        String countedIn = row.getOrDefault("contadaen", "");
        Term term = new Term(
                row.getOrDefault("code", ""),
                row.getOrDefault("nombre", "").strip(),
                codeByNumber.get(countedIn),
                !row.getOrDefault("fechadeshabilitacion", "").isEmpty());
        return new Category(
                term,
                Integer.parseInt(row.getOrDefault("id", "")),
                Violence.valueOf(row.getOrDefault("tviolencia", "")),
                victimKind(row.getOrDefault("tipocat", "")),
                countedIn.isEmpty() ? null : Integer.valueOf(countedIn));
    }

    private static VictimKind victimKind(String letter) {
        return switch (letter) {
            case "I" -> VictimKind.INDIVIDUAL;
            case "C" -> VictimKind.COLLECTIVE;
            case "O" -> VictimKind.OTHER;
            default ->
                throw new ConstanciaException(Problem.BAD_INPUT, "The category list has an unknown kind of victim")
                        .with("kind", letter);
        };
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /// Finds a category by what people type: `A10`, `a10`, `10`.
    public Optional<Category> find(String typed) {
        String text = typed.strip().toUpperCase(Locale.ROOT);
        if (text.chars().allMatch(Character::isDigit) && !text.isEmpty() && text.length() < 6) {
            return Optional.ofNullable(byNumber.get(Integer.valueOf(text)));
        }
        return Optional.ofNullable(byCode.get(text));
    }

    /// @throws ConstanciaException with [Problem#BAD_INPUT] when there is no such category
    public Category get(String typed) {
        return find(typed)
                .orElseThrow(() -> new ConstanciaException(Problem.BAD_INPUT, "There is no such category of violence")
                        .with("typed", typed));
    }

    /// The code under which a category is counted: its own, or that of the category it is a part of.
    public String countedUnder(String code) {
        Category category = get(code);
        return category.term().parent().orElse(category.term().code());
    }
}
