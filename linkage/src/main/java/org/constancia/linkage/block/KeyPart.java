package org.constancia.linkage.block;

/// One part of a blocking key, a number for every record; 0 where the record states nothing, and then it has
/// no key.
@FunctionalInterface
interface KeyPart {
    int of(int record);
}
