package org.constancia.store.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One time a source came in.
public record CaptureRow(
        Instant capturedAt,
        String capturedBy,
        String origin,
        @Nullable String fileName) {}
