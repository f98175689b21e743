package org.constancia.text.extract.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.constancia.text.extract.Candidate.Resolution;
import org.jspecify.annotations.Nullable;

/// Spans of days and how they are written in EDTF level 1.
final class Period {
    private Period() {}

    static Resolution day(LocalDate day, @Nullable LocalDate anchor) {
        return new Resolution(day, day, day.toString(), anchor);
    }

    static Resolution month(YearMonth month, @Nullable LocalDate anchor) {
        return new Resolution(month.atDay(1), month.atEndOfMonth(), month.toString(), anchor);
    }

    static Resolution year(int year, @Nullable LocalDate anchor) {
        return new Resolution(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), "%04d".formatted(year), anchor);
    }

    static Resolution years(int from, int to) {
        return new Resolution(
                LocalDate.of(from, 1, 1), LocalDate.of(to, 12, 31), "%04d/%04d".formatted(from, to), null);
    }

    static Resolution days(LocalDate from, LocalDate to, @Nullable LocalDate anchor) {
        return new Resolution(from, to, from + "/" + to, anchor);
    }

    static Resolution week(LocalDate dayOfIt, LocalDate anchor) {
        LocalDate monday = dayOfIt.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return days(monday, monday.plusDays(6), anchor);
    }

    /// The last Saturday and Sunday before or on the anchor.
    static Resolution weekend(LocalDate anchor) {
        LocalDate sunday = anchor.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        return days(sunday.minusDays(1), sunday, anchor);
    }

    /// The last day with this day of the month and month on or before the anchor, or the first one after it.
    static LocalDate nearest(int month, int day, LocalDate anchor, boolean future) {
        LocalDate thisYear = of(anchor.getYear(), month, day);
        if (future) return thisYear.isBefore(anchor) ? of(anchor.getYear() + 1, month, day) : thisYear;
        return thisYear.isAfter(anchor) ? of(anchor.getYear() - 1, month, day) : thisYear;
    }

    static YearMonth nearestMonth(int month, LocalDate anchor, boolean future) {
        YearMonth thisYear = YearMonth.of(anchor.getYear(), month);
        YearMonth now = YearMonth.from(anchor);
        if (future) return thisYear.isBefore(now) ? thisYear.plusYears(1) : thisYear;
        return thisYear.isAfter(now) ? thisYear.minusYears(1) : thisYear;
    }

    private static LocalDate of(int year, int month, int day) {
        return YearMonth.of(year, month)
                .atDay(Math.min(day, YearMonth.of(year, month).lengthOfMonth()));
    }

    /// A third of a month or year: 1 the beginning, 2 the middle, 3 the end.
    static Resolution third(Resolution whole, int part) {
        long length = whole.earliest().until(whole.latest(), java.time.temporal.ChronoUnit.DAYS) + 1;
        boolean month = length <= 31;
        LocalDate from = month
                ? whole.earliest().plusDays((part - 1) * 10L)
                : whole.earliest().plusMonths((part - 1) * 4L);
        LocalDate to = part == 3
                ? whole.latest()
                : month ? from.plusDays(9) : from.plusMonths(4).minusDays(1);
        return days(from, to, whole.anchor());
    }
}
