package org.constancia.app.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What vouches for an entry besides the log's own signature.
///
/// @param stampedAt the earliest time stamp over a checkpoint that covers it
/// @param witnesses whose cosigned checkpoints cover it
public record Coverage(Optional<Instant> stampedAt, List<String> witnesses) {
    /// Nothing does.
    public static final Coverage NONE = new Coverage(Optional.empty(), List.of());

    public Coverage {
        witnesses = List.copyOf(witnesses);
    }

    /// Says what vouches for an entry of a log.
    @FunctionalInterface
    public interface Source {
        Coverage of(int log, long index);
    }
}
