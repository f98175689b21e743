package org.constancia.text.extract.date;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.constancia.text.extract.lexicon.Language;
import org.constancia.text.extract.lexicon.LexiconFile;

/// Names of months, days of the week, units of time and parts of them.
final class Calendars {
    private static final Map<Language, Map<String, Integer>> MONTHS =
            Map.of(Language.SPANISH, monthsOf(Language.SPANISH), Language.ENGLISH, monthsOf(Language.ENGLISH));
    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("día", "day"),
            Map.entry("días", "day"),
            Map.entry("semana", "week"),
            Map.entry("semanas", "week"),
            Map.entry("mes", "month"),
            Map.entry("meses", "month"),
            Map.entry("año", "year"),
            Map.entry("años", "year"),
            Map.entry("day", "day"),
            Map.entry("days", "day"),
            Map.entry("week", "week"),
            Map.entry("weeks", "week"),
            Map.entry("month", "month"),
            Map.entry("months", "month"),
            Map.entry("year", "year"),
            Map.entry("years", "year"));
    private static final Map<String, Integer> PARTS = Map.ofEntries(
            Map.entry("principios", 1),
            Map.entry("comienzos", 1),
            Map.entry("inicios", 1),
            Map.entry("early", 1),
            Map.entry("mediados", 2),
            Map.entry("mid", 2),
            Map.entry("finales", 3),
            Map.entry("fines", 3),
            Map.entry("late", 3),
            Map.entry("end", 3),
            Map.entry("beginning", 1),
            Map.entry("start", 1));

    private Calendars() {}

    static Map<String, Integer> months(Language language) {
        return MONTHS.getOrDefault(language, Map.of());
    }

    static DayOfWeek weekday(String form) {
        return WEEKDAYS.getOrDefault(form, DayOfWeek.MONDAY);
    }

    /// `day`, `week`, `month`, `year`, or empty.
    static String unit(String form) {
        return UNITS.getOrDefault(form, "");
    }

    /// 1 beginning, 2 middle, 3 end, 0 no such word.
    static int part(String form) {
        return form.startsWith("mid-") ? 2 : PARTS.getOrDefault(form, 0);
    }

    private static Map<String, Integer> monthsOf(Language language) {
        Map<String, Integer> months = new HashMap<>();
        List<String> names =
                LexiconFile.sections(language.code() + "/calendar.txt").getOrDefault("month", List.of());
        for (String name : names) months.put(name, numberOf(name));
        return months;
    }

    private static int numberOf(String name) {
        return switch (name.substring(0, 3)) {
            case "ene", "jan" -> 1;
            case "feb" -> 2;
            case "mar" -> 3;
            case "abr", "apr" -> 4;
            case "may" -> 5;
            case "jun" -> 6;
            case "jul" -> 7;
            case "ago", "aug" -> 8;
            case "sep", "set" -> 9;
            case "oct" -> 10;
            case "nov" -> 11;
            default -> 12;
        };
    }

    private static Map<String, DayOfWeek> weekdays() {
        Map<String, DayOfWeek> days = new HashMap<>();
        for (Language language : Language.values()) {
            List<String> names =
                    LexiconFile.sections(language.code() + "/calendar.txt").getOrDefault("weekday", List.of());
            for (int i = 0; i < names.size(); i++) days.put(names.get(i), DayOfWeek.of(i % 7 + 1));
        }
        return days;
    }
}
