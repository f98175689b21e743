package org.constancia.linkage.read;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.constancia.linkage.record.RawColumn;
import org.jspecify.annotations.Nullable;

/// Some thousands of rows copied from where they were read, so that they can be put into columns while the
/// next ones are read. Columns are filled by several threads, each column by one.
final class RowBatch {
    private static final int ROWS = 1 << 13;
    private static final int BYTES = 1 << 22;

    private final int width;
    private final int[] from;
    private final int[] to;
    private byte[] bytes = new byte[1 << 16];
    private int length;
    private int rows;

    /// @param width cells a row has; those it lacks are blank
    RowBatch(int width) {
        this.width = width;
        from = new int[ROWS * width];
        to = new int[ROWS * width];
    }

    /// Copies the current row.
    void add(CsvRows source) {
        int cells = Math.min(source.cells(), width);
        int at = rows * width;
        if (cells > 0) {
            int start = source.from(0);
            int end = source.to(cells - 1);
            if (length + end - start > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, end - start), 2 * bytes.length));
            }
            System.arraycopy(source.buffer(), start, bytes, length, end - start);
            for (int i = 0; i < cells; i++) {
                from[at + i] = source.from(i) - start + length;
                to[at + i] = source.to(i) - start + length;
            }
            length += end - start;
        }
        Arrays.fill(from, at + cells, at + width, 0);
        Arrays.fill(to, at + cells, at + width, 0);
        rows++;
    }

    boolean isFull() {
        return rows == ROWS || length >= BYTES;
    }

    /// Appends all rows to the columns and empties the batch.
    void addTo(@Nullable RawColumn[] columns) {
        IntStream.range(0, width).parallel().forEach(cell -> {
            RawColumn column = columns[cell];
            for (int row = 0; column != null && row < rows; row++) {
                column.add(bytes, from[row * width + cell], to[row * width + cell]);
            }
        });
        rows = 0;
        length = 0;
    }
}
