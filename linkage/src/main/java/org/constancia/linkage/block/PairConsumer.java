package org.constancia.linkage.block;

/// Takes a candidate pair; `left` is always the smaller record number.
@FunctionalInterface
public interface PairConsumer {
    void accept(int left, int right);

    /// Told which records come next, so that their cells can be brought near the processor all at once.
    ///
    /// @param records an array of which `from` to `to` are the records
    default void expect(int[] records, int from, int to) {}
}
