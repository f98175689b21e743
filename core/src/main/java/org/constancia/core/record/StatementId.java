package org.constancia.core.record;

import java.util.UUID;

/// Names one statement.
public record StatementId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
