package org.constancia.app.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.StatementId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a decision about a proposal made, kept with it so that it can be undone.
///
/// @param statements the statements that were written
/// @param event the record it went into, null for a rejection
/// @param reason why it was rejected, null for an acceptance
record Decided(
        List<StatementId> statements,
        @Nullable EntityId event,
        @Nullable String reason) {
    private static final JsonMapper JSON = JsonMapper.shared();

    String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("statements", statements.stream().map(StatementId::toString).toList());
        if (event != null) fields.put("event", event.toString());
        if (reason != null) fields.put("reason", reason);
        return JSON.writeValueAsString(fields);
    }

    static Decided parse(String json) {
        JsonNode root = JSON.readTree(json);
        List<StatementId> statements = new ArrayList<>();
        for (JsonNode id : root.path("statements")) statements.add(new StatementId(UUID.fromString(id.asString())));
        return new Decided(
                statements,
                root.hasNonNull("event") ? EntityId.parse(root.get("event").asString()) : null,
                root.hasNonNull("reason") ? root.get("reason").asString() : null);
    }
}
