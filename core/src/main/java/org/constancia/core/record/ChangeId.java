package org.constancia.core.record;

import java.util.UUID;

/// Names one change of the record, and its row in the outbox.
public record ChangeId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
