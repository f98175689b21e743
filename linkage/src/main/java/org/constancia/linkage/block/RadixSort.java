package org.constancia.linkage.block;

/// Sorts (key, record) entries by their key with three counting passes of eleven bits, keeping the order of
/// equal keys.
final class RadixSort {
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;
    private static final int FIRST_BIT = 32;

    private RadixSort() {}

    /// The entries sorted by their upper 32 bits, read as unsigned; entries of one key keep their order. The
    /// array given may be used as scratch.
    static long[] byUpperHalf(long[] entries) {
        long[] from = entries;
        long[] to = new long[entries.length];
        for (int pass = 0; pass < 3; pass++) {
            int shift = FIRST_BIT + pass * BITS;
            int[] start = new int[BUCKETS + 1];
            for (long entry : from) {
                start[(int) (entry >>> shift & (BUCKETS - 1)) + 1]++;
            }
            for (int i = 0; i < BUCKETS; i++) {
                start[i + 1] += start[i];
            }
            for (long entry : from) {
                to[start[(int) (entry >>> shift & (BUCKETS - 1))]++] = entry;
            }
            long[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }
}
