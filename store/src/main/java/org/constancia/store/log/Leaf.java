package org.constancia.store.log;

import java.util.UUID;
import org.constancia.evidence.log.LogEntry;

/// An entry and the change it commits to.
record Leaf(UUID change, long number, UUID collection, LogEntry entry) {}
