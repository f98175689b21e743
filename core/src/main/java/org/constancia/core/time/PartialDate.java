package org.constancia.core.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.jspecify.annotations.Nullable;

/// A date as it is known: a day, a month, a year, a span of them, qualified as approximate or uncertain.
///
/// The text is Extended Date/Time Format level 1 (ISO 8601-2:2019, Library of Congress profile): `2021`, `2021-05`,
/// `2021-05-09`, `2021-05~` (approximate), `2021?` (uncertain), `2021-05%` (both), `202X`, `2021-XX-14`,
/// `2021-05-01/2021-05-09`, `2021-05-01/..` (open), `../2021` and `2021/` (unknown end), seasons `2021-21` to
/// `2021-24`; beyond level 1 also `XXXX-03-14`, a day whose year nobody said.
///
/// The days it can mean, [#earliest()] to [#latest()], serve search and sorting only; the text is the value. A bound
/// that is absent is open or unknown. Qualifiers do not widen the bounds: "about May 2021" is found in May 2021.
public final class PartialDate implements Comparable<PartialDate> {
    private static final Pattern POINT =
            Pattern.compile("([0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([~?%])?");

    /// How much of a date is known, from the finest to none.
    public enum Precision {
        DAY,
        MONTH,
        SEASON,
        YEAR,
        /// A decade or a century.
        YEARS,
        INTERVAL,
        /// Neither bound is known, as in `XXXX-03-14`.
        UNPLACED
    }

    private final String text;
    private final @Nullable LocalDate earliest;
    private final @Nullable LocalDate latest;
    private final Precision precision;
    private final boolean approximate;
    private final boolean uncertain;

    private PartialDate(
            String text,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            Precision precision,
            boolean approximate,
            boolean uncertain) {
        this.text = text;
        this.earliest = earliest;
        this.latest = latest;
        this.precision = precision;
        this.approximate = approximate;
        this.uncertain = uncertain;
    }

    public static PartialDate of(LocalDate day) {
        return parse(day.toString());
    }

    public static PartialDate of(YearMonth month) {
        return parse(month.toString());
    }

    /// Reads an EDTF text.
    ///
    /// @throws ConstanciaException with [Problem#BAD_INPUT] when the text is not a date in this format, names a day
    ///     that does not exist, or ends before it begins
    public static PartialDate parse(String text) {
        String trimmed = text.strip();
        int slash = trimmed.indexOf('/');
        return slash < 0
                ? parsePoint(trimmed)
                : parseInterval(trimmed, trimmed.substring(0, slash), trimmed.substring(slash + 1));
    }

    /// The date, or empty when [#parse(String)] would refuse it.
    public static Optional<PartialDate> find(String text) {
        try {
            return Optional.of(parse(text));
        } catch (ConstanciaException refused) {
            return Optional.empty();
        }
    }

    private static PartialDate parseInterval(String text, String from, String to) {
        boolean fromOpen = from.isEmpty() || from.equals("..");
        boolean toOpen = to.isEmpty() || to.equals("..");
        if (fromOpen && toOpen) throw refused(text, "an interval needs at least one known end");
        @Nullable PartialDate begin = fromOpen ? null : parsePoint(from);
        @Nullable PartialDate end = toOpen ? null : parsePoint(to);
        @Nullable LocalDate earliest = begin == null ? null : begin.earliest;
        @Nullable LocalDate latest = end == null ? null : end.latest;
        if (earliest != null && latest != null && latest.isBefore(earliest))
            throw refused(text, "it ends before it begins");
        return new PartialDate(
                text,
                earliest,
                latest,
                Precision.INTERVAL,
                (begin != null && begin.approximate) || (end != null && end.approximate),
                (begin != null && begin.uncertain) || (end != null && end.uncertain));
    }

