package org.constancia.core.record;

import java.util.UUID;

/// Names one time an item came in.
public record CaptureId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
