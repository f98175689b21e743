package org.constancia.store.log;

import java.util.UUID;

/// A change that has an index, with what opens the commitment of its leaf. Holds arrays, so it is compared by identity.
///
/// @param content the canonical JSON that was committed to
@SuppressWarnings("ArrayRecordComponent")
public record OpeningRow(UUID change, int log, long leaf, String content, byte[] salt) {}
