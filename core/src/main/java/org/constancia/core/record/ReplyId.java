package org.constancia.core.record;

import java.util.UUID;

/// Names one reply from a reader of the public pages.
public record ReplyId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
