package org.constancia.app.web.geography;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Boundaries of the countries and of Colombia's departments, read once from the same files that the map script reads.
/// Natural Earth, public domain; `tools/boundaries` makes the files.
final class Boundaries {
    private static final Boundaries COUNTRIES = new Boundaries("/static/boundaries/countries.geojson");
    private static final Boundaries DEPARTMENTS = new Boundaries("/static/boundaries/colombia-departments.geojson");

    /// A closed line of longitude and latitude pairs, in degrees.
    record Ring(List<Position> positions) {
        Ring {
            positions = List.copyOf(positions);
        }

        /// Twice the enclosed area in square degrees: enough to find the largest.
        double size() {
            double sum = 0;
            for (int i = 0, j = positions.size() - 1; i < positions.size(); j = i++) {
                Position one = positions.get(i);
                Position other = positions.get(j);
                sum += other.longitude() * one.latitude() - one.longitude() * other.latitude();
            }
            return Math.abs(sum);
        }
    }

    record Position(double longitude, double latitude) {}

    private final Map<String, List<Ring>> byCode = new LinkedHashMap<>();

    private Boundaries(String resource) {
        try (InputStream stream = Objects.requireNonNull(Boundaries.class.getResourceAsStream(resource), resource)) {
            for (JsonNode feature : JsonMapper.shared().readTree(stream).get("features")) {
                List<Ring> rings = new ArrayList<>();
                collect(feature.get("geometry").get("coordinates"), rings);
                byCode.put(feature.get("properties").get("code").asString(), List.copyOf(rings));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Polygon and multi-polygon differ only in depth: a ring is a list of pairs of numbers.
    private static void collect(JsonNode coordinates, List<Ring> rings) {
        if (coordinates.get(0).get(0).isNumber()) {
            List<Position> positions = new ArrayList<>();
            for (JsonNode pair : coordinates)
                positions.add(new Position(pair.get(0).asDouble(), pair.get(1).asDouble()));
            rings.add(new Ring(positions));
        } else {
            for (JsonNode inner : coordinates) collect(inner, rings);
        }
    }

    /// @param code ISO 3166-1 alpha-2
    static Optional<List<Ring>> findCountry(String code) {
        return Optional.ofNullable(COUNTRIES.byCode.get(code));
    }

    /// The lines a country is drawn by: Colombia's departments, for others the country's own boundary.
    ///
    /// @param code ISO 3166-1 alpha-2
    static List<Ring> listLand(String code) {
        if (!code.equals("CO")) return findCountry(code).orElse(List.of());
        return DEPARTMENTS.byCode.values().stream().flatMap(List::stream).toList();
    }

    /// @param code the two digits of the department in DIVIPOLA
    static Optional<List<Ring>> findDepartment(String code) {
        return Optional.ofNullable(DEPARTMENTS.byCode.get(code));
    }
}
