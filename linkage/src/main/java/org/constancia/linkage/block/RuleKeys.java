package org.constancia.linkage.block;

import java.util.Arrays;
import java.util.List;

/// The keys of one rule with their records, to be sorted: the key above, the record below. A record has a key
/// for each alternative of the rule whose parts it states, and none twice.
///
/// Keys can be sorted in portions by their uppermost bits, which takes less memory. Inside a portion they
/// come record by record, so that a sort that keeps the order leaves the records of one key in ascending
/// order.
final class RuleKeys {
    /// Records whose keys are worked out together.
    private static final int TILE = 1 << 13;

    private static final int FIRST_KEY = 17;

    private static final long MASK = 0xffffffffL;

    private final int[][] columns;
    private final int shift;
    private final int[] inPortion;

    private RuleKeys(int[][] columns, int shift) {
        this.columns = columns;
        this.shift = shift;
        inPortion = new int[1 << Integer.SIZE - shift];
        for (int[] column : columns) {
            for (int value : column) {
                inPortion[portionOf(value)] += value == 0 ? 0 : 1;
            }
        }
    }

    /// The keys of all records.
    ///
    /// @param alternatives the parts of each key of the rule
    /// @param together about how many keys a portion holds
    static RuleKeys of(List<KeyPart[]> alternatives, int size, int together) {
        int[][] columns = new int[alternatives.size()][];
        int count = 0;
        for (int a = 0; a < columns.length; a++) {
            columns[a] = column(alternatives.get(a), columns, a, size);
            for (int value : columns[a]) {
                count += value == 0 ? 0 : 1;
            }
        }
        return new RuleKeys(columns, Integer.numberOfLeadingZeros(count / together));
    }

    int portions() {
        return inPortion.length;
    }

    private int portionOf(int value) {
        return (int) ((value & MASK) >>> shift);
    }

    /// The keys whose uppermost bits are `portion`, with their records.
    long[] entries(int portion) {
        long[] entries = new long[inPortion[portion]];
        int at = 0;
        for (int record = 0; at < entries.length; record++) {
            for (int[] column : columns) {
                int value = column[record];
                if (value != 0 && portionOf(value) == portion) {
                    entries[at++] = (long) value << 32 | record;
                }
            }
        }
        return entries;
    }

    /// The keys that some records have, with all records that have them, and a few others.
    static long[] entriesAround(int[] records, List<KeyPart[]> alternatives, int size) {
        KeyFilter wanted = keysOf(records, alternatives);
        int[][] columns = new int[alternatives.size()][TILE];
        long[] entries = new long[Math.max(1, size / 8)];
        int count = 0;
        for (int first = 0; first < size; first += TILE) {
            int inTile = Math.min(TILE, size - first);
            for (int a = 0; a < columns.length; a++) {
                keys(alternatives.get(a), columns, a, first, inTile);
            }
            if (count + inTile * columns.length > entries.length) {
                entries = Arrays.copyOf(entries, entries.length * 3 / 2 + inTile * columns.length);
            }
            for (int i = 0; i < inTile; i++) {
                for (int[] column : columns) {
                    if (column[i] != 0 && wanted.mayHold(column[i])) {
                        entries[count++] = (long) column[i] << 32 | (first + i);
                    }
                }
            }
        }
        return Arrays.copyOf(entries, count);
    }

    private static KeyFilter keysOf(int[] records, List<KeyPart[]> alternatives) {
        KeyFilter keys = new KeyFilter();
        for (KeyPart[] parts : alternatives) {
            for (int record : records) {
                int key = FIRST_KEY;
                for (KeyPart part : parts) {
                    key = KeyParts.mixed(key, part.of(record));
                }
                keys.add(key);
            }
        }
        return keys;
    }

    private static int[] column(KeyPart[] parts, int[][] earlier, int alternative, int size) {
        int[][] columns = Arrays.copyOf(earlier, alternative + 1);
        columns[alternative] = new int[size];
        keys(parts, columns, alternative, 0, size);
        return columns[alternative];
    }

    /// Fills a column with the keys of records that follow each other; a key the record has already is left
    /// out.
    private static void keys(KeyPart[] parts, int[][] columns, int alternative, int first, int count) {
        int[] column = columns[alternative];
        Arrays.fill(column, 0, count, FIRST_KEY);
        for (KeyPart part : parts) {
            part.mixInto(column, first, count);
        }
        for (int a = 0; a < alternative; a++) {
            for (int i = 0; i < count; i++) {
                if (column[i] == columns[a][i]) {
                    column[i] = 0;
                }
            }
        }
    }
}
