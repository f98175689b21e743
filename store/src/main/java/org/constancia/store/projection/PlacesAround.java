package org.constancia.store.projection;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.constancia.core.place.Gazetteer;
import org.constancia.core.place.Place;

/// The names of the places that a place lies in, as the gazetteer knows them: what happened in Soacha is also found by
/// Cundinamarca and by Colombia.
///
/// A place that a user added bears the DIVIPOLA code of its municipality, followed by more: what happened in a locality
/// of Bogotá (`1100108`) is found by Bogotá.
final class PlacesAround {
    private static final int MUNICIPALITY_DIGITS = 5;
    private static final int DEPARTMENT_DIGITS = 2;

    private PlacesAround() {}

    /// @param code the place's code in the gazetteer, empty when it has none
    /// @param country ISO 3166-1 alpha-2, empty when unknown
    /// @return the names, each once, the nearest first, with blanks between them
    static String names(String code, String country) {
        Gazetteer gazetteer = Gazetteer.bundled();
        Set<String> names = new LinkedHashSet<>();
        Optional<Place> place = gazetteer.find(code);
        place.map(Place::division).ifPresent(names::add);
        if (isDivipola(code)) {
            for (int digits : new int[] {MUNICIPALITY_DIGITS, DEPARTMENT_DIGITS}) {
                if (code.length() > digits) {
                    gazetteer.find(code.substring(0, digits)).map(Place::name).ifPresent(names::add);
                }
            }
        }
        String within = country.isEmpty() ? place.map(Place::country).orElse("") : country;
        gazetteer.find(within).map(Place::name).ifPresent(names::add);
        return String.join(" ", names);
    }

    private static boolean isDivipola(String code) {
        return code.length() > DEPARTMENT_DIGITS
                && code.chars().limit(DEPARTMENT_DIGITS).allMatch(character -> character >= '0' && character <= '9');
    }
}
