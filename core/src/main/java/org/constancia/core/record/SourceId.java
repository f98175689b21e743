package org.constancia.core.record;

import java.util.UUID;

/// Names one preserved item.
public record SourceId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
