package org.constancia.linkage.record;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// The dates of all records, as [DayNumbers].
public final class DateColumn {
    private static final int TOLD = 100;

    private final String name;
    private Cells cells;
    private final int[] dates;
    private final int[] counts;
    private final int total;
    private final int days;

    private DateColumn(String name, int[] cells, int[] dates) {
        this.name = name;
        this.cells = Cells.of(cells);
        this.dates = dates;
        counts = new int[dates.length];
        int stated = 0;
        for (int cell : cells) {
            counts[cell]++;
            stated += cell == 0 ? 0 : 1;
        }
        total = stated;
        int toTheDay = 0;
        for (int number = 0; number < dates.length; number++) {
            toTheDay += DayNumbers.day(dates[number]) == 0 ? 0 : counts[number];
        }
        days = toTheDay;
    }

    /// Reads a column; rows with a date after `latestYear` are told.
    static DateColumn read(
            RawColumn column, Consumer<Rejection> rejections, int latestYear, IntUnaryOperator recordOfRow) {
        int[] stated = stated(column);
        int[] dates = IntStream.concat(IntStream.of(DayNumbers.NONE), Arrays.stream(stated))
                .sorted()
                .distinct()
                .toArray();
        int[] number = new int[stated.length];
        Arrays.setAll(number, text -> Arrays.binarySearch(dates, stated[text]));
        int[] cells = new int[column.size()];
        Arrays.setAll(cells, row -> column.cell(row) < 0 ? 0 : number[column.cell(row)]);
        if (DayNumbers.year(dates[dates.length - 1]) > latestYear) {
            int[] byRow = new int[cells.length];
            Arrays.setAll(byRow, row -> cells[recordOfRow.applyAsInt(row)]);
            tellFuture(byRow, dates, column.name(), rejections, latestYear);
        }
        return new DateColumn(column.name(), cells, dates);
    }

    /// The date of every distinct text of the column.
    private static int[] stated(RawColumn column) {
        int[] stated = new int[column.distinct()];
        boolean monthFirst = false;
        for (int text = 0; text < stated.length && !monthFirst; text++) {
            monthFirst = DayNumbers.isMonthFirst(column.text(text));
        }
        for (int text = 0; text < stated.length; text++) {
            stated[text] = DayNumbers.parse(column.text(text), monthFirst);
        }
        return stated;
    }

    private static void tellFuture(
            int[] cells, int[] dates, String name, Consumer<Rejection> rejections, int latestYear) {
        int told = 0;
        for (int row = 0; row < cells.length && told < TOLD; row++) {
            if (DayNumbers.year(dates[cells[row]]) > latestYear) {
                rejections.accept(
                        new Rejection("", row + 2L, name, "a date in the future; it is compared as it is written"));
                told++;
            }
        }
    }

    Cells cells() {
        return cells;
    }

    void place(Cells packed) {
        cells = packed;
    }

    public String name() {
        return name;
    }

    /// The date a record states, [DayNumbers#NONE] for none.
    public int date(int record) {
        return dates[cells.at(record)];
    }

    /// The number of the date among the distinct ones, 0 for none.
    public int number(int record) {
        return cells.at(record);
    }

    public int distinct() {
        return dates.length;
    }

    /// The share of the stated dates that are this one.
    public double frequency(int number) {
        return Math.max(1, counts[number]) / (double) Math.max(1, total);
    }

    /// The share of the dates stated to the day that are this one; 0 for a date that is not.
    public double frequencyAmongDays(int number) {
        return DayNumbers.day(dates[number]) == 0 ? 0 : counts[number] / (double) Math.max(1, days);
    }
}
