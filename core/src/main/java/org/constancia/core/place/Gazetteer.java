package org.constancia.core.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.jspecify.annotations.Nullable;

/// Places by name and by code. A name gives every place it can mean, likeliest first, never a silent pick: there are
/// four Granadas in Colombia alone.
///
/// Order of candidates: by inhabitants, those of the home country (the country the user works in) counted twentyfold;
/// ties by code, so that the order never changes. Hence Armenia is the Colombian city, Granada the town in Meta and
/// Líbano the country.
public final class Gazetteer {
    /// To be shown on every map and export that uses the places.
    public static final String ATTRIBUTION = "GeoNames, CC BY 4.0";

    /// A place abroad comes before one at home only if it has this many times its inhabitants.
    private static final long HOME_FACTOR = 20;

    private static final long UNKNOWN_POPULATION_AT_HOME = 5_000;

    private final Map<String, List<Place>> byName;
    private final Map<String, Place> byCode;
    private final int longestName;

    private Gazetteer(Map<String, List<Place>> byName, Map<String, Place> byCode) {
        this.byName = byName;
        this.byCode = byCode;
        this.longestName = byName.keySet().stream()
                .mapToInt(name -> name.split(" ").length)
                .max()
                .orElse(0);
    }

    /// Read when first asked for.
    private static final class Usual {
        private static final Gazetteer GAZETTEER = bundled("CO");
    }

    /// The bundled places, with Colombia as home country: always the same object.
    public static Gazetteer bundled() {
        return Usual.GAZETTEER;
    }

    /// The bundled places. Reads about 1 MB; keep the result.
    ///
    /// @param homeCountry ISO 3166-1 alpha-2 code whose places are preferred among equal names
    public static Gazetteer bundled(String homeCountry) {
        List<NamedPlace> rows = new ArrayList<>();
        for (String file : List.of("regions.csv", "countries.csv", "colombia.csv", "world.csv"))
            rows.addAll(read(file));
        return of(rows, homeCountry);
    }

    /// This gazetteer and places a user knows: a vereda, a corregimiento, a comuna.
    public Gazetteer withAdded(Collection<Place> added) {
        Map<String, List<Place>> names = new LinkedHashMap<>(byName);
        Map<String, Place> codes = new LinkedHashMap<>(byCode);
        for (Place place : added) {
            List<Place> others = names.getOrDefault(PlaceName.normalise(place.name()), List.of());
            List<Place> together = new ArrayList<>();
            together.add(place);
            together.addAll(others);
            names.put(PlaceName.normalise(place.name()), List.copyOf(together));
            codes.put(place.code(), place);
        }
        return new Gazetteer(names, codes);
    }

    /// Every place the name can mean, likeliest first; accents, case and punctuation do not count.
    public List<Place> listCandidates(String name) {
        return byName.getOrDefault(PlaceName.normalise(name), List.of());
    }

    /// The same for a name that already has the form of {@link PlaceName#normalise}.
    public List<Place> listCandidatesOfNormalised(String name) {
        return byName.getOrDefault(name, List.of());
    }

    public Optional<Place> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /// The most words a name has.
    public int longestName() {
        return longestName;
    }

    /// Every place once, in the order of the files.
    public Stream<Place> streamPlaces() {
        return byCode.values().stream();
    }

    private record NamedPlace(Place place, List<String> names) {}

    private static Gazetteer of(List<NamedPlace> rows, String homeCountry) {
        Map<String, List<Place>> names = new LinkedHashMap<>();
        Map<String, Place> codes = new LinkedHashMap<>();
        for (NamedPlace row : rows) {
            codes.putIfAbsent(row.place().code(), row.place());
            for (String name : row.names()) {
                List<Place> places = names.computeIfAbsent(PlaceName.normalise(name), _ -> new ArrayList<>(1));
                if (!places.contains(row.place())) places.add(row.place());
            }
        }
        Comparator<Place> likeliest = Comparator.<Place>comparingLong(place -> -weight(place, homeCountry))
                .thenComparing(Place::code);
        names.replaceAll((_, places) -> places.stream().sorted(likeliest).toList());
        return new Gazetteer(names, codes);
    }

    private static long weight(Place place, String homeCountry) {
        boolean home = place.country().equals(homeCountry);
        return home ? HOME_FACTOR * Math.max(place.population(), UNKNOWN_POPULATION_AT_HOME) : place.population();
    }

    private static List<NamedPlace> read(String file) {
        InputStream bytes = Gazetteer.class.getResourceAsStream(file);
        if (bytes == null) throw new ConstanciaException(Problem.BUG, "A gazetteer file is missing").with("file", file);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .skip(1)
                    .map(Gazetteer::parse)
                    .toList();
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.BUG, "A gazetteer file cannot be read", failure).with("file", file);
        }
    }

    /// Reads `name;other|names;kind;code;country;division;latitude;longitude;population`.
    private static NamedPlace parse(String line) {
        String[] field = line.split(";", -1);
        Place place = new Place(
                field[0],
                PlaceKind.valueOf(field[2]),
                field[3],
                field[4],
                field[5].isEmpty() ? null : field[5],
                number(field[6]),
                number(field[7]),
                field[8].isEmpty() ? 0 : Long.parseLong(field[8]));
        List<String> names = new ArrayList<>();
        names.add(field[0]);
        if (!field[1].isEmpty()) names.addAll(List.of(field[1].split("\\|")));
        return new NamedPlace(place, names);
    }

    private static @Nullable Double number(String field) {
        return field.isEmpty() ? null : Double.valueOf(field);
    }
}
