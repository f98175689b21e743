package org.constancia.bench.text;

import java.util.List;
import java.util.Map;

/// An incident: its type and, per slot, the entities that fill it; an entity is a list of alternative mentions.
record MucTemplate(String type, Map<String, List<List<String>>> slots) {
    static final List<String> SLOTS = List.of("PerpInd", "PerpOrg", "Target", "Victim", "Weapon");

    List<List<String>> entities(String slot) {
        return slots.getOrDefault(slot, List.of());
    }
}
