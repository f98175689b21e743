package org.constancia.core.record;

import java.util.Locale;

/// Where a statement stands. Only accepted statements are projected; none is ever deleted.
public enum StatementStatus {
    PROPOSED,
    ACCEPTED,
    /// Accepted, and a reviewer asks for proof.
    CONTESTED,
    REJECTED,
    /// Another statement by the same hand took its place.
    SUPERSEDED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether the statement counts for the value of its property.
    public boolean isInForce() {
        return this == ACCEPTED || this == CONTESTED;
    }
}
