package org.constancia.linkage.block;

import java.util.Arrays;

/// The keys of all records by one rule: `width` keys a record, 0 for none.
///
/// Blocks above a size are refined: their records get the key together with one more part, or no key when they
/// lack
/// it.
/// What no part can split is put in order of a hash of the record and cut into overlapping runs, so that even a
/// hundred
/// thousand equal rows stay connected at a bounded cost.
final class RuleKeys {
    private int[][] keys;
    private long pairs;
    private int biggest;
    private int refined;

    RuleKeys(int[][] keys) {
        this.keys = keys;
    }

    int width() {
        return keys.length;
    }

    int key(int alternative, int record) {
        return keys[alternative][record];
    }

    /// Pairs in blocks, counted with repetitions.
    long pairs() {
        return pairs;
    }

    double pairsOfBiggestBlock() {
        return biggest * (biggest - 1.0) / 2;
    }

    int biggestBlock() {
        return biggest;
    }

    /// How many blocks were refined.
    int refinedBlocks() {
        return refined;
    }

    /// All entries (key in the upper half, record in the lower) sorted by key, then record.
    long[] sorted() {
        int count = 0;
        for (int[] column : keys) {
            for (int key : column) {
                count += key == 0 ? 0 : 1;
            }
        }
        long[] entries = new long[count];
        int at = 0;
        for (int[] column : keys) {
            for (int record = 0; record < column.length; record++) {
                if (column[record] != 0) {
                    entries[at++] = (long) column[record] << 32 | record;
                }
            }
        }
        return RadixSort.byUpperHalf(entries);
    }

    /// Refines the biggest blocks, part by part, until the blocks hold at most `budget` pairs.
    void refine(KeyPart[] parts, long budget) {
        long[] entries = sorted();
        measure(entries);
        for (KeyPart part : parts) {
            if (pairs <= budget) {
                return;
            }
            int cap = capFor(entries, budget);
            int[][] next = new int[keys.length][];
            for (int a = 0; a < keys.length; a++) {
                next[a] = keys[a].clone();
            }
            for (int from = 0; from < entries.length; ) {
                int to = blockEnd(entries, from);
                if (to - from > cap) {
                    refined++;
                    int key = (int) (entries[from] >>> 32);
                    for (int i = from; i < to; i++) {
                        int record = (int) entries[i];
                        int added = part.of(record);
                        for (int a = 0; a < keys.length; a++) {
                            if (keys[a][record] == key) {
                                next[a][record] = KeyParts.mixed(key * 31 + added);
                            }
                        }
                    }
                }
                from = to;
            }
            keys = next;
            entries = sorted();
            measure(entries);
        }
    }

    /// Cuts blocks of more than `cap` records into overlapping runs of `cap`, in the order of `order`.
    ///
    /// @param columns how many keys a record may have afterwards; without room for a second one the runs do
    ///     not overlap
    void cut(int cap, int[] order, int columns) {
        long[] entries = sorted();
        measure(entries);
        if (biggest <= cap) {
            return;
        }
        int width = keys.length;
        boolean overlapping = 2 * width <= columns;
        int[][] next = new int[overlapping ? 2 * width : width][];
        for (int a = 0; a < width; a++) {
            next[a] = keys[a].clone();
            if (overlapping) {
                next[width + a] = new int[keys[a].length];
            }
        }
        for (int from = 0; from < entries.length; ) {
            int to = blockEnd(entries, from);
            if (to - from > cap) {
                refined++;
                int key = (int) (entries[from] >>> 32);
                long[] ordered = new long[to - from];
                for (int i = from; i < to; i++) {
                    int record = (int) entries[i];
                    ordered[i - from] = (long) order[record] << 32 | record;
                }
                Arrays.sort(ordered);
                for (int i = 0; i < ordered.length; i++) {
                    int record = (int) ordered[i];
                    for (int a = 0; a < width; a++) {
                        if (keys[a][record] == key) {
                            next[a][record] = KeyParts.mixed(key * 31 + 2 * (i / cap));
                            if (overlapping) {
                                next[width + a][record] = KeyParts.mixed(key * 31 + 2 * ((i + cap / 2) / cap) + 1);
                            }
                        }
                    }
                }
            }
            from = to;
        }
        keys = next;
        measure(sorted());
    }

    /// The largest block size up to which all blocks together stay within half the budget.
    private static int capFor(long[] entries, long budget) {
        int[] sizes = new int[entries.length];
        int blocks = 0;
        for (int from = 0; from < entries.length; ) {
            int to = blockEnd(entries, from);
            sizes[blocks++] = to - from;
            from = to;
        }
        Arrays.sort(sizes, 0, blocks);
        long sum = 0;
        for (int i = 0; i < blocks; i++) {
            sum += (long) sizes[i] * (sizes[i] - 1) / 2;
            if (sum > budget / 2) {
                return Math.max(2, sizes[i] - 1);
            }
        }
        return Integer.MAX_VALUE;
    }

    /// Counts the blocks and their pairs.
    void measure() {
        measure(sorted());
    }

    private void measure(long[] entries) {
        pairs = 0;
        biggest = 0;
        for (int from = 0; from < entries.length; ) {
            int to = blockEnd(entries, from);
            long size = to - from;
            pairs += size * (size - 1) / 2;
            biggest = (int) Math.max(biggest, size);
            from = to;
        }
    }

    static int blockEnd(long[] entries, int from) {
        long key = entries[from] >>> 32;
        int to = from + 1;
        while (to < entries.length && entries[to] >>> 32 == key) {
            to++;
        }
        return to;
    }
}
