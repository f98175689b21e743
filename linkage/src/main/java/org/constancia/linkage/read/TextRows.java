package org.constancia.linkage.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.linkage.record.DistinctValues;

/// A delimited file read row by row: clusters, pairs, a truth, which may have as many rows as the list
/// itself. Spaces around a cell are left out, and a cell a row lacks is blank.
public final class TextRows implements Closeable {
    private final Path file;
    private final InputStream stream;
    private final CsvRows rows;
    private final List<String> header;

    private TextRows(Path file, InputStream stream) throws IOException {
        this.file = file;
        this.stream = stream;
        rows = CsvSource.rows(stream, file);
        header = IntStream.range(0, rows.cells()).mapToObj(this::text).toList();
    }

    /// Opens a file and reads its header.
    ///
    /// @throws ConstanciaException when it cannot be read or has no header
    public static TextRows open(Path file) {
        try {
            InputStream stream = Files.newInputStream(file);
            try {
                return new TextRows(file, stream);
            } catch (IOException | RuntimeException e) {
                stream.close();
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ConstanciaException unreadable(Path file, IOException cause) {
        return new ConstanciaException(Problem.INPUT_NOT_FOUND, "The file could not be read", cause).with("file", file);
    }

    public List<String> header() {
        return header;
    }

    /// The number of the first of these columns that is there.
    ///
    /// @throws ConstanciaException when none of them is
    public int column(String... names) {
        return column(file, header, names);
    }

    static int column(Path file, List<String> header, String... names) {
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

    /// Reads the next row; false at the end.
    public boolean next() {
        try {
            return rows.next();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// The text of a cell of the current row.
    public String text(int column) {
        int from = from(column);
        return new String(rows.buffer(), from, to(column, from) - from, StandardCharsets.UTF_8);
    }

    /// The number of a cell's text among `values`, given a new one if it was not there.
    public int intern(int column, DistinctValues values) {
        int from = from(column);
        return values.intern(rows.buffer(), from, to(column, from));
    }

    /// The number of a cell's text among `values`, or -1.
    public int find(int column, DistinctValues values) {
        int from = from(column);
        return values.find(rows.buffer(), from, to(column, from));
    }

    private int from(int column) {
        if (column >= rows.cells()) {
            return 0;
        }
        int from = rows.from(column);
        while (from < rows.to(column) && isSpace(from)) {
            from++;
        }
        return from;
    }

    private int to(int column, int from) {
        if (column >= rows.cells()) {
            return from;
        }
        int to = rows.to(column);
        while (to > from && isSpace(to - 1)) {
            to--;
        }
        return to;
    }

    private boolean isSpace(int at) {
        return rows.buffer()[at] >= 0 && rows.buffer()[at] <= ' ';
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }
}
