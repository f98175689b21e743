package org.constancia.linkage.block;

/// One part of a blocking key, a number for every record; 0 where the record states nothing, and then it has
/// no key.
@FunctionalInterface
interface KeyPart {
    int of(int record);

    /// Mixes this part into the key of every record; a key of 0 stays 0.
    default void mixInto(int[] keys) {
        for (int record = 0; record < keys.length; record++) {
            if (keys[record] != 0) {
                int value = of(record);
                keys[record] = value == 0 ? 0 : KeyParts.mixed(keys[record] * 31 + value);
            }
        }
    }
}
