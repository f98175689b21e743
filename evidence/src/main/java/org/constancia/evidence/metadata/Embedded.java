package org.constancia.evidence.metadata;

import org.constancia.evidence.json.Json;
import org.jspecify.annotations.Nullable;

/// What a photo, video or recording says of itself. Its maker or anybody after could have written something else: these
/// are claims of the file.
///
/// @param taken day and time as the file states them, with the offset from UTC where it states one
/// @param camera make and model
/// @param position where it was taken, as the file states it
/// @param hasC2pa whether a C2PA manifest is in it; present is not verified, and absence proves nothing
/// @param directories everything that was found, by directory and tag
public record Embedded(
        @Nullable String taken,
        @Nullable String camera,
        @Nullable Position position,
        boolean hasC2pa,
        Json.Object directories) {
    /// Degrees, WGS 84.
    public record Position(double latitude, double longitude) {
        public Position {
            if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
                throw new IllegalArgumentException("not a position on earth");
            }
        }
    }
}
