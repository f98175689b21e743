package org.constancia.store.record;

import java.util.List;
import org.constancia.core.record.ChangeId;

/// What a caller holds after a write: its result and the changes that were logged with it.
public record Receipt<T>(T result, List<ChangeId> changes) {
    public Receipt {
        changes = List.copyOf(changes);
    }
}
