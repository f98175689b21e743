package org.constancia.linkage.record;

import java.util.Locale;
import java.util.Map;

/// Dates as they are compared: the decimal number `yyyymmdd`, with zeros for a day or month that is not
/// known.
///
/// Worked example: "1960-12" is 19601200, "1960" is 19600000. Understands year-month-day in any separators,
/// day/month/year (month/day/year when the column says so), `yyyymmdd`, names of months in Spanish and
/// English. Impossible days (31 of February, month 19) are kept: a typing error is still evidence.
public final class DayNumbers {
    /// No date.
    public static final int NONE = 0;

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("ene", 1),
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("abr", 4),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("ago", 8),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("set", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dic", 12),
            Map.entry("dec", 12));

    private DayNumbers() {}

    /// The date a text states, [#NONE] when it states none.
    ///
    /// @param monthFirst whether 03/04/2001 is the fourth of March
    public static int parse(String text, boolean monthFirst) {
        int[] parts = new int[3];
        int[] digits = new int[3];
        int count = 0;
        int i = 0;
        while (i < text.length() && count < 3) {
            char letter = text.charAt(i);
            int start = i;
            if (letter >= '0' && letter <= '9') {
                long value = 0;
                while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                    value = Math.min(value * 10 + text.charAt(i) - '0', Integer.MAX_VALUE);
                    i++;
                }
                parts[count] = (int) value;
                digits[count++] = i - start;
            } else if (Character.isLetter(letter)) {
                while (i < text.length() && Character.isLetter(text.charAt(i))) {
                    i++;
                }
                Integer month = i - start < 3
                        ? null
                        : MONTHS.get(text.substring(start, start + 3).toLowerCase(Locale.ROOT));
                if (month != null) {
                    parts[count] = month;
                    digits[count++] = 0;
                }
            } else {
                i++;
            }
        }
        return assembled(parts, digits, count, monthFirst);
    }

    /// Whether a text can only be month/day/year.
    static boolean isMonthFirst(String text) {
        int first = leadingNumber(text, 0);
        int separator = digits(text, 0);
        if (first < 0 || first > 12 || !isSeparator(text, separator)) {
            return false;
        }
        int second = leadingNumber(text, separator + 1);
        int next = separator + 1 + digits(text, separator + 1);
        return second > 12 && isSeparator(text, next);
    }

    /// The number of one or two digits at a place of the text, -1 when there is none.
    private static int leadingNumber(String text, int from) {
        int length = digits(text, from);
        if (length == 0 || length > 2) {
            return -1;
        }
        int tens = length == 2 ? 10 * (text.charAt(from) - '0') : 0;
        return tens + text.charAt(from + length - 1) - '0';
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }

    private static boolean isSeparator(String text, int at) {
        return at < text.length() && (text.charAt(at) == '/' || text.charAt(at) == '.' || text.charAt(at) == '-');
    }

    private static int assembled(int[] parts, int[] digits, int count, boolean monthFirst) {
        if (count == 0) {
            return NONE;
        }
        if (digits[0] == 8 && count >= 1) {
            return of(parts[0] / 10_000, parts[0] / 100 % 100, parts[0] % 100);
        }
        if (digits[0] == 6 && count == 1) {
            return of(parts[0] / 100, parts[0] % 100, 0);
        }
        if (digits[0] == 4 || digits[0] == 3) {
            return of(parts[0], count > 1 ? parts[1] : 0, count > 2 ? parts[2] : 0);
        }
        if (count == 3 && digits[2] >= 3) {
            boolean named = digits[0] == 0;
            return monthFirst || named ? of(parts[2], parts[0], parts[1]) : of(parts[2], parts[1], parts[0]);
        }
        if (count == 2 && digits[1] == 4) {
            return of(parts[1], parts[0], 0);
        }
        return NONE;
    }

    private static int of(int year, int month, int day) {
        if (year < 1000 || year > 2999 || month > 99 || day > 99) {
            return NONE;
        }
        return year * 10_000 + month * 100 + (month == 0 ? 0 : day);
    }

    public static int year(int date) {
        return date / 10_000;
    }

    /// 1 to 12 (to 99 for a typing error), 0 for not known.
    public static int month(int date) {
        return date / 100 % 100;
    }

    /// 1 to 31 (to 99 for a typing error), 0 for not known.
    public static int day(int date) {
        return date % 100;
    }

    /// Days on a scale of years of 372 days, good enough for "a few days apart".
    public static int scale(int date) {
        return year(date) * 372 + month(date) * 31 + day(date);
    }
}
