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

    /// Rows read ahead.
    private static final int TOGETHER = 1 << 8;

    private final int width;
    private final int[] from;
    private final int[] to;
    private final int[] cells = new int[ROWS];
    private final long[] number = new long[ROWS];
    private byte[] bytes = new byte[1 << 16];
    private int length;
    private int rows;

    /// What is done with one row of a batch.
    @FunctionalInterface
    interface RowAction {
        void accept(RowBatch batch, int row);
    }

    /// @param width cells a row has; those it lacks are blank
    RowBatch(int width) {
        this.width = width;
        from = new int[ROWS * width];
        to = new int[ROWS * width];
    }

    /// Copies the current row.
    void add(CsvRows source) {
        int present = Math.min(source.cells(), width);
        if (present > 0) {
            int start = source.from(0);
            int end = source.to(present - 1);
            if (length + end - start > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, end - start), 2 * bytes.length));
            }
            System.arraycopy(source.buffer(), start, bytes, length, end - start);
            for (int i = 0; i < present; i++) {
                from[i * ROWS + rows] = source.from(i) - start + length;
                to[i * ROWS + rows] = source.to(i) - start + length;
            }
            length += end - start;
        }
        for (int i = present; i < width; i++) {
            from[i * ROWS + rows] = 0;
            to[i * ROWS + rows] = 0;
        }
        cells[rows] = source.cells();
        number[rows] = source.row();
        rows++;
    }

    boolean isFull() {
        return rows == ROWS || length >= BYTES;
    }

    /// Whether a row had fewer cells than the header, or more.
    boolean isRagged(int row) {
        return cells[row] != width;
    }

    /// How many cells a row had.
    int cells(int row) {
        return cells[row];
    }

    /// The number of a row in its file; the first one is 1.
    long number(int row) {
        return number[row];
    }

    /// Appends one cell of a row to a column.
    void addTo(RawColumn column, int row, int cell) {
        column.add(bytes, from[cell * ROWS + row], to[cell * ROWS + row]);
    }

    /// Appends all rows to the columns, does what else is to be done with each row, in their order, and
    /// empties the batch.
    void addTo(@Nullable RawColumn[] columns, RowAction each) {
        IntStream.rangeClosed(0, width).parallel().forEach(task -> {
            if (task == 0) {
                for (int row = 0; row < rows; row++) {
                    each.accept(this, row);
                }
                return;
            }
            RawColumn column = columns[task - 1];
            if (column != null) {
                addTo(column, task - 1);
            }
        });
        rows = 0;
        length = 0;
    }

    private void addTo(RawColumn column, int cell) {
        for (int row = 0; row < rows; row++) {
            expect(column, row, cell);
            addTo(column, row, cell);
        }
    }

    /// Has a column read ahead, where a row is the first of some, what these will need of it.
    void expect(RawColumn column, int row, int cell) {
        if (row % TOGETHER == 0) {
            int at = cell * ROWS + row;
            column.expect(bytes, from, to, at, at + Math.min(TOGETHER, rows - row));
        }
    }
}
