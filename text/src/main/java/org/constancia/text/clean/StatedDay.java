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
/// Days written in figures alone (`03/04/2021`) are read only when one order is possible.
public final class StatedDay {
    private static final List<String> MONTHS = Arrays.asList(
            "jan january ene enero janvier januar gennaio janeiro",
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
    private static final Pattern ISO = Pattern.compile("\\b((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)");
    private static final Pattern COMPACT = Pattern.compile("^((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?:\\b|T)");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "\\b(\\d{1,2})(?:st|nd|rd|th|º|\\.)?,?(?: de| of)? " + MONTH + ",?(?: del?)? ((?:19|20)\\d\\d)\\b");
    private static final Pattern MONTH_DAY =
            Pattern.compile("\\b" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?,?(?: de| del)? ((?:19|20)\\d\\d)\\b");
    private static final Pattern FIGURES = Pattern.compile("\\b(\\d{1,2})[/.-](\\d{1,2})[/.-]((?:19|20)\\d\\d)\\b");
    private static final Pattern YEAR_FIRST = Pattern.compile("\\b((?:19|20)\\d\\d)[/.](\\d{1,2})[/.](\\d{1,2})\\b");
    private static final Pattern AROUND = Pattern.compile(
            "(?:published|publicado|updated|actualizado|posted|modified|el|on|at|a las|las|date|fecha|last|ultima|actualizacion"
                    + "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun"
                    + "|lunes|martes|miercoles|jueves|viernes|sabado|domingo|hrs|hours|horas|am|pm|a\\.? ?m|p\\.? ?m"
                    + "|gmt|utc|est|edt|et|ist|bst|cet|cot|h)");

    private StatedDay() {}

    public static Optional<LocalDate> find(String text) {
        String folded = unnumbered(text);
        Matcher match = ISO.matcher(folded);
        if (match.find()) return day(match.group(1), match.group(2), match.group(3));
        match = COMPACT.matcher(folded);
        if (match.find()) return day(match.group(1), match.group(2), match.group(3));
        match = DAY_MONTH.matcher(folded);
        while (match.find()) {
            Optional<LocalDate> day = named(match.group(3), match.group(2), match.group(1));
            if (day.isPresent()) return day;
        }
        match = MONTH_DAY.matcher(folded);
        while (match.find()) {
            Optional<LocalDate> day = named(match.group(3), match.group(1), match.group(2));
            if (day.isPresent()) return day;
        }
        match = YEAR_FIRST.matcher(folded);
        if (match.find()) return day(match.group(1), match.group(2), match.group(3));
        match = FIGURES.matcher(folded);
        return match.find() ? figures(match) : Optional.empty();
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
        for (String word : rest.strip().split("[\\s.]+")) {
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

    private static Optional<LocalDate> figures(Matcher match) {
        int first = Integer.parseInt(match.group(1));
        int second = Integer.parseInt(match.group(2));
        if (first > 12) return day(match.group(3), match.group(2), match.group(1));
        if (second > 12 || first == second) return day(match.group(3), match.group(1), match.group(2));
        return Optional.empty();
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
