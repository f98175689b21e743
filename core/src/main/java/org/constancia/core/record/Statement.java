package org.constancia.core.record;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The atom of the record: somebody asserts a value of a property of a subject, in a passage, and somebody recorded it.
///
/// A statement is never changed or deleted; only its status moves, and every move is a logged change.
///
/// @param number its place in the order of recording
/// @param supersedes the statement whose place it took
public record Statement(
        StatementId id,
        long number,
        Claim claim,
        StatementStatus status,
        String recordedBy,
        Instant recordedAt,
        @Nullable StatementId supersedes) {

    public Value value() {
        return claim.value();
    }

    public Property property() {
        return claim.property();
    }

    public Optional<PassageId> passage() {
        return Optional.ofNullable(claim.passage());
    }
}
