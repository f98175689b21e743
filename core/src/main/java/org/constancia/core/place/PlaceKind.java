package org.constancia.core.place;

/// What a place of the gazetteer is; at the same time how precisely it says where something happened.
public enum PlaceKind {
    /// Several countries: "Latin America". Has no coordinates.
    REGION,
    COUNTRY,
    /// First-level division: department, state, province.
    DEPARTMENT,
    MUNICIPALITY,
    /// A populated place outside Colombia, or a place smaller than a municipality.
    TOWN
}
