package org.constancia.linkage.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// A delimited file small enough to be held as text: labels, clusters of an earlier run, a truth.
///
/// @param header the column names
/// @param rows the cells of every row, as many as the header has
public record SmallTable(Path file, List<String> header, List<List<String>> rows) {
    public SmallTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    public static SmallTable read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            CsvFormat format = CsvFormat.detect(bytes, Math.min(bytes.length, 1 << 16));
            byte[] text = new String(bytes, format.markLength(), bytes.length - format.markLength(), format.charset())
                    .getBytes(StandardCharsets.UTF_8);
            CsvRows rows = new CsvRows(new ByteArrayInputStream(text), format.delimiter());
            if (!rows.next()) {
                throw new ConstanciaException(Problem.BAD_INPUT, "The file is empty; a header was expected")
                        .with("file", file);
            }
            List<String> header = cells(rows, rows.cells());
            List<List<String>> read = new ArrayList<>();
            while (rows.next()) {
                read.add(cells(rows, header.size()));
            }
            return new SmallTable(file, header, read);
        } catch (IOException e) {
            throw new ConstanciaException(Problem.INPUT_NOT_FOUND, "The file could not be read", e).with("file", file);
        }
    }

    private static List<String> cells(CsvRows rows, int count) {
        List<String> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cells.add(
                    i < rows.cells()
                            ? new String(rows.buffer(), rows.from(i), rows.to(i) - rows.from(i), StandardCharsets.UTF_8)
                                    .strip()
                            : "");
        }
        return List.copyOf(cells);
    }

    /// The number of the first of these columns that is there.
    ///
    /// @throws ConstanciaException when none of them is
    public int column(String... names) {
        for (String name : names) {
            int at = header.indexOf(name);
            if (at >= 0) {
                return at;
            }
        }
        throw new ConstanciaException(Problem.BAD_INPUT, "A column is missing")
                .with("file", file)
                .with("needed", String.join(" or ", names))
                .with("found", header);
    }

    public boolean has(String name) {
        return header.contains(name);
    }
}
