package org.constancia.text.extract.incident;

import java.util.List;
import java.util.Map;
import org.constancia.text.extract.Span;

/// What speaks for and against incidents in one report, before anything is decided.
///
/// @param types for every type of incident that a word of the report tells of, the signs found
/// @param fillers for every such type, everybody and everything that could have a part in it
public record Evidence(Map<IncidentType, List<String>> types, List<Filler> fillers) {
    public Evidence {
        types = Map.copyOf(types);
        fillers = List.copyOf(fillers);
    }

    /// Somebody or something that could fill a slot.
    ///
    /// @param span the mention that is given as its name
    /// @param signs names of the signs found, each a line of the weights file
    /// @param sentences numbers of the sentences that mention it
    public record Filler(IncidentType type, IncidentSlot slot, Span span, List<String> signs, List<Integer> sentences) {}
}
