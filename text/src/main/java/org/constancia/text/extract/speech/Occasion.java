package org.constancia.text.extract.speech;

import java.util.Set;
import org.constancia.text.extract.phrase.Grammar;

/// The occasion of saying something at the end of a clause: "during his opening remarks", "en una rueda de prensa".
final class Occasion {
    private static final Set<String> OPENERS =
            Set.of("during", "durante", "en", "in", "at", "desde", "through", "mediante");
    private static final Set<String> NOUNS = Set.of(
            "remarks",
            "speech",
            "conference",
            "interview",
            "statement",
            "communiqué",
            "communique",
            "letter",
            "briefing",
            "hearing",
            "meeting",
            "rueda",
            "entrevista",
            "comunicado",
            "discurso",
            "audiencia",
            "alocución",
            "carta",
            "conferencia",
            "debate",
            "intervención",
            "message",
            "mensaje",
            "video",
            "report",
            "informe",
            "trino",
            "tweet");

    private Occasion() {}

    /// The end of the clause `[first, last)` without an occasion behind it.
    static int trim(Grammar grammar, int first, int last) {
        for (int i = last - 1; i > first + 1 && i > last - 9; i--) {
            if (!grammar.isAny(i, OPENERS)) continue;
            for (int k = i + 1; k < last; k++) if (grammar.isAny(k, NOUNS)) return i;
        }
        return last;
    }
}
