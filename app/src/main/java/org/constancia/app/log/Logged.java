package org.constancia.app.log;

import org.constancia.core.record.ChangeId;

/// A change with its leaf. The arrays belong to whoever holds it; it is compared by identity.
///
/// @param log the number of the log
/// @param index its place in the log
/// @param entry the bytes of the leaf
/// @param payload the canonical JSON that was committed to
/// @param salt opens the commitment
@SuppressWarnings("ArrayRecordComponent")
public record Logged(ChangeId change, int log, long index, byte[] entry, byte[] payload, byte[] salt) {}
