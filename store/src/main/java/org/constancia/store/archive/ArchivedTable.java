package org.constancia.store.archive;

import java.util.List;
import java.util.stream.Collectors;

/// A table and those of its columns that mean something in another server: no generated ones, which are computed
/// again, and no numbers of transactions (`xid8`), which count in one server only and are set anew by the
/// transaction that loads them.
///
/// @param columns in the order in which they are written
public record ArchivedTable(String name, List<String> columns) {
    public ArchivedTable {
        columns = List.copyOf(columns);
    }

    String copyOut() {
        return "copy %s to stdout with (format text, encoding 'UTF8')".formatted(target());
    }

    String copyIn() {
        return "copy %s from stdin with (format text, encoding 'UTF8')".formatted(target());
    }

    private String target() {
        return quoted(name) + " (" + columns.stream().map(ArchivedTable::quoted).collect(Collectors.joining(", "))
                + ")";
    }

    String quotedName() {
        return quoted(name);
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
