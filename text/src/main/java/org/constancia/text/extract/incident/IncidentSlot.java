package org.constancia.text.extract.incident;

import java.util.Locale;

/// What can have a part in an incident.
public enum IncidentSlot {
    /// Who did it, as persons.
    PERPETRATOR,
    /// The organisation behind it.
    ORGANISATION,
    /// The thing attacked.
    TARGET,
    /// Who suffered it, by name.
    VICTIM,
    WEAPON;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
