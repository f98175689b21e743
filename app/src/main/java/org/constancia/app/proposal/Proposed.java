package org.constancia.app.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a proposal says, apart from its passage: coded attributes, and slots in the words of the source.
///
/// It is stored as JSON `{"attributes": {name: text}, "slots": {name: {"value", "start", "end", "inferred"}}}`. Names
/// of
/// slots are those of `org.constancia.text.extract.Candidate`.
public record Proposed(Map<String, String> attributes, Map<String, SlotValue> slots) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public Proposed {
        attributes = new LinkedHashMap<>(attributes);
        slots = new LinkedHashMap<>(slots);
    }

    /// @param start where the value stands in the text layer; null when nobody's words say it
    /// @param inferred why it is believed; null when it stands in the text
    public record SlotValue(
            String value,
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable String inferred) {}

    public static Proposed parse(String json) {
        JsonNode root = JSON.readTree(json);
        Map<String, String> attributes = new LinkedHashMap<>();
        root.path("attributes")
                .properties()
                .forEach(
                        entry -> attributes.put(entry.getKey(), entry.getValue().asString()));
        Map<String, SlotValue> slots = new LinkedHashMap<>();
        root.path("slots").properties().forEach(entry -> slots.put(entry.getKey(), slot(entry.getValue())));
        return new Proposed(attributes, slots);
    }

    private static SlotValue slot(JsonNode node) {
        return new SlotValue(
                node.path("value").asString(),
                node.hasNonNull("start") ? node.get("start").asInt() : null,
                node.hasNonNull("end") ? node.get("end").asInt() : null,
                node.hasNonNull("inferred") ? node.get("inferred").asString() : null);
    }

    public String json() {
        Map<String, Object> slotFields = new LinkedHashMap<>();
        slots.forEach((name, slot) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("value", slot.value());
            if (slot.start() != null) fields.put("start", slot.start());
            if (slot.end() != null) fields.put("end", slot.end());
            if (slot.inferred() != null) fields.put("inferred", slot.inferred());
            slotFields.put(name, fields);
        });
        return JSON.writeValueAsString(Map.of("attributes", attributes, "slots", slotFields));
    }

    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    public boolean is(String name) {
        return "true".equals(attributes.get(name));
    }

    public Optional<SlotValue> slot(String name) {
        return Optional.ofNullable(slots.get(name));
    }

    public Optional<String> value(String name) {
        return slot(name).map(SlotValue::value);
    }

    /// The values of a slot that can be there several times: `victim`, `victim2`, ...
    public List<SlotValue> several(String name) {
        List<SlotValue> found = new ArrayList<>();
        for (int number = 1; ; number++) {
            SlotValue slot = slots.get(number == 1 ? name : name + number);
            if (slot == null) return found;
            found.add(slot);
        }
    }

    /// The same proposal with one slot said otherwise by a person; a blank value takes the slot away.
    public Proposed with(String name, String value) {
        Map<String, SlotValue> changed = new LinkedHashMap<>(slots);
        if (value.isBlank()) changed.remove(name);
        else changed.put(name, new SlotValue(value.strip(), null, null, "entered by the reviewer"));
        return new Proposed(attributes, changed);
    }

    public Proposed withAttribute(String name, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(attributes);
        if (value == null || value.isBlank()) changed.remove(name);
        else changed.put(name, value.strip());
        return new Proposed(changed, slots);
    }
}
