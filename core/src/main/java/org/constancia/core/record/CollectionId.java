package org.constancia.core.record;

import java.util.UUID;

/// Names one collection, the compartment whose records are shared by the same people.
public record CollectionId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
