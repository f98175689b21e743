package org.constancia.linkage.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/// The lines of a long table, made portion by portion by several threads and written in their order. Only a
/// few portions are held at once.
final class RowPortions {
    private static final int ROWS = 1 << 14;
    private static final int HELD = 16;

    /// Makes the lines of some rows.
    @FunctionalInterface
    interface Lines {
        void write(int from, int to, CsvLines lines) throws IOException;
    }

    private RowPortions() {}

    /// Writes all rows.
    ///
    /// @param size how many rows there are
    static void write(OutputStream stream, int size, Lines rows) throws IOException {
        int portions = (int) (((long) size + ROWS - 1) / ROWS);
        for (int first = 0; first < portions; first += HELD) {
            List<byte[]> made = IntStream.range(first, Math.min(portions, first + HELD))
                    .parallel()
                    .mapToObj(portion -> made(portion * ROWS, (int) Math.min(size, (portion + 1L) * ROWS), rows))
                    .toList();
            for (byte[] portion : made) {
                stream.write(portion);
            }
        }
    }

    private static byte[] made(int from, int to, Lines rows) {
        ByteArrayOutputStream portion = new ByteArrayOutputStream();
        try (CsvLines lines = new CsvLines(portion)) {
            rows.write(from, to, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return portion.toByteArray();
    }
}
