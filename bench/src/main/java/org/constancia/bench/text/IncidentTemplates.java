package org.constancia.bench.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.constancia.text.extract.incident.Incident;
import org.constancia.text.extract.incident.IncidentSlot;

/// Writes incidents as MUC-4 templates.
final class IncidentTemplates {
    static final Map<String, IncidentSlot> SLOTS = Map.of(
            "PerpInd", IncidentSlot.PERPETRATOR,
            "PerpOrg", IncidentSlot.ORGANISATION,
            "Target", IncidentSlot.TARGET,
            "Victim", IncidentSlot.VICTIM,
            "Weapon", IncidentSlot.WEAPON);

    private IncidentTemplates() {}

    static List<MucTemplate> of(String text, List<Incident> incidents) {
        return incidents.stream()
                .limit(6)
                .map(incident -> template(text, incident))
                .toList();
    }

    private static MucTemplate template(String text, Incident incident) {
        Map<String, List<List<String>>> slots = new LinkedHashMap<>();
        SLOTS.forEach((name, slot) -> slots.put(
                name,
                incident.fillers(slot).stream()
                        .map(span -> List.of(span.of(text).toLowerCase(Locale.ROOT)))
                        .toList()));
        return new MucTemplate(incident.type().code(), slots);
    }
}
