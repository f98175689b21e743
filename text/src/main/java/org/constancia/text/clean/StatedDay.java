package org.constancia.text.clean;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A calendar day as mastheads and metadata write it: `2021-10-21T08:00:00Z`, `October 21, 2021`, `21 Oct 2021`,
/// `21 de octubre de 2021`, `Octubre 21, 2021`.
///
/// Days written in figures alone (`03/04/2021`) are read only when one order is possible or known.
public final class StatedDay {
    /// In which order a day in figures is written.
    public enum Order {
        DAY_FIRST,
        MONTH_FIRST,
        UNKNOWN;

        /// The order of a language tag: Americans alone put the month first; of plain English it is not known.
        public static Order of(String language) {
            String tag = language.toLowerCase(Locale.ROOT).replace('_', '-');
            if (tag.equals("en-us")) return MONTH_FIRST;
            boolean open = tag.isEmpty() || tag.equals("en") || tag.equals("und");
            return open ? UNKNOWN : DAY_FIRST;
        }
    }

    /// A day and where it stands in the folded text.
    private record Found(LocalDate day, int start, int end) {}

    private static final List<String> MONTHS = Arrays.asList(
            "jan january ene enero janvier januar janv gennaio janeiro",
            "feb february febrero fevrier februar febbraio fevereiro",
            "mar march marzo mars marz marco",
            "apr april abr abril avril aprile",
            "may mayo mai maggio maio",
            "jun june junio juin juni giugno junho",
            "jul july julio juillet juli luglio julho",
            "aug august ago agosto aout",
            "sep sept september septiembre setiembre septembre settembre setembro",
            "oct october octubre octobre oktober okt ottobre outubro",
            "nov november noviembre novembre",
            "dec december dic diciembre decembre dezember dez dicembre dezembro");
    private static final String MONTH = "([a-z]{3,10})\\.?";
    private static final String GAP = "(?: de | of |, ?|[ /-])";
    private static final Pattern ISO = Pattern.compile("\\b((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)");
    private static final Pattern COMPACT = Pattern.compile("^((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?:\\b|T)");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "\\b(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?" + GAP + " ?" + MONTH + ",?(?: del?)?[ /-]((?:19|20)\\d\\d)\\b");
    private static final Pattern MONTH_DAY =
            Pattern.compile("\\b" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?,?(?: de| del)? ((?:19|20)\\d\\d)\\b");
    private static final Pattern FIGURES = Pattern.compile("\\b(\\d{1,2})[/.-](\\d{1,2})[/.-]((?:19|20)\\d\\d)\\b");
    private static final Pattern EAST_ASIAN =
            Pattern.compile("((?:19|20)\\d\\d)\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]");
    private static final Pattern YEAR_FIRST = Pattern.compile("\\b((?:19|20)\\d\\d)[/.](\\d{1,2})[/.](\\d{1,2})\\b");
    private static final Pattern AROUND = Pattern.compile(
            "(?:published|publicad[oa]|publicacion|creado|creada|first|updated|actualizad[oa]|posted|modified|el|on|at|a las|las|date|fecha|last|ultima|actualizacion"
                    + "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun"
                    + "|lunes|martes|miercoles|jueves|viernes|sabado|domingo|hrs|hours|horas|am|pm|a\\.? ?m|p\\.? ?m"
                    + "|gmt|utc|est|edt|et|ist|bst|cet|cot|h)");

    private static final Pattern PLACE =
            Pattern.compile("[(]?[\\p{L} .,'’/()-]{1,60}?[,(:.–—/-]\\s*(?:[a-z]{3,10},?\\s+)?(?:a |el )?");
    private static final int MOST_BESIDE = 9;
    /// A line with a date and a few words beside it is not longer.
    private static final int LONGEST_LINE = 500;

    private static final int LONGEST_DATELINE = 120;

    private StatedDay() {}

    public static Optional<LocalDate> find(String text) {
        return find(text, Order.UNKNOWN);
    }

    /// The first day a text states.
    public static Optional<LocalDate> find(String text, Order order) {
        return first(unnumbered(text), order).map(Found::day);
    }

    private static Optional<Found> first(String folded, Order order) {
        return numbered(ISO, folded)
                .or(() -> numbered(COMPACT, folded))
                .or(() -> named(DAY_MONTH, folded, 2, 1))
                .or(() -> named(MONTH_DAY, folded, 1, 2))
                .or(() -> numbered(EAST_ASIAN, folded))
                .or(() -> numbered(YEAR_FIRST, folded))
                .or(() -> figures(folded, order));
    }

    private static Optional<Found> numbered(Pattern pattern, String folded) {
        Matcher match = pattern.matcher(folded);
        if (!match.find()) return Optional.empty();
        return day(match.group(1), match.group(2), match.group(3))
                .map(day -> new Found(day, match.start(), match.end()));
    }

    private static Optional<Found> named(Pattern pattern, String folded, int month, int ofMonth) {
        Matcher match = pattern.matcher(folded);
        while (match.find()) {
            Optional<LocalDate> day = named(match.group(3), match.group(month), match.group(ofMonth));
            if (day.isPresent()) return Optional.of(new Found(day.get(), match.start(), match.end()));
        }
        return Optional.empty();
    }

    /// Whether a line is about when and by whom: a date, set apart from the few other words by marks or at an edge.
    public static boolean isMostlyDate(String line) {
        if (line.length() > LONGEST_LINE) return false;
        String folded = unnumbered(line.strip());
        Optional<Found> found = first(folded, Order.DAY_FIRST);
        if (found.isEmpty()) return false;
        String before = folded.substring(0, found.get().start()).strip();
        String behind = folded.substring(found.get().end()).strip();
        if (words(before) + words(behind) > MOST_BESIDE) return false;
        boolean apart = before.isEmpty() || ",|·•-–—:(/>.".indexOf(before.charAt(before.length() - 1)) >= 0;
        return apart || isOnlyAround(before) || isOnlyAround(lastWords(before));
    }

    private static int words(String line) {
        return line.isBlank() ? 0 : line.split("\\s+").length;
    }

    private static String lastWords(String line) {
        String[] all = line.split("\\s+");
        return all.length < 2 ? line : all[all.length - 2] + " " + all[all.length - 1];
    }

    /// The day of a dateline, "Bogotá, 21 de octubre de 2021.", at the beginning of a paragraph.
    public static Optional<LocalDate> inDateline(String paragraph, Order order) {
        String head = paragraph.strip();
        if (head.isEmpty() || !Character.isUpperCase(head.codePointAt(0))) return Optional.empty();
        String folded = unnumbered(head.substring(0, Math.min(LONGEST_DATELINE, head.length())));
        Optional<Found> found = first(folded, order);
        if (found.isEmpty()
                || found.get().start() < 4
                || !PLACE.matcher(folded.substring(0, found.get().start())).matches()) return Optional.empty();
        String behind = folded.substring(found.get().end()).strip();
        boolean closed = !behind.isEmpty() && ".:)(—–-/|".indexOf(behind.charAt(0)) >= 0;
        return closed ? found.map(Found::day) : Optional.empty();
    }

    /// Whether a line holds a date and nothing but the words that go with one.
    static boolean isOnlyDate(String line) {
        if (line.length() > 80 || line.codePoints().noneMatch(Character::isDigit)) return false;
        if (find(line).isEmpty()) return false;
        String folded = unnumbered(line);
        for (Pattern pattern : List.of(ISO, DAY_MONTH, MONTH_DAY, FIGURES, YEAR_FIRST))
            folded = pattern.matcher(folded).replaceAll(" ");
        String rest =
                folded.replaceAll("\\d{1,2}[:.h]\\d\\d(?:[:.]\\d\\d)?", " ").replaceAll("[^a-z. ]", " ");
        return isOnlyAround(rest);
    }

    private static boolean isOnlyAround(String words) {
        for (String word : words.replaceAll("[^a-z. ]", " ").strip().split("[\\s.]+")) {
            if (!word.isEmpty() && !AROUND.matcher(word).matches() && word.length() > 1) return false;
        }
        return true;
    }

    private static String unnumbered(String text) {
        StringBuilder folded = new StringBuilder();
        String normal = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD);
        for (int i = 0; i < normal.length(); i++) {
            char character = normal.charAt(i);
            if (Character.getType(character) == Character.NON_SPACING_MARK) continue;
            folded.append(Blank.isBlank(character) ? ' ' : character);
        }
        return folded.toString()
                .toLowerCase(Locale.ROOT)
                .replace("t0", "T0")
                .replace("t1", "T1")
                .replace("t2", "T2");
    }

    private static Optional<Found> figures(String folded, Order order) {
        Matcher match = FIGURES.matcher(folded);
        if (!match.find()) return Optional.empty();
        return figures(match, order).map(day -> new Found(day, match.start(), match.end()));
    }

    private static Optional<LocalDate> figures(Matcher match, Order order) {
        int first = Integer.parseInt(match.group(1));
        int second = Integer.parseInt(match.group(2));
        if (first > 12) return day(match.group(3), match.group(2), match.group(1));
        if (second > 12 || first == second || order == Order.MONTH_FIRST)
            return day(match.group(3), match.group(1), match.group(2));
        return order == Order.DAY_FIRST ? day(match.group(3), match.group(2), match.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> named(String year, String month, String day) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (Arrays.asList(MONTHS.get(i).split(" ")).contains(month)) return day(year, String.valueOf(i + 1), day);
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
