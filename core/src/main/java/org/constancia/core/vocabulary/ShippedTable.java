package org.constancia.core.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the comma-separated tables that are shipped beside this class: a header, double quotes, no line breaks inside
/// a field. Tables from outside are read elsewhere, by a library.
final class ShippedTable {
    private ShippedTable() {}

    static List<Map<String, String>> read(String name) {
        try (InputStream resource = ShippedTable.class.getResourceAsStream(name)) {
            if (resource == null) throw new IllegalStateException("The program was packed without " + name);
            List<String> lines = new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> header = fields(lines.getFirst());
            return lines.stream().skip(1).map(line -> row(header, fields(line))).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> row(List<String> header, List<String> fields) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) row.put(header.get(i), i < fields.size() ? fields.get(i) : "");
        return row;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (quoted && character == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
