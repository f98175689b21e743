package org.constancia.app.web.geography;

import java.util.ArrayList;
import java.util.List;
import org.constancia.app.web.page.PlaceShown;
import org.constancia.app.web.page.Words;
import org.constancia.core.record.CodeList.PlacePrecision;
import org.jspecify.annotations.Nullable;

/// The spots of the map as the script reads them, with all words in place.
public record MapData(List<Spot> spots) {

    public MapData {
        spots = List.copyOf(spots);
    }

    /// @param shape `country`, `department` or `circle`
    /// @param code of the boundary: ISO 3166-1 alpha-2, or the department's DIVIPOLA; empty for a circle
    /// @param radius of the circle in metres: as large as the place may be, never a point
    /// @param summary place, precision and number of events
    public record Spot(
            String shape,
            String code,
            @Nullable Double latitude,
            @Nullable Double longitude,
            int radius,
            int count,
            String name,
            String summary,
            List<Line> events) {

        public Spot {
            events = List.copyOf(events);
        }
    }

    public record Line(String text, String href, String when) {}

    public static MapData of(MapPage page, Words words) {
        List<Spot> spots = new ArrayList<>();
        for (MapPage.Spot spot : page.spots()) spots.add(spot(spot, words));
        return new MapData(spots);
    }

    private static Spot spot(MapPage.Spot spot, Words words) {
        PlaceShown place = spot.place();
        MapShape shape = MapShape.of(place);
        return new Spot(
                shape.kind(),
                shape.code(),
                place.latitude(),
                place.longitude(),
                shape.radius(),
                spot.events().size(),
                place.path(),
                words.say(
                        "map.spot",
                        place.path(),
                        precision(place, words),
                        spot.events().size()),
                spot.events().stream()
                        .map(event -> new Line(
                                event.event().text(),
                                event.event().href(),
                                event.when() == null ? words.say("date.unknown") : words.date(event.when())))
                        .toList());
    }

    private static String precision(PlaceShown place, Words words) {
        PlacePrecision precision = place.precision();
        return words.of(precision);
    }
}