    private static PartialDate parsePoint(String text) {
        Matcher parts = POINT.matcher(text);
        if (!parts.matches()) throw refused(text, "not a date in EDTF");
        String year = parts.group(1);
        @Nullable String month = parts.group(2);
        @Nullable String day = parts.group(3);
        @Nullable String qualifier = parts.group(4);
        boolean approximate = "~".equals(qualifier) || "%".equals(qualifier);
        boolean uncertain = "?".equals(qualifier) || "%".equals(qualifier);
        Days days = days(text, year, month, day);
        return new PartialDate(text, days.earliest, days.latest, days.precision, approximate, uncertain);
    }

    private record Days(
            @Nullable LocalDate earliest, @Nullable LocalDate latest, Precision precision) {}

    private static Days days(String text, String year, @Nullable String month, @Nullable String day) {
        try {
            if (year.indexOf('X') >= 0) return yearsWithUnspecifiedDigits(text, year, month, day);
            int number = Integer.parseInt(year);
            if (month == null || month.equals("XX")) {
                return new Days(LocalDate.of(number, 1, 1), LocalDate.of(number, 12, 31), Precision.YEAR);
            }
            int monthNumber = Integer.parseInt(month);
            if (monthNumber >= 21 && monthNumber <= 24) return season(text, number, monthNumber, day);
            YearMonth yearMonth = YearMonth.of(number, monthNumber);
            if (day == null || day.equals("XX")) {
                return new Days(yearMonth.atDay(1), yearMonth.atEndOfMonth(), Precision.MONTH);
            }
            LocalDate exact = LocalDate.parse(year + "-" + month + "-" + day);
            return new Days(exact, exact, Precision.DAY);
        } catch (DateTimeException impossible) {
            throw refused(text, "no such day or month");
        }
    }

    private static Days yearsWithUnspecifiedDigits(
            String text, String year, @Nullable String month, @Nullable String day) {
        if (year.equals("XXXX")) {
            if (month == null) throw refused(text, "a date with no known part");
            if (!month.equals("XX") && day != null && !day.equals("XX")) {
                LocalDate.parse("2024-" + month + "-" + day);
            }
            return new Days(null, null, Precision.UNPLACED);
        }
        if (month != null) throw refused(text, "a month needs its year");
        return new Days(
                LocalDate.of(Integer.parseInt(year.replace('X', '0')), 1, 1),
                LocalDate.of(Integer.parseInt(year.replace('X', '9')), 12, 31),
                Precision.YEARS);
    }

    /// Seasons are taken as quarters of the calendar year, since the sources seldom say which hemisphere they mean.
    private static Days season(String text, int year, int code, @Nullable String day) {
        if (day != null) throw refused(text, "a season has no day");
        YearMonth first = YearMonth.of(year, (code - 21) * 3 + 1);
        return new Days(first.atDay(1), first.plusMonths(2).atEndOfMonth(), Precision.SEASON);
    }

    private static ConstanciaException refused(String text, String why) {
        return new ConstanciaException(
                        Problem.BAD_INPUT,
                        "This is not a date we can read; write for example 2021-05-09, 2021-05 or 2021~")
                .with("text", text)
                .with("why", why);
    }

    /// The EDTF text, exactly as given.
    public String text() {
        return text;
    }

    public Optional<LocalDate> earliest() {
        return Optional.ofNullable(earliest);
    }

    public Optional<LocalDate> latest() {
        return Optional.ofNullable(latest);
    }

    public Precision precision() {
        return precision;
    }

    /// Whether the source said "about".
    public boolean isApproximate() {
        return approximate;
    }

    /// Whether it is in doubt that this is the date.
    public boolean isUncertain() {
        return uncertain;
    }

    /// Whether the date can mean this day.
    public boolean mayBe(LocalDate day) {
        return (earliest == null || !day.isBefore(earliest)) && (latest == null || !day.isAfter(latest));
    }

    /// Earliest possible day first, dates without one last; then the one that can end earlier; then by text.
    @Override
    public int compareTo(PartialDate other) {
        int byBegin = compare(earliest, other.earliest);
        if (byBegin != 0) return byBegin;
        int byEnd = compare(latest, other.latest);
        return byEnd != 0 ? byEnd : text.compareTo(other.text);
    }

    private static int compare(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null) return other == null ? 0 : 1;
        return other == null ? -1 : one.compareTo(other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PartialDate date && date.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
