package org.constancia.core.record;

import java.util.Locale;

/// On what ground something is stated.
public enum Basis {
    /// Whoever says it saw it, or it is in a document that settles it.
    OBSERVED,
    /// Somebody says so.
    ALLEGED,
    /// It follows from other statements or from the context; the statement's reason says how.
    INFERRED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
