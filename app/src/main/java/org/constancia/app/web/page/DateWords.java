package org.constancia.app.web.page;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import org.constancia.core.time.PartialDate;
import org.constancia.core.time.PartialDate.Precision;

/// A partial date in words with its precision: never a day that the source does not give.
final class DateWords {
    private final Words words;

    DateWords(Words words) {
        this.words = words;
    }

    /// Such as `9 May 2021`, `about May 2021`, `28 April to 5 May 2021`, `14 March, year not known`.
    String of(PartialDate date) {
        String text = date.text();
        int slash = text.indexOf('/');
        return slash < 0 ? point(date) : interval(text.substring(0, slash), text.substring(slash + 1));
    }

    private String interval(String from, String to) {
        boolean fromOpen = from.isEmpty() || from.equals("..");
        boolean toOpen = to.isEmpty() || to.equals("..");
        if (fromOpen) return words.say("date.until", of(PartialDate.parse(to)));
        if (toOpen) return words.say("date.since", of(PartialDate.parse(from)));
        PartialDate begin = PartialDate.parse(from);
        PartialDate end = PartialDate.parse(to);
        if (isPlainDay(begin) && isPlainDay(end)) return days(LocalDate.parse(from), LocalDate.parse(to));
        return words.say("date.between", of(begin), of(end));
    }

    private static boolean isPlainDay(PartialDate date) {
        return date.precision() == Precision.DAY && !date.isApproximate() && !date.isUncertain();
    }

    private String days(LocalDate from, LocalDate to) {
        if (YearMonth.from(from).equals(YearMonth.from(to)))
            return words.say("date.days-of-month", Integer.toString(from.getDayOfMonth()), day(to));
        if (from.getYear() == to.getYear())
            return words.say(
                    "date.days-of-year", Integer.toString(from.getDayOfMonth()), month(from.getMonth()), day(to));
        return words.say("date.between", day(from), day(to));
    }

    private String point(PartialDate date) {
        String plain = plain(date);
        if (date.isApproximate()) plain = words.say("date.about", plain);
        return date.isUncertain() ? words.say("date.uncertain", plain) : plain;
    }

    private String plain(PartialDate date) {
        String[] parts = date.text().replaceFirst("[~?%]$", "").split("-");
        return switch (date.precision()) {
            case DAY -> day(date.earliest().orElseThrow());
            case MONTH -> month(YearMonth.from(date.earliest().orElseThrow()));
            case SEASON ->
                words.say(
                        "date.season",
                        month(date.earliest().orElseThrow().getMonth()),
                        month(YearMonth.from(date.latest().orElseThrow())));
            case YEAR -> parts[0];
            case YEARS ->
                words.say(
                        "date.years",
                        Integer.toString(date.earliest().orElseThrow().getYear()),
                        Integer.toString(date.latest().orElseThrow().getYear()));
            case UNPLACED -> unplaced(parts);
            case INTERVAL -> throw new IllegalStateException("an interval is not a point");
        };
    }

    private String unplaced(String[] parts) {
        if (parts.length < 2 || parts[1].equals("XX")) return words.say("date.unknown");
        String month = month(Month.of(Integer.parseInt(parts[1])));
        if (parts.length < 3 || parts[2].equals("XX")) return words.say("date.no-year", month);
        return words.say(
                "date.no-year", words.say("date.day-of-month", Integer.toString(Integer.parseInt(parts[2])), month));
    }

    String day(LocalDate day) {
        return words.say(
                "date.day",
                Integer.toString(day.getDayOfMonth()),
                month(day.getMonth()),
                Integer.toString(day.getYear()));
    }

    private String month(YearMonth month) {
        return words.say("date.month", month(month.getMonth()), Integer.toString(month.getYear()));
    }

    private String month(Month month) {
        return month.getDisplayName(TextStyle.FULL, words.language().locale());
    }
}
