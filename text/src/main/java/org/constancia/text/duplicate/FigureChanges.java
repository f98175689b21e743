package org.constancia.text.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Aligns two versions of a paragraph word by word and reports the figures that differ in the same place.
///
/// The alignment is a longest common subsequence; between two words that stand in both, what one version has is set
/// against what the other has.
final class FigureChanges {
    private static final int MOST_WORDS = 400;
    private static final Set<String> NUMBER_WORDS = Set.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "seventy",
            "eighty",
            "ninety",
            "hundred",
            "hundreds",
            "thousand",
            "thousands",
            "dozen",
            "dozens",
            "million",
            "millions",
            "several",
            "many",
            "uno",
            "una",
            "dos",
            "tres",
            "cuatro",
            "cinco",
            "seis",
            "siete",
            "ocho",
            "nueve",
            "diez",
            "once",
            "doce",
            "trece",
            "catorce",
            "quince",
            "dieciséis",
            "diecisiete",
            "dieciocho",
            "diecinueve",
            "veinte",
            "veintiuno",
            "veintidós",
            "veintitrés",
            "veinticuatro",
            "veinticinco",
            "veintiséis",
            "veintisiete",
            "veintiocho",
            "veintinueve",
            "treinta",
            "cuarenta",
            "cincuenta",
            "sesenta",
            "setenta",
            "ochenta",
            "noventa",
            "cien",
            "ciento",
            "cientos",
            "mil",
            "miles",
            "decena",
            "decenas",
            "docena",
            "docenas",
            "veintena",
            "varios",
            "varias",
            "millones");

    private FigureChanges() {}

    static List<FigureChange> between(String original, Words before, String copy, Words after) {
        if (before.count() > MOST_WORDS || after.count() > MOST_WORDS) return List.of();
        int[][] common = commonSuffixes(before, after);
        List<FigureChange> changes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.count() && j < after.count()) {
            int fromBefore = i;
            int fromAfter = j;
            while (i < before.count() && j < after.count() && before.hash(i) != after.hash(j)) {
                if (common[i + 1][j] >= common[i][j + 1]) i++;
                else j++;
            }
            addChange(original, before, fromBefore, i, copy, after, fromAfter, j, changes);
            i++;
            j++;
        }
        return changes;
    }

    private static int[][] commonSuffixes(Words before, Words after) {
        int[][] common = new int[before.count() + 1][after.count() + 1];
        for (int i = before.count() - 1; i >= 0; i--) {
            for (int j = after.count() - 1; j >= 0; j--) {
                common[i][j] = before.hash(i) == after.hash(j)
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static void addChange(
            String original,
            Words before,
            int fromBefore,
            int toBefore,
            String copy,
            Words after,
            int fromAfter,
            int toAfter,
            List<FigureChange> changes) {
        if (!holdsNumber(original, before, fromBefore, toBefore) || !holdsNumber(copy, after, fromAfter, toAfter))
            return;
        int start = before.start(fromBefore);
        int end = before.end(toBefore - 1);
        int copyStart = after.start(fromAfter);
        int copyEnd = after.end(toAfter - 1);
        changes.add(new FigureChange(
                original.substring(start, end), start, end, copy.substring(copyStart, copyEnd), copyStart, copyEnd));
    }

    private static boolean holdsNumber(String text, Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isDigit(text.charAt(words.start(i)))) return true;
            if (NUMBER_WORDS.contains(
                    text.substring(words.start(i), words.end(i)).toLowerCase(Locale.ROOT))) return true;
        }
        return false;
    }
}
