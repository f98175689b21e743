package org.constancia.linkage.block;

/// Takes a candidate pair; `left` is always the smaller record number.
@FunctionalInterface
public interface PairConsumer {
    void accept(int left, int right);
}
