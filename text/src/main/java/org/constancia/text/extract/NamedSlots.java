package org.constancia.text.extract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects the slots a candidate really has, by name and in order; absent ones are left out.
final class NamedSlots {
    private final Map<String, Slot> slots = new LinkedHashMap<>();

    NamedSlots with(String name, @Nullable Slot slot) {
        if (slot != null) slots.put(name, slot);
        return this;
    }

    /// A speaker's three slots: `by`, `byName`, `byRole`.
    NamedSlots with(String name, @Nullable Speaker speaker) {
        if (speaker == null) return this;
        return with(name, speaker.mention()).with(name + "Name", speaker.name()).with(name + "Role", speaker.role());
    }

    /// Numbered from the second on: `victim`, `victim2`.
    NamedSlots with(String name, List<Slot> several) {
        for (int i = 0; i < several.size(); i++) slots.put(i == 0 ? name : name + (i + 1), several.get(i));
        return this;
    }

    Map<String, Slot> toMap() {
        return Collections.unmodifiableMap(slots);
    }
}
