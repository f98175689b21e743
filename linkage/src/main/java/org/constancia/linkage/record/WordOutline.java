package org.constancia.linkage.record;

/// What of a word fits into one number and lies beside its record: which letters occur (27 bits; letters that
/// fall together in five bits share one), whether it can be like a word of other letters (an everyday form, the
/// same sound), and its length (15 for longer ones).
///
/// Two outlines often tell that the words cannot be alike, without going to the words themselves, which lie all
/// over the memory.
public final class WordOutline {
    private static final int LETTERS = 0x07ffffff;
    private static final int BEYOND_LETTERS = 1 << 27;
    private static final int LENGTH_SHIFT = 28;
    private static final int LONG = 15;

    /// Below this Jaro-Winkler similarity a word is different whatever the edits; the prefix bonus starts
    /// above it.
    public static final double LOWEST = 0.68;

    private WordOutline() {}

    /// @param beyondLetters whether a word of quite other letters is like it, which has the mark too
    static int of(byte[] bytes, int from, int to, boolean beyondLetters) {
        int outline = 0;
        for (int i = from; i < to; i++) {
            outline |= 1 << (bytes[i] & 31);
        }
        return outline & LETTERS | (beyondLetters ? BEYOND_LETTERS : 0) | Math.min(LONG, to - from) << LENGTH_SHIFT;
    }

    /// Whether the Jaro similarity of two words can reach the lowest that counts, or both are marked to be like
    /// words of other letters.
    ///
    /// Each letter that only one word has is a position without a match, and similarity is at most
    /// `(m / length + m / other length + 1) / 3` for m matches.
    public static boolean canBeAlike(int one, int other) {
        if ((one & other & BEYOND_LETTERS) != 0) {
            return true;
        }
        int length = one >>> LENGTH_SHIFT;
        int otherLength = other >>> LENGTH_SHIFT;
        if (length == LONG || otherLength == LONG || length == 1 || otherLength == 1) {
            return true;
        }
        int matches = Math.min(
                length - Integer.bitCount(one & ~other & LETTERS),
                otherLength - Integer.bitCount(other & ~one & LETTERS));
        return matches * (length + otherLength) >= (3 * LOWEST - 1) * length * otherLength;
    }

    /// The outline of two words written together; of one, when the other is not there (0).
    public static int joined(int first, int second) {
        int length = Math.min(LONG, (first >>> LENGTH_SHIFT) + (second >>> LENGTH_SHIFT));
        return (first | second) & LETTERS | length << LENGTH_SHIFT;
    }

    /// Whether two words can be the same but for one letter put in, left out or replaced.
    public static boolean canBeALetterApart(int one, int other) {
        int length = one >>> LENGTH_SHIFT;
        int otherLength = other >>> LENGTH_SHIFT;
        return Integer.bitCount((one ^ other) & LETTERS) <= 2
                && (length == LONG || otherLength == LONG || Math.abs(length - otherLength) <= 1);
    }
}
