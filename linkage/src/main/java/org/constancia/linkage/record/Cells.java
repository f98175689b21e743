package org.constancia.linkage.record;

import java.util.ArrayList;
import java.util.List;

/// One number a record: a column by itself, or one of the columns packed record by record into a common
/// array.
///
/// Comparing two records reads all their columns; packed, a record is one or two lines of the processor's
/// cache instead of one for each column.
final class Cells {
    private final int[] data;
    private final int stride;
    private final int offset;

    private Cells(int[] data, int stride, int offset) {
        this.data = data;
        this.stride = stride;
        this.offset = offset;
    }

    static Cells of(int[] column) {
        return new Cells(column, 1, 0);
    }

    int at(int record) {
        return data[record * stride + offset];
    }

    /// Reads the first and the last cell of each record; the sum means nothing.
    int touch(int[] records, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            int row = records[i] * stride;
            sum += data[row] + data[row + stride - 1];
        }
        return sum;
    }

    int size() {
        return data.length / stride;
    }

    /// The same columns, packed. Columns too long to fit into one array stay by themselves.
    static List<Cells> packed(List<Cells> columns) {
        int stride = columns.size();
        int size = columns.isEmpty() ? 0 : columns.getFirst().size();
        if ((long) stride * size > Integer.MAX_VALUE - 8) {
            return columns;
        }
        int[] data = new int[stride * size];
        List<Cells> packed = new ArrayList<>();
        for (int column = 0; column < stride; column++) {
            Cells cells = columns.get(column);
            for (int record = 0; record < size; record++) {
                data[record * stride + column] = cells.at(record);
            }
            packed.add(new Cells(data, stride, column));
        }
        return packed;
    }
}
