package org.constancia.core.record;

import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.jspecify.annotations.Nullable;

/// What somebody wants to put on record of one subject, before it has an author, a time and a place in the record.
///
/// Every claim rests on a passage of a source, or gives the reason why there is none.
///
/// @param attributedTo who asserts it, in the source's words; null when the source speaks in its own voice
/// @param passage the exact span that says it
/// @param reason how it was inferred, or why there is no passage
public record Claim(
        EntityId subject,
        Property property,
        Value value,
        Basis basis,
        @Nullable String attributedTo,
        @Nullable PassageId passage,
        @Nullable String reason) {
    public Claim {
        if (subject.kind() != property.kind()) {
            throw new ConstanciaException(Problem.BAD_INPUT, "The property belongs to another kind of record")
                    .with("subject", subject)
                    .with("property", property.code());
        }
        property.check(value);
        if (passage == null && (reason == null || reason.isBlank())) {
            throw new ConstanciaException(
                            Problem.BAD_INPUT,
                            "A statement needs a passage of a source, or the reason why it is recorded without one")
                    .with("property", property.code());
        }
    }
}
