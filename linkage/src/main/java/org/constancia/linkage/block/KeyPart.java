package org.constancia.linkage.block;

/// One part of a blocking key, a number for every record; 0 where the record states nothing, and then it has
/// no key.
@FunctionalInterface
interface KeyPart {
    int of(int record);

    /// Mixes this part into the key of every record; a key of 0 stays 0.
    default void mixInto(int[] keys) {
        new KeyColumn(this).mixInto(keys);
    }

    /// Works the part out for all records, where many are going to be asked for.
    default void prepare(int size) {}

    /// Gives back what was worked out ahead; no rule asks for this part of many records from here on.
    default void forget() {}
}
