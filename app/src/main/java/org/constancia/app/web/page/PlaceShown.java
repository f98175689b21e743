package org.constancia.app.web.page;

import org.constancia.core.record.CodeList.PlacePrecision;
import org.jspecify.annotations.Nullable;

/// A place, drawn at the precision at which it is known and no finer.
///
/// @param path from the finest to the coarsest, such as `Soacha, Cundinamarca, Colombia`
/// @param country ISO 3166-1 alpha-2, such as `CO`
/// @param divipola department (2 digits) or municipality (5 digits); absent outside Colombia
/// @param latitude degrees north; absent when the place has no coordinates of its own
/// @param longitude degrees east
public record PlaceShown(
        String path,
        PlacePrecision precision,
        @Nullable String country,
        @Nullable String divipola,
        @Nullable Double latitude,
        @Nullable Double longitude) {}
