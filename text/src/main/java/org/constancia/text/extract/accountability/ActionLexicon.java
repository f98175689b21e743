package org.constancia.text.extract.accountability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.constancia.text.extract.lexicon.Language;
import org.constancia.text.extract.lexicon.LexiconFile;

/// The patterns of `actions.txt` in one language, by the lemma of their verb.
final class ActionLexicon {
    /// @param required phrases of which one stands near the verb; empty when the verb suffices
    /// @param accused where the accused stands: `object`, `a`, `contra`, `against`, `for`, `of`, `subject`,
    ///     `none`
    /// @param passive whether "was V-ed" has the accused as subject
    /// @param court whether it is a step only when a court or prosecutor does it ("la Fiscalía acusó a ...")
    /// @param thingPassive whether "the case was V-ed" counts, with the thing as subject
    record Pattern(
            String lemma,
            List<List<String>> required,
            String kind,
            String accused,
            boolean passive,
            boolean thingPassive,
            boolean court) {}

    private final Map<String, List<Pattern>> patterns = new HashMap<>();

    ActionLexicon(Language language) {
        for (List<String> row : LexiconFile.rows(language.code() + "/actions.txt")) {
            String[] head = row.get(0).split("\\+", 2);
            String lemma = head[0].strip().replaceAll("\\(.*\\)", "");
            List<List<String>> required = new ArrayList<>();
            if (head.length > 1)
                for (String phrase : head[1].split("\\|"))
                    required.add(List.of(phrase.strip().split(" ")));
            Set<String> options = Set.copyOf(Arrays.asList(row.get(2).split(" ")));
            String accused = row.get(2).split(" ")[0];
            patterns.computeIfAbsent(lemma, _ -> new ArrayList<>())
                    .add(new Pattern(
                            lemma,
                            required,
                            row.get(1),
                            accused,
                            options.contains("passive"),
                            options.contains("passive-none") || accused.equals("none"),
                            options.contains("court")));
        }
    }

    /// @param reflexive whether "se" stands with the verb: "se declararon inocentes" is not "declararon
    ///     inocentes"
    List<Pattern> patterns(String lemma, boolean reflexive) {
        List<Pattern> plain = patterns.getOrDefault(lemma, List.of());
        if (!reflexive || !patterns.containsKey(lemma + "se")) return plain;
        List<Pattern> all = new ArrayList<>(patterns.getOrDefault(lemma + "se", List.of()));
        all.addAll(plain);
        return all;
    }
}
