package org.constancia.linkage.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    static DateColumn read(RawColumn column, RawTable table, int latestYear) {
        boolean monthFirst = false;
        for (int text = 0; text < column.distinct() && !monthFirst; text++) {
            monthFirst = DayNumbers.isMonthFirst(column.text(text));
        }
        Map<Integer, Integer> numbers = new HashMap<>();
        List<Integer> distinct = new ArrayList<>(List.of(DayNumbers.NONE));
        numbers.put(DayNumbers.NONE, 0);
        int[] number = new int[column.distinct()];
        for (int text = 0; text < number.length; text++) {
            int date = DayNumbers.parse(column.text(text), monthFirst);
            Integer known = numbers.putIfAbsent(date, distinct.size());
            number[text] = known == null ? distinct.size() : known;
            if (known == null) {
                distinct.add(date);
            }
        }
        int[] cells = new int[column.size()];
        int future = 0;
        for (int row = 0; row < cells.length; row++) {
            cells[row] = column.cell(row) < 0 ? 0 : number[column.cell(row)];
            if (cells[row] > 0 && DayNumbers.year(distinct.get(cells[row])) > latestYear && future++ < TOLD) {
                table.reject(new Rejection(
                        "", row + 2L, column.name(), "a date in the future; it is compared as it is written"));
            }
        }
        int[] dates = distinct.stream().mapToInt(Integer::intValue).toArray();
        return new DateColumn(column.name(), cells, dates);
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
