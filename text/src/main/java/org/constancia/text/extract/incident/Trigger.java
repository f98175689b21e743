package org.constancia.text.extract.incident;

import java.util.Set;

/// A verb or noun that tells of an incident.
///
/// @param first first word
/// @param last after the last word
/// @param types types of incident, or what else it says (`damage`, `die`, `accuse`, `fight`)
record Trigger(int first, int last, Set<String> types, Form form, boolean real) {
    /// How it stands in the clause.
    enum Form {
        ACTIVE,
        PASSIVE,
        NOUN
    }
}
