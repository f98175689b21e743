package org.constancia.linkage.record;

import java.util.HashMap;
import java.util.Map;

/// The dates of all records, as [DayNumbers].
public final class DateColumn {
    private final String name;
    private final int[] dates;
    private final Map<Integer, Integer> counts = new HashMap<>();
    private long total;

    private DateColumn(String name, int[] dates) {
        this.name = name;
        this.dates = dates;
    }

    static DateColumn read(RawColumn column, RawTable table, int latestYear) {
        boolean monthFirst = false;
        for (int text = 0; text < Math.min(column.distinct(), 1000) && !monthFirst; text++) {
            monthFirst = DayNumbers.isMonthFirst(column.text(text));
        }
        int[] parsed = new int[column.distinct()];
        for (int text = 0; text < parsed.length; text++) {
            parsed[text] = DayNumbers.parse(column.text(text), monthFirst);
        }
        int[] dates = new int[column.size()];
        DateColumn result = new DateColumn(column.name(), dates);
        int future = 0;
        for (int row = 0; row < dates.length; row++) {
            dates[row] = column.cell(row) < 0 ? DayNumbers.NONE : parsed[column.cell(row)];
            if (dates[row] != DayNumbers.NONE) {
                result.counts.merge(dates[row], 1, Integer::sum);
                result.total++;
                if (DayNumbers.year(dates[row]) > latestYear && future++ < 100) {
                    table.reject(new Rejection(
                            "", row + 2L, column.name(), "a date in the future; it is compared as it is written"));
                }
            }
        }
        return result;
    }

    public String name() {
        return name;
    }

    public int date(int record) {
        return dates[record];
    }

    /// The share of the stated dates that are this one.
    public double frequency(int date) {
        return counts.getOrDefault(date, 1) / (double) Math.max(1, total);
    }
}
