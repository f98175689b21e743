package org.constancia.linkage.block;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A part of keys worked out for every record when it is first mixed into a rule: rules share parts, and a run
/// of numbers is read many times faster than what they are made of.
final class KeyColumn implements KeyPart {
    private final KeyPart part;
    private int @Nullable [] values;

    KeyColumn(KeyPart part) {
        this.part = part;
    }

    @Override
    public int of(int record) {
        int[] known = values;
        return known == null ? part.of(record) : known[record];
    }

    @Override
    public void mixInto(int[] keys) {
        int[] known = values(keys.length);
        for (int record = 0; record < keys.length; record++) {
            int key = keys[record];
            int value = known[record];
            keys[record] = KeyParts.mixed(key * 31 + value) & allBitsUnlessZero(key) & allBitsUnlessZero(value);
        }
    }

    /// Without a branch, which no processor could foresee.
    private static int allBitsUnlessZero(int value) {
        return (value | -value) >> 31;
    }

    @Override
    public void prepare(int size) {
        values(size);
    }

    @Override
    public synchronized void forget() {
        values = null;
    }

    private synchronized int[] values(int size) {
        int[] known = values;
        if (known == null) {
            known = IntStream.range(0, size).parallel().map(part::of).toArray();
            values = known;
        }
        return known;
    }
}
