package org.constancia.linkage.block;

/// One part of a blocking key, a number for every record; 0 where the record states nothing, and then it has
/// no key.
@FunctionalInterface
interface KeyPart {
    int of(int record);

    /// Mixes this part into keys of records that follow each other; a key of 0 stays 0.
    ///
    /// @param first the record of the first key
    default void mixInto(int[] keys, int first, int count) {
        for (int i = 0; i < count; i++) {
            keys[i] = KeyParts.mixed(keys[i], of(first + i));
        }
    }
}
