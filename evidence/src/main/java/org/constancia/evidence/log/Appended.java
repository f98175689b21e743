package org.constancia.evidence.log;

import org.constancia.evidence.note.SignedNote;

/// Entries that are durably in the log.
///
/// @param firstIndex the index of the first of them; the others follow without gap
/// @param count how many
/// @param checkpoint the signed checkpoint that covers them
public record Appended(long firstIndex, int count, SignedNote checkpoint) {}
