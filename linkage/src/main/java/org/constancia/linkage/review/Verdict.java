package org.constancia.linkage.review;

import java.util.Locale;
import java.util.Optional;

/// What a reviewer says about two records.
public enum Verdict {
    SAME,
    DIFFERENT,
    UNSURE;

    /// Understands the words of both languages and the numbers of scoring tools (1 same, 0 different).
    public static Optional<Verdict> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "same", "match", "true", "yes", "y", "1", "1.0", "misma", "mismo", "igual", "si", "sí", "s" ->
                Optional.of(SAME);
            case "different",
                    "distinct",
                    "nonmatch",
                    "non-match",
                    "false",
                    "no",
                    "n",
                    "0",
                    "0.0",
                    "distinta",
                    "distinto",
                    "diferente",
                    "otra" -> Optional.of(DIFFERENT);
            case "unsure", "unknown", "maybe", "?", "0.5", "dudosa", "dudoso", "duda", "no sabe" -> Optional.of(UNSURE);
            default -> Optional.empty();
        };
    }
}
