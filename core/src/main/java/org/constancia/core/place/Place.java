package org.constancia.core.place;

import org.jspecify.annotations.Nullable;

/// A place of the gazetteer.
///
/// @param code `CO` (ISO 3166-1) for a country, two digits of DIVIPOLA for a Colombian department (`76`), five for a
///     municipality (`76109`), `country.admin1.name` for other places, with the user's own code for added ones
/// @param country ISO 3166-1 alpha-2; empty for a region
/// @param division name of the department, state or province it lies in; null for countries and divisions themselves
/// @param latitude degrees north, WGS 84; null when not known. For a country or department a point inside for labels,
///     never a place of events
/// @param longitude degrees east, WGS 84; null when the latitude is
/// @param population inhabitants, 0 when not known
public record Place(
        String name,
        PlaceKind kind,
        String code,
        String country,
        @Nullable String division,
        @Nullable Double latitude,
        @Nullable Double longitude,
        long population) {
    public Place {
        if (name.isBlank()) throw new IllegalArgumentException("a place has a name");
        if ((latitude == null) != (longitude == null))
            throw new IllegalArgumentException("latitude and longitude come together");
    }
}
