package org.constancia.linkage.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All rows of all files as they were read, in columns of one role each. Columns of the same role and name in
/// several files are one column.
public final class RawTable {
    /// A column with its role.
    public record Column(ColumnRole role, RawColumn values) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private int rows;
    private int @Nullable [] recordOfRow;

    /// The column of that role and name, made (and filled up with blanks) if it is new.
    public RawColumn column(ColumnRole role, String name) {
        for (Column column : columns) {
            if (column.role() == role
                    && (isSingle(role) || column.values().name().equals(name))) {
                return column.values();
            }
        }
        RawColumn values = new RawColumn(name);
        for (int i = 0; i < rows; i++) {
            values.addBlank();
        }
        columns.add(new Column(role, values));
        return values;
    }

    private static boolean isSingle(ColumnRole role) {
        return switch (role) {
            case CATEGORY, TEXT, CODE, IGNORED -> false;
            case ID,
                    LIST,
                    GIVEN_NAME,
                    SECOND_GIVEN_NAME,
                    SURNAME,
                    SECOND_SURNAME,
                    FULL_NAME,
                    SEX,
                    BIRTH_DATE,
                    EVENT_DATE,
                    PLACE_CODE,
                    DOCUMENT,
                    EMAIL -> true;
        };
    }

    /// Ends `count` rows: columns they did not fill are blank there.
    public void endRows(int count) {
        rows = Math.addExact(rows, count);
        for (Column column : columns) {
            while (column.values().size() < rows) {
                column.values().addBlank();
            }
        }
    }

    /// Puts records of one name beside each other, whatever order they were read in: what is compared then lies
    /// together in memory. [#record] tells where a row went.
    public void arrangeByName() {
        Optional<RawColumn> surname = find(ColumnRole.SURNAME).or(() -> find(ColumnRole.FULL_NAME));
        Optional<RawColumn> given = find(ColumnRole.GIVEN_NAME);
        long[] keys = new long[rows];
        Arrays.setAll(keys, row -> (long) (hash(surname, row) & 0xffff0000 | hash(given, row) >>> 16) << 32 | row);
        Arrays.parallelSort(keys);
        int[] order = new int[rows];
        int[] target = new int[rows];
        for (int record = 0; record < rows; record++) {
            order[record] = (int) keys[record];
            target[order[record]] = record;
        }
        columns.parallelStream().forEach(column -> column.values().arrange(order));
        recordOfRow = target;
    }

    private static int hash(Optional<RawColumn> column, int row) {
        int cell = column.map(values -> values.cell(row)).orElse(-1);
        return cell < 0 ? 0 : column.orElseThrow().texts().hashOf(cell);
    }

    /// The record read as the row of that number.
    public int record(int row) {
        return recordOfRow == null ? row : recordOfRow[row];
    }

    public int rows() {
        return rows;
    }

    public List<Column> columns() {
        return Collections.unmodifiableList(columns);
    }

    public Optional<RawColumn> find(ColumnRole role) {
        return columns.stream()
                .filter(column -> column.role() == role)
                .map(Column::values)
                .findFirst();
    }

    public List<RawColumn> list(ColumnRole role) {
        return columns.stream()
                .filter(column -> column.role() == role)
                .map(Column::values)
                .toList();
    }

    public void reject(Rejection rejection) {
        rejections.add(rejection);
    }

    /// What was wrong in the data, in the order in which it was found.
    public List<Rejection> rejections() {
        return Collections.unmodifiableList(rejections);
    }
}
