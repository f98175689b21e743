package org.constancia.evidence.content;

/// What a re-reading of one blob found.
public enum Condition {
    /// The bytes are those that were acknowledged.
    INTACT,
    /// The bytes differ from those acknowledged, or cannot be read.
    DAMAGED,
    /// There is no such blob.
    MISSING
}
