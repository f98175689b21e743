package org.constancia.core.record;

/// What kind of value a property takes.
public enum ValueType {
    TEXT,
    /// A code of a vocabulary or of one of the short lists in [CodeList].
    CODE,
    DATE,
    NUMBER,
    /// A coordinate in degrees.
    DEGREES,
    REFERENCE
}
