package org.constancia.app.web.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a change stands in the log, and what vouches for it besides. None of it says that what was recorded is true.
///
/// @param index its place in the log; absent while it waits for one
/// @param stampedAt the earliest time stamp that covers it
/// @param witnesses who cosigned that it is there
public record Logging(@Nullable Long index, @Nullable Instant stampedAt, List<String> witnesses) {
    /// It is recorded and has no place in the log yet.
    public static final Logging WAITING = new Logging(null, null, List.of());

    public Logging {
        witnesses = List.copyOf(witnesses);
    }

    public boolean isWitnessed() {
        return !witnesses.isEmpty();
    }
}
