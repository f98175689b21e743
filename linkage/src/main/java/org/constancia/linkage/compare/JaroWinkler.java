package org.constancia.linkage.compare;

/// Jaro-Winkler similarity of byte strings of at most 64 letters, one machine word per string.
///
/// W. E. Winkler, "String comparator metrics and enhanced decision rules in the Fellegi-Sunter model of
/// record linkage" (1990), with his choices: half of the out-of-order letters is rounded down, the common
/// prefix counts from a Jaro similarity of .7 on, at most four letters, scale .1. Letters are assigned
/// greedily from the shorter string (at equal length from the lexicographically smaller one), so that the
/// similarity is symmetric.
///
/// Not safe for use by several threads: each worker owns one, and its masks are all zero between calls.
public final class JaroWinkler {
    /// The longest string compared; callers clip.
    public static final int MAX_LENGTH = 64;

    private static final double PREFIX_FROM = 0.7;
    private static final double PREFIX_SCALE = 0.1;
    private static final int MAX_PREFIX = 4;

    private final long[] positions = new long[256];

    /// The similarity in [0, 1] of `one` and `other`; 1 for two empty strings, 0 for an empty and a non-empty
    /// one.
    public double similarity(byte[] one, byte[] other) {
        return similarity(one, 0, one.length, other, 0, other.length);
    }

    /// The similarity of two slices, each of at most [#MAX_LENGTH] bytes.
    public double similarity(byte[] one, int oneFrom, int oneTo, byte[] other, int otherFrom, int otherTo) {
        int oneLength = oneTo - oneFrom;
        int otherLength = otherTo - otherFrom;
        if (oneLength == 0 || otherLength == 0) {
            return oneLength == otherLength ? 1 : 0;
        }
        boolean oneOutside = oneLength < otherLength
                || (oneLength == otherLength
                        && java.util.Arrays.compareUnsigned(one, oneFrom, oneTo, other, otherFrom, otherTo) <= 0);
        double jaro = oneOutside
                ? jaro(one, oneFrom, oneLength, other, otherFrom, otherLength)
                : jaro(other, otherFrom, otherLength, one, oneFrom, oneLength);
        if (jaro < PREFIX_FROM) {
            return jaro;
        }
        int prefix = 0;
        int longest = Math.min(MAX_PREFIX, Math.min(oneLength, otherLength));
        while (prefix < longest && one[oneFrom + prefix] == other[otherFrom + prefix]) {
            prefix++;
        }
        return jaro + prefix * PREFIX_SCALE * (1 - jaro);
    }

    private double jaro(byte[] outer, int outerFrom, int outerLength, byte[] inner, int innerFrom, int innerLength) {
        for (int i = 0; i < innerLength; i++) {
            positions[inner[innerFrom + i] & 0xff] |= 1L << i;
        }
        int reach = Math.max(0, Math.max(outerLength, innerLength) / 2 - 1);
        long window = reach >= 63 ? -1L : (1L << (reach + 1)) - 1;
        long outerUsed = 0;
        long innerUsed = 0;
        for (int i = 0; i < outerLength; i++) {
            long hit = positions[outer[outerFrom + i] & 0xff] & window & ~innerUsed;
            if (hit != 0) {
                innerUsed |= hit & -hit;
                outerUsed |= 1L << i;
            }
            window = (window << 1) | (i < reach ? 1 : 0);
        }
        for (int i = 0; i < innerLength; i++) {
            positions[inner[innerFrom + i] & 0xff] = 0;
        }
        int matches = Long.bitCount(innerUsed);
        if (matches == 0) {
            return 0;
        }
        int outOfOrder = 0;
        while (outerUsed != 0) {
            int i = Long.numberOfTrailingZeros(outerUsed);
            int j = Long.numberOfTrailingZeros(innerUsed);
            if (outer[outerFrom + i] != inner[innerFrom + j]) {
                outOfOrder++;
            }
            outerUsed &= outerUsed - 1;
            innerUsed &= innerUsed - 1;
        }
        double m = matches;
        return (m / outerLength + m / innerLength + (m - outOfOrder / 2) / m) / 3;
    }
}
