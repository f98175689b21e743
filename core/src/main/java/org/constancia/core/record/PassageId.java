package org.constancia.core.record;

import java.util.UUID;

/// Names one exact span of a source.
public record PassageId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
