package org.constancia.linkage.block;

/// Remembers keys in little room: it may take a key for one it holds, never the other way round.
final class KeyFilter {
    private static final int BITS = 21;

    private final long[] bits = new long[1 << BITS - 6];

    void add(int key) {
        bits[word(key)] |= 1L << key;
    }

    boolean mayHold(int key) {
        return (bits[word(key)] & 1L << key) != 0;
    }

    /// Keys are well spread already: the lowest six bits are the place in a word.
    private static int word(int key) {
        return key >>> Integer.SIZE - (BITS - 6);
    }
}
