package org.constancia.app.cli.reading;

import java.util.List;
import java.util.stream.Stream;
import org.constancia.text.extract.Span;
import org.constancia.text.extract.incident.Incident;
import org.constancia.text.extract.incident.IncidentSlot;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Incidents of an English report as JSON: one object each with its type, its score, and for each slot what fills it,
/// every filler with its passage. Proposals like all others.
final class IncidentJson {
    private IncidentJson() {}

    static ArrayNode of(String text, List<Incident> incidents) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Incident incident : incidents) {
            if (hasNoPassage(incident)) continue;
            ObjectNode json = array.addObject()
                    .put("type", incident.type().code())
                    .put("score", Math.round(incident.score() * 1000) / 1000.0);
            put(json, "perpetrators", text, incident.fillers(IncidentSlot.PERPETRATOR));
            put(json, "organisations", text, incident.fillers(IncidentSlot.ORGANISATION));
            put(json, "targets", text, incident.fillers(IncidentSlot.TARGET));
            put(json, "victims", text, incident.fillers(IncidentSlot.VICTIM));
            put(json, "weapons", text, incident.fillers(IncidentSlot.WEAPON));
        }
        return array;
    }

    /// What nothing in the text stands for cannot be confirmed, so it is not proposed.
    private static boolean hasNoPassage(Incident incident) {
        return Stream.of(IncidentSlot.values())
                .allMatch(slot -> incident.fillers(slot).isEmpty());
    }

    private static void put(ObjectNode json, String slot, String text, List<Span> fillers) {
        ArrayNode array = json.putArray(slot);
        Stream<Span> inOrder = fillers.stream().sorted();
        inOrder.forEach(span -> array.addObject()
                .put("start", span.start())
                .put("end", span.end())
                .put("text", span.of(text)));
    }
}
