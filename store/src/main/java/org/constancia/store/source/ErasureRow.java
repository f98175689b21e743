package org.constancia.store.source;

import java.time.Instant;

/// That a source was erased, when, by whom and why.
public record ErasureRow(Instant at, String by, String reason) {}
