package org.constancia.linkage.block;

import org.jspecify.annotations.Nullable;

/// A part of keys worked out ahead for every record: rules share parts, and a run of numbers is read many times faster
/// than what they are made of.
final class KeyColumn implements KeyPart {
    private final KeyPart part;
    private volatile int @Nullable [] values;

    KeyColumn(KeyPart part) {
        this.part = part;
    }

    @Override
    public int of(int record) {
        int[] known = values;
        return known == null ? part.of(record) : known[record];
    }

    @Override
    public void mixInto(int[] keys, int first, int count) {
        int[] known = values;
        if (known == null) {
            part.mixInto(keys, first, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            keys[i] = KeyParts.mixed(keys[i], known[first + i]);
        }
    }

    /// Makes room for the part of every record; [#work] fills it.
    void prepare(int size) {
        if (values == null) {
            values = new int[size];
        }
    }

    /// Works the part out for some of the records.
    void work(int from, int to) {
        int[] prepared = values;
        for (int record = from; prepared != null && record < to; record++) {
            prepared[record] = part.of(record);
        }
    }

    /// Gives back what was worked out ahead.
    void forget() {
        values = null;
    }
}
