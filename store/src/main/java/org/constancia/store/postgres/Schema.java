package org.constancia.store.postgres;

import java.util.List;

/// Which tables a database has: the migrations that made them, in order.
public record Schema(List<Step> steps) {
    public Schema {
        steps = List.copyOf(steps);
    }

    /// One migration.
    ///
    /// @param version such as `1` or `5.1`
    /// @param checksum of the file, as Flyway computes it
    public record Step(String version, String script, int checksum) {}

    /// The version of the last migration; `0` when none has run.
    public String version() {
        return steps.isEmpty() ? "0" : steps.getLast().version();
    }
}
