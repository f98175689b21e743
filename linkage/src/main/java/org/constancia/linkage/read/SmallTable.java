package org.constancia.linkage.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.constancia.core.failure.ConstanciaException;

/// A delimited file small enough to be held as text: labels, clusters of an earlier run.
///
/// @param header the column names
/// @param rows the cells of every row, as many as the header has
public record SmallTable(Path file, List<String> header, List<List<String>> rows) {
    public SmallTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /// Reads a whole file.
    ///
    /// @throws ConstanciaException when it cannot be read or has no header
    public static SmallTable read(Path file) {
        try (TextRows rows = TextRows.open(file)) {
            int width = rows.header().size();
            List<List<String>> read = new ArrayList<>();
            while (rows.next()) {
                read.add(IntStream.range(0, width).mapToObj(rows::text).toList());
            }
            return new SmallTable(file, rows.header(), read);
        }
    }

    /// The number of the first of these columns that is there.
    ///
    /// @throws ConstanciaException when none of them is
    public int column(String... names) {
        return TextRows.column(file, header, names);
    }

    public boolean has(String name) {
        return header.contains(name);
    }
}
