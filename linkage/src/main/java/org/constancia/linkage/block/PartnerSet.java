package org.constancia.linkage.block;

import java.util.Arrays;

/// The records found together with one record, each once, in the order in which they were found.
final class PartnerSet {
    private final long[] seen;
    private int[] partners = new int[256];
    private int[] rules = new int[256];
    private int size;
    private int rule;

    /// @param records how many records there are
    PartnerSet(int records) {
        seen = new long[(records >>> 6) + 1];
    }

    /// Partners added from here on are those of this rule.
    void beginRule(int number) {
        rule = number;
    }

    void add(int partner) {
        long bit = 1L << partner;
        int word = partner >>> 6;
        if ((seen[word] & bit) == 0) {
            seen[word] |= bit;
            if (size == partners.length) {
                grow();
            }
            partners[size] = partner;
            rules[size++] = rule;
        }
    }

    private void grow() {
        partners = Arrays.copyOf(partners, size * 2);
        rules = Arrays.copyOf(rules, size * 2);
    }

    void addAll(int[] others) {
        for (int other : others) {
            add(other);
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

    /// The rule that found a partner first.
    int rule(int partner) {
        return rules[partner];
    }

    int[] toArray() {
        return Arrays.copyOf(partners, size);
    }
}
