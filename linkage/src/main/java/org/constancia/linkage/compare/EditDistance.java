package org.constancia.linkage.compare;

/// Edit distances of byte strings of at most 64 letters, one machine word per letter of the text.
///
/// Levenshtein: G. Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic
/// programming", JACM 46(3), 1999, in H. Hyyrö's global-distance form. With transpositions: H. Hyyrö, "A
/// bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003), the *optimal string
/// alignment* distance, in which no part is edited twice: "CA" to "ABC" is 3.
///
/// Not safe for use by several threads: each worker owns one, and its masks are all zero between calls.
public final class EditDistance {
    /// The longest pattern; callers clip.
    public static final int MAX_LENGTH = 64;

    private final long[] masks = new long[256];

    /// Insertions, deletions and substitutions that turn one string into the other.
    public int levenshtein(byte[] one, byte[] other) {
        return distance(one, 0, one.length, other, 0, other.length, false);
    }

    /// As [#levenshtein], with the exchange of two neighbouring letters as one edit.
    public int alignment(byte[] one, byte[] other) {
        return distance(one, 0, one.length, other, 0, other.length, true);
    }

    /// The optimal string alignment distance of two slices of at most [#MAX_LENGTH] bytes.
    public int alignment(byte[] one, int oneFrom, int oneTo, byte[] other, int otherFrom, int otherTo) {
        return distance(one, oneFrom, oneTo, other, otherFrom, otherTo, true);
    }

    private int distance(byte[] pattern, int from, int to, byte[] text, int textFrom, int textTo, boolean transpose) {
        int length = to - from;
        if (length == 0) {
            return textTo - textFrom;
        }
        for (int i = 0; i < length; i++) {
            masks[pattern[from + i] & 0xff] |= 1L << i;
        }
        long positive = -1;
        long negative = 0;
        long diagonal = 0;
        long previousEqual = 0;
        long last = 1L << (length - 1);
        int distance = length;
        for (int i = textFrom; i < textTo; i++) {
            long equal = masks[text[i] & 0xff];
            long exchanged = transpose ? (((~diagonal) & equal) << 1) & previousEqual : 0;
            diagonal = (((equal & positive) + positive) ^ positive) | equal | negative | exchanged;
            long up = negative | ~(diagonal | positive);
            long down = positive & diagonal;
            if ((up & last) != 0) {
                distance++;
            }
            if ((down & last) != 0) {
                distance--;
            }
            up = (up << 1) | 1;
            down <<= 1;
            positive = down | ~(diagonal | up);
            negative = up & diagonal;
            previousEqual = equal;
        }
        for (int i = 0; i < length; i++) {
            masks[pattern[from + i] & 0xff] = 0;
        }
        return distance;
    }
}
