package org.constancia.app.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A Vega-Lite specification, complete with its data: what an analyst can take away and open in any Vega editor.
///
/// The specifications are resources named `<name>.vl.json`. They read a data set called `table`, and words from
/// parameters, so that one specification serves every language.
public record Chart(String specification) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param name of the resource, without its ending
    /// @param description the finding in words, for those who do not see the picture
    /// @param words values of the specification's parameters
    /// @param table one map a row
    public static Chart of(
            String name, String description, Map<String, String> words, List<? extends Map<String, ?>> table) {
        try (InputStream resource = Objects.requireNonNull(Chart.class.getResourceAsStream(name + ".vl.json"), name)) {
            ObjectNode specification = (ObjectNode) JSON.readTree(resource);
            specification.put("description", description);
            specification.set("datasets", JSON.valueToTree(Map.of("table", table)));
            return new Chart(replaced(JSON.writeValueAsString(specification), words));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// This chart with numbers written as a language writes them.
    public Chart in(Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        ObjectNode changed = (ObjectNode) JSON.readTree(specification);
        changed.withObject("/config/locale")
                .set(
                        "number",
                        JSON.valueToTree(Map.of(
                                "decimal", String.valueOf(symbols.getDecimalSeparator()),
                                "thousands", String.valueOf(symbols.getGroupingSeparator()),
                                "grouping", List.of(3),
                                "currency", List.of("", ""))));
        return new Chart(JSON.writeValueAsString(changed));
    }

    private static String replaced(String specification, Map<String, String> words) {
        String filled = specification;
        for (Map.Entry<String, String> word : words.entrySet()) {
            String quoted = JSON.writeValueAsString(word.getValue());
            filled = filled.replace("{{" + word.getKey() + "}}", quoted.substring(1, quoted.length() - 1));
        }
        return filled;
    }
}
