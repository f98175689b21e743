package org.constancia.core.record;

import java.util.UUID;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// Names one thing in the record together with its kind, so that a place is never passed for a person.
/// The text form is `event:018f…`.
public record EntityId(EntityKind kind, UUID value) {

    /// @throws ConstanciaException with [Problem#USAGE] when the text is not of the form `kind:uuid`
    public static EntityId parse(String text) {
        try {
            int colon = text.indexOf(':');
            return new EntityId(
                    EntityKind.of(text.substring(0, Math.max(colon, 0))), UUID.fromString(text.substring(colon + 1)));
        } catch (IllegalArgumentException malformed) {
            throw new ConstanciaException(Problem.USAGE, "This is not the identifier of a record", malformed)
                    .with("text", text);
        }
    }

    /// This identifier, when it is of the given kind.
    ///
    /// @throws ConstanciaException with [Problem#USAGE] when it is of another kind
    public EntityId as(EntityKind expected) {
        if (kind != expected) {
            throw new ConstanciaException(Problem.USAGE, "A record of another kind was given")
                    .with("given", this)
                    .with("expected", expected.code());
        }
        return this;
    }

    @Override
    public String toString() {
        return kind.code() + ":" + value;
    }
}
