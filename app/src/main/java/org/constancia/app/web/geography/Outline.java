package org.constancia.app.web.geography;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.constancia.app.web.geography.Boundaries.Position;
import org.constancia.app.web.geography.Boundaries.Ring;
import org.constancia.app.web.page.PlaceShown;
import org.jspecify.annotations.Nullable;

/// A small map of one place inside its country, as SVG paths: no script, prints like text.
///
/// Equirectangular, with the longitudes shortened by the cosine of the middle latitude. The picture is 260 units wide.
///
/// @param land the country
/// @param area what is filled because it is all that is known; empty when a circle is drawn
/// @param circle a municipality or finer; otherwise absent
public record Outline(
        String viewBox, String land, String area, @Nullable Circle circle) {
    private static final double WIDTH = 260;
    private static final double MARGIN = 6;
    private static final double SMALLEST_RADIUS = 5;
    private static final double METRES_OF_A_DEGREE = 111_320;

    public record Circle(String x, String y, String radius) {}

    /// Empty when the country has no boundary here.
    public static Optional<Outline> of(PlaceShown place) {
        String code = place.country();
        if (code == null) return Optional.empty();
        return Boundaries.findCountry(code).map(country -> draw(place, country, Boundaries.listLand(code)));
    }

    private static Outline draw(PlaceShown place, List<Ring> country, List<Ring> lines) {
        Frame frame = Frame.around(country);
        MapShape shape = MapShape.of(place);
        String land = frame.path(lines);
        return switch (shape.kind()) {
            case "country" -> new Outline(frame.viewBox(), land, land, null);
            case "department" ->
                new Outline(
                        frame.viewBox(),
                        land,
                        Boundaries.findDepartment(shape.code()).map(frame::path).orElse(""),
                        null);
            case "circle" -> new Outline(frame.viewBox(), land, "", frame.circle(place, shape.radius()));
            default -> new Outline(frame.viewBox(), land, "", null);
        };
    }

    /// From degrees to units of the picture. The largest ring decides the frame, so that far islands do not shrink the
    /// country.
    private record Frame(double west, double north, double across, double down, double scale) {

        static Frame around(List<Ring> country) {
            List<Position> mainland = country.stream()
                    .max(Comparator.comparingDouble(Ring::size))
                    .orElseThrow()
                    .positions();
            double west =
                    mainland.stream().mapToDouble(Position::longitude).min().orElseThrow();
            double east =
                    mainland.stream().mapToDouble(Position::longitude).max().orElseThrow();
            double south =
                    mainland.stream().mapToDouble(Position::latitude).min().orElseThrow();
            double north =
                    mainland.stream().mapToDouble(Position::latitude).max().orElseThrow();
            double shortened = Math.cos(Math.toRadians((north + south) / 2));
            double scale = (WIDTH - 2 * MARGIN) / ((east - west) * shortened);
            return new Frame(west, north, scale * shortened, (north - south) * scale, scale);
        }

        String viewBox() {
            return "0 0 %.0f %.0f".formatted(WIDTH, down + 2 * MARGIN);
        }

        double x(double longitude) {
            return MARGIN + (longitude - west) * across;
        }

        double y(double latitude) {
            return MARGIN + (north - latitude) * scale;
        }

        String path(List<Ring> rings) {
            StringBuilder path = new StringBuilder();
            for (Ring ring : rings) {
                char command = 'M';
                for (Position position : ring.positions()) {
                    path.append(command)
                            .append(number(x(position.longitude())))
                            .append(' ')
                            .append(number(y(position.latitude())));
                    command = 'L';
                }
                path.append('z');
            }
            return path.toString();
        }

        @Nullable
        Circle circle(PlaceShown place, int metres) {
            Double latitude = place.latitude();
            Double longitude = place.longitude();
            if (latitude == null || longitude == null) return null;
            double radius = Math.max(SMALLEST_RADIUS, metres / METRES_OF_A_DEGREE * scale);
            return new Circle(number(x(longitude)), number(y(latitude)), number(radius));
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }
}
