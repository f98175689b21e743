package org.constancia.app.record.value;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.constancia.app.web.page.PlaceShown;
import org.constancia.core.place.Gazetteer;
import org.constancia.core.place.Place;
import org.constancia.core.record.CodeList;
import org.constancia.core.record.CodeList.PlacePrecision;
import org.constancia.store.event.PlaceRow;
import org.jspecify.annotations.Nullable;

/// Places of the record as pages show them: with what contains them, and at the precision at which they are known.
public final class Places {
    private static final Pattern DIVIPOLA = Pattern.compile("\\d{2}|\\d{5}");

    private final Gazetteer gazetteer;

    public Places(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /// @return null for no place
    public @Nullable PlaceShown shown(@Nullable PlaceRow row) {
        if (row == null) return null;
        String code = row.code() == null ? "" : row.code();
        boolean divipola = "CO".equals(row.country()) && DIVIPOLA.matcher(code).matches();
        return new PlaceShown(
                path(row), precision(row), row.country(), divipola ? code : null, row.latitude(), row.longitude());
    }

    /// From the finest to the coarsest, such as `Soacha, Cundinamarca, Colombia`; empty for no place.
    public String path(@Nullable PlaceRow row) {
        if (row == null) return "";
        Set<String> parts = new LinkedHashSet<>();
        if (row.name() != null) parts.add(row.name());
        entry(row).map(Place::division).ifPresent(parts::add);
        if (row.country() != null)
            gazetteer.find(row.country()).map(Place::name).ifPresent(parts::add);
        return String.join(", ", parts);
    }

    private Optional<Place> entry(PlaceRow row) {
        return Optional.ofNullable(row.code()).flatMap(gazetteer::find);
    }

    /// A place of which nobody says how exactly it is known is known as coarsely as can be.
    private PlacePrecision precision(PlaceRow row) {
        if (row.precision() != null) return CodeList.member(PlacePrecision.class, row.precision());
        return entry(row).map(this::precision).orElse(PlacePrecision.COUNTRY);
    }

    private PlacePrecision precision(Place place) {
        return switch (place.kind()) {
            case REGION, COUNTRY -> PlacePrecision.COUNTRY;
            case DEPARTMENT -> PlacePrecision.DEPARTMENT;
            case MUNICIPALITY, TOWN -> PlacePrecision.MUNICIPALITY;
        };
    }
}
