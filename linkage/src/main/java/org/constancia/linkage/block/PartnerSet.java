package org.constancia.linkage.block;

import java.util.Arrays;

/// The records found together with one record, each once, in the order in which they were found.
final class PartnerSet {
    private final long[] seen;
    private int[] partners = new int[256];
    private int size;

    /// @param records how many records there are
    PartnerSet(int records) {
        seen = new long[(records >>> 6) + 1];
    }

    void add(int partner) {
        long bit = 1L << partner;
        int word = partner >>> 6;
        if ((seen[word] & bit) == 0) {
            seen[word] |= bit;
            if (size == partners.length) {
                partners = Arrays.copyOf(partners, size * 2);
            }
            partners[size++] = partner;
        }
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            seen[partners[i] >>> 6] = 0;
        }
        size = 0;
    }

    int size() {
        return size;
    }

    /// The partners, in the first places of an array that changes.
    int[] partners() {
        return partners;
    }

    int[] toArray() {
        return Arrays.copyOf(partners, size);
    }
}
