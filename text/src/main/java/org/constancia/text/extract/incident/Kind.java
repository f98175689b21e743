package org.constancia.text.extract.incident;

import java.util.Locale;

/// What a noun phrase can be in an incident, by its head.
enum Kind {
    WEAPON,
    TARGET,
    FIGHTER,
    STATE_FORCE,
    PERSON,
    /// The name of a person.
    NAME,
    ORGANISATION;

    static Kind ofSection(String section) {
        return valueOf(section.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
