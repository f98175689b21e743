package org.constancia.app.record.value;

import java.util.UUID;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.store.statement.EntityNames;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Identifiers as they stand in addresses and forms: a UUID, or `event:018f…` with the kind before it.
public final class RecordIds {
    private RecordIds() {}

    /// @throws ConstanciaException with [Problem#RECORD_NOT_FOUND] when this names nothing
    public static UUID parse(String text) {
        try {
            return UUID.fromString(text.substring(text.indexOf(':') + 1));
        } catch (IllegalArgumentException malformed) {
            throw notFound(text);
        }
    }

    /// @throws ConstanciaException with [Problem#RECORD_NOT_FOUND] when this names nothing
    public static EntityId parse(String text, EntityKind kind) {
        return new EntityId(kind, parse(text));
    }

    /// The thing that bears an identifier, whatever its kind.
    ///
    /// @throws ConstanciaException with [Problem#RECORD_NOT_FOUND] when this names nothing the session may see
    public static EntityId get(JdbcClient jdbc, String text) {
        return EntityNames.find(jdbc, parse(text)).orElseThrow(() -> notFound(text));
    }

    public static ConstanciaException notFound(String id) {
        return new ConstanciaException(Problem.RECORD_NOT_FOUND, "There is no such record").with("id", id);
    }
}
