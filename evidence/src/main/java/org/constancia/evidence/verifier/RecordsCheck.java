package org.constancia.evidence.verifier;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.json.Json;
import org.constancia.evidence.json.JsonReader;
import org.jspecify.annotations.Nullable;

/// Checks `data/records.json` against what was logged: each statement says what it said when it was recorded and
/// stands where the last logged decision put it; each passage is the span that was marked, with the words of the
/// working copy; each source is the one that was preserved.
final class RecordsCheck {
    private static final String PLACE = "data/records.json";

    /// Members of a statement, by the names they have in the log.
    private static final Map<String, String> STATEMENT = Map.of(
            "id", "statement",
            "subject", "subject",
            "property", "property",
            "value", "after",
            "basis", "basis",
            "attributedTo", "attributedTo",
            "passage", "passage",
            "reason", "reason");

    private static final Map<String, String> PASSAGE = Map.of(
            "id", "passage",
            "source", "subject",
            "layer", "layer",
            "start", "start",
            "end", "end");

    private static final Map<String, String> TEXT = Map.of("id", "subject", "layer", "version");

    private static final Map<String, String> SOURCE = Map.of(
            "id", "subject",
            "sha256", "sha256",
            "sha512", "sha512",
            "length", "length");

    private final OpenDossier dossier;
    private final DisclosedEntries entries;

    private RecordsCheck(OpenDossier dossier, DisclosedEntries entries) {
        this.dossier = dossier;
        this.entries = entries;
    }

    /// @return how many statements were compared
    static int check(OpenDossier dossier, DisclosedEntries entries) throws Ended {
        return new RecordsCheck(dossier, entries).check();
    }

    private int check() throws Ended {
        Json.Object records = dossier.parse(PLACE, JsonReader::readObject);
        Map<String, String> standing = standing();
        List<Json.Object> statements = list(records, "statements");
        for (Json.Object statement : statements) {
            compare(statement, STATEMENT);
            String id = statement.findText("id").orElse("");
            if (!statement.findText("status").equals(Optional.ofNullable(standing.get(id)))) {
                throw Ended.invalid(PLACE, "the log says otherwise where this stands: " + id);
            }
        }
        for (Json.Object source : list(records, "sources")) {
            compare(source, SOURCE);
        }
        Map<String, String> texts = new HashMap<>();
        for (Json.Object text : list(records, "texts")) {
            compare(text, TEXT);
            texts.put(
                    layer(text, "id"),
                    dossier.readText("data/" + text.findText("file").orElse("?")));
        }
        for (Json.Object passage : list(records, "passages")) {
            compare(passage, PASSAGE);
            requireWords(passage, texts.get(layer(passage, "source")));
        }
        return statements.size();
    }

    /// Where the log leaves each statement that is disclosed.
    private Map<String, String> standing() {
        Map<String, String> standing = new LinkedHashMap<>();
        for (Json.Object payload : entries.payloads()) {
            Optional<String> statement = payload.findText("statement");
            String kind = payload.findText("kind").orElse("");
            if (statement.isPresent() && kind.startsWith("statement.")) {
                boolean moved = payload.findText("value").isPresent();
                standing.put(statement.get(), moved ? payload.findText("after").orElse("") : "accepted");
            }
        }
        return standing;
    }

    private void compare(Json.Object recorded, Map<String, String> members) throws Ended {
        String id = recorded.findText("id").orElse("?");
        Json.Object logged = recorded.findText("change")
                .flatMap(entries::find)
                .orElseThrow(() -> Ended.invalid(PLACE, "no disclosed log entry is about this: " + id));
        for (Map.Entry<String, String> member : members.entrySet()) {
            if (!recorded.find(member.getKey()).equals(logged.find(member.getValue()))) {
                throw Ended.invalid(PLACE, "the log says otherwise of " + member.getKey() + " of " + id);
            }
        }
    }

    private static String layer(Json.Object recorded, String source) {
        return recorded.findText(source).orElse("?") + " "
                + recorded.findWhole("layer").orElse(-1L);
    }

    private static void requireWords(Json.Object passage, @Nullable String text) throws Ended {
        int start = passage.findWhole("start").orElse(-1L).intValue();
        int end = passage.findWhole("end").orElse(-1L).intValue();
        boolean stands = text != null
                && start >= 0
                && end >= start
                && end <= text.length()
                && passage.findText("text").equals(Optional.of(text.substring(start, end)));
        if (!stands) {
            throw Ended.invalid(
                    PLACE,
                    "other words stand in the source than in the passage "
                            + passage.findText("id").orElse("?"));
        }
    }

    private static List<Json.Object> list(Json.Object records, String name) throws Ended {
        try {
            return records.find(name).orElse(new Json.Null()) instanceof Json.Array(List<Json> items)
                    ? items.stream().map(RecordsCheck::object).toList()
                    : List.of();
        } catch (ConstanciaException malformed) {
            throw Ended.invalid(PLACE, String.valueOf(malformed.getMessage()));
        }
    }

    private static Json.Object object(Json json) {
        if (json instanceof Json.Object object) {
            return object;
        }
        throw new ConstanciaException(Problem.BAD_INPUT, "A member of the records is no object");
    }
}
