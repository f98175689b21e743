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
        return part.of(record);
    }

    @Override
    public void mixInto(int[] keys) {
        int[] known = values(keys.length);
        for (int record = 0; record < keys.length; record++) {
            int value = known[record];
            int key = keys[record];
            keys[record] = value == 0 || key == 0 ? 0 : KeyParts.mixed(key * 31 + value);
        }
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
