package org.constancia.text.extract.incident;

import java.util.Locale;

/// The types of incident of the Fourth Message Understanding Conference (1992); forced work stoppage is left out.
public enum IncidentType {
    ATTACK,
    BOMBING,
    KIDNAPPING,
    ARSON,
    ROBBERY;

    /// As the lists and the weights write it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
