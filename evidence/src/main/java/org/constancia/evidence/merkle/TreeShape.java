package org.constancia.evidence.merkle;

/// Where RFC 6962 cuts a tree in two.
final class TreeShape {
    private TreeShape() {}

    /// The largest power of two smaller than `size`; `size` is at least 2.
    static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
