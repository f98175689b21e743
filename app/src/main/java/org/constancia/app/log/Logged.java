package org.constancia.app.log;

import org.constancia.core.record.ChangeId;

/// A change with its leaf. The arrays belong to whoever holds it; it is compared by identity.
///
/// @param log the number of the log
/// @param index its place in the log
/// @param entry the bytes of the leaf
/// @param payload the canonical JSON that was committed to; `{}` when it was erased
/// @param salt opens the commitment
@SuppressWarnings("ArrayRecordComponent")
public record Logged(ChangeId change, int log, long index, byte[] entry, byte[] payload, byte[] salt) {
    /// Whether nothing can open it any more, because the source it was about was erased.
    public boolean isErased() {
        return payload.length == 2;
    }
}
