package org.constancia.app.web.geography;

import org.constancia.app.web.page.PlaceShown;

/// How a place is drawn: never finer than it is known.
///
/// A country fills the country and a department fills the department, also when the place has coordinates (those of a
/// capital, say). A municipality is a circle of about its size, a locality a smaller one, and even a point known by its
/// coordinates is a small area, because a pin claims more than a source can know.
///
/// @param kind `country`, `department`, `circle`, or `none` when there is nothing to draw it by
/// @param code ISO 3166-1 alpha-2, or the two digits of the department; empty for a circle
/// @param radius in metres, 0 for a filled boundary
public record MapShape(String kind, String code, int radius) {
    private static final int MUNICIPALITY = 12_000;
    private static final int LOCALITY = 3_000;
    private static final int POINT = 500;

    public static MapShape of(PlaceShown place) {
        return switch (place.precision()) {
            case COUNTRY -> country(place);
            case DEPARTMENT -> department(place);
            case MUNICIPALITY -> circle(place, MUNICIPALITY);
            case LOCALITY -> circle(place, LOCALITY);
            case POINT -> circle(place, POINT);
        };
    }

    private static MapShape country(PlaceShown place) {
        return place.country() == null ? new MapShape("none", "", 0) : new MapShape("country", place.country(), 0);
    }

    private static MapShape department(PlaceShown place) {
        return place.divipola() == null || place.divipola().length() < 2
                ? country(place)
                : new MapShape("department", place.divipola().substring(0, 2), 0);
    }

    private static MapShape circle(PlaceShown place, int radius) {
        return place.latitude() == null || place.longitude() == null
                ? department(place)
                : new MapShape("circle", "", radius);
    }
}
