package org.constancia.store.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place of the record.
///
/// @param precision a code of [org.constancia.core.record.CodeList.PlacePrecision]
public record PlaceRow(
        UUID id,
        @Nullable String name,
        @Nullable String country,
        @Nullable String code,
        @Nullable String precision,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    /// The columns of the table `place`, named `p` in the question, as [#read(ResultSet)] expects them.
    static final String COLUMNS = """
            p.id as place_id, p.name as place_name, p.country as place_country, p.code as place_code,
            p.precision as place_precision, p.latitude as place_latitude, p.longitude as place_longitude
            """;

    /// @return null when the row has no place
    static @Nullable PlaceRow read(ResultSet row) throws SQLException {
        @Nullable UUID id = row.getObject("place_id", UUID.class);
        if (id == null) return null;
        return new PlaceRow(
                id,
                row.getString("place_name"),
                row.getString("place_country"),
                row.getString("place_code"),
                row.getString("place_precision"),
                row.getObject("place_latitude", Double.class),
                row.getObject("place_longitude", Double.class));
    }
}
