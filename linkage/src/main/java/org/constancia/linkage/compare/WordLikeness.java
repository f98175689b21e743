package org.constancia.linkage.compare;

import java.util.Arrays;
import org.constancia.linkage.record.DistinctValues;
import org.constancia.linkage.record.NameIndex;
import org.constancia.linkage.record.WordOutline;

/// How alike two words of names are, in grades, remembered for the pairs seen last.
///
/// The memory is direct-mapped; a pair that was overwritten is
/// worked out again, so that the answer never depends on what was asked before. Words longer than 64 letters
/// are compared by their first 64.
final class WordLikeness {
    static final int DIFFERENT = 0;
    static final int SIMILAR = 1;
    static final int INITIAL = 2;
    static final int CLOSE = 3;
    static final int VERY_CLOSE = 4;
    static final int EQUAL = 5;

    private static final int SLOT_BITS = 16;
    private static final int GRADE_BITS = 3;
    private static final int GRADE_MASK = (1 << GRADE_BITS) - 1;

    /// Words in a pair's number; with the grade they fill a `long` but for one bit.
    private static final int WORD_BITS = 30;

    private static final double CLOSE_FROM = 0.88;
    private static final double SIMILAR_FROM = 0.78;

    private final NameIndex index;
    private final JaroWinkler jaroWinkler = new JaroWinkler();
    private final EditDistance editDistance = new EditDistance();
    private final long[] seen = new long[1 << SLOT_BITS];
    private final byte[] one = new byte[2 * EditDistance.MAX_LENGTH];
    private final byte[] other = new byte[2 * EditDistance.MAX_LENGTH];

    WordLikeness(NameIndex index) {
        this.index = index;
        Arrays.fill(seen, -1);
    }

    /// The grade of two words by their numbers and outlines.
    int grade(int left, int right, int leftOutline, int rightOutline) {
        if (left == right) {
            return EQUAL;
        }
        if (!WordOutline.canBeAlike(leftOutline, rightOutline)) {
            return DIFFERENT;
        }
        int low = Math.min(left, right);
        int high = Math.max(left, right);
        long pair = (long) low << WORD_BITS | high;
        int slot = (int) ((pair * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - SLOT_BITS));
        long known = seen[slot];
        if (known >>> GRADE_BITS != pair) {
            known = pair << GRADE_BITS | compared(low, high);
            seen[slot] = known;
        }
        return (int) known & GRADE_MASK;
    }

    private int compared(int left, int right) {
        byte[] bytes = index.words().bytes();
        int leftFrom = index.from(left);
        int leftTo = Math.min(index.to(left), leftFrom + EditDistance.MAX_LENGTH);
        int rightFrom = index.from(right);
        int rightTo = Math.min(index.to(right), rightFrom + EditDistance.MAX_LENGTH);
        int shorter = Math.min(leftTo - leftFrom, rightTo - rightFrom);
        if (shorter == 1) {
            return bytes[leftFrom] == bytes[rightFrom] ? INITIAL : DIFFERENT;
        }
        if (index.formal(left) == index.formal(right) || index.sound(left) == index.sound(right)) {
            return VERY_CLOSE;
        }
        double likeness = jaroWinkler.similarity(bytes, leftFrom, leftTo, bytes, rightFrom, rightTo);
        if (likeness < WordOutline.LOWEST) {
            return DIFFERENT;
        }
        int edits = editDistance.alignment(bytes, leftFrom, leftTo, bytes, rightFrom, rightTo);
        if (edits <= 1 && shorter >= 3) {
            return VERY_CLOSE;
        }
        if (likeness >= CLOSE_FROM || (edits <= 2 && shorter >= 6)) {
            return CLOSE;
        }
        return likeness >= SIMILAR_FROM ? SIMILAR : DIFFERENT;
    }

    /// Whether two runs of words are the same but for one letter when written together: MARIA JOSE and
    /// MARIAJOSE.
    boolean sameJoined(int first, int second, int word, int otherSecond) {
        int length = join(one, first, second);
        int otherLength = join(other, word, otherSecond);
        return Math.abs(length - otherLength) <= 1
                && length > 4
                && editDistance.alignment(
                                one,
                                0,
                                Math.min(length, EditDistance.MAX_LENGTH),
                                other,
                                0,
                                Math.min(otherLength, EditDistance.MAX_LENGTH))
                        <= 1;
    }

    private int join(byte[] target, int first, int second) {
        int length = append(target, 0, first);
        return second < 0 ? length : append(target, length, second);
    }

    private int append(byte[] target, int at, int word) {
        DistinctValues words = index.words();
        int length = Math.min(words.length(word), EditDistance.MAX_LENGTH);
        System.arraycopy(words.bytes(), words.from(word), target, at, length);
        return at + length;
    }
}
