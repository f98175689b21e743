package org.constancia.text.extract.incident;

import java.util.List;
import java.util.Map;
import org.constancia.text.extract.Span;

/// One incident of a report: its type and who or what had a part in it, every one as a passage of the text.
///
/// @param score how sure the type is, between 0 and 1
public record Incident(IncidentType type, double score, Map<IncidentSlot, List<Span>> slots) {
    public Incident {
        slots = Map.copyOf(slots);
    }

    public List<Span> fillers(IncidentSlot slot) {
        return slots.getOrDefault(slot, List.of());
    }
}
