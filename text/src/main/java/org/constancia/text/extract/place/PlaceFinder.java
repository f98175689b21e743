package org.constancia.text.extract.place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.constancia.core.place.Gazetteer;
import org.constancia.core.place.Place;
import org.constancia.core.place.PlaceKind;
import org.constancia.core.place.PlaceName;
import org.constancia.text.extract.lexicon.WordClass;
import org.constancia.text.extract.phrase.Grammar;
import org.constancia.text.extract.resolve.EntityTable;
import org.constancia.text.extract.resolve.Name;
import org.constancia.text.extract.segment.Word;

/// Finds capitalised words that are names of the gazetteer. A place name inside the name of a person or body is no
/// place ("Ana Córdoba"), unless a preposition of place leads to it.
///
/// The order of meanings follows the gazetteer; places of a country that the same text names come first.
public final class PlaceFinder {
    /// Words `[first, last)` and what they can mean, likeliest first.
    ///
    /// @param locative whether a preposition of place leads to it, so that something is said to be there
    public record Found(int first, int last, List<Place> places, boolean locative) {
        public Place likeliest() {
            return places.getFirst();
        }
    }

    private static final int LONGEST = 5;
    private static final Set<String> LOCATIVE = Set.of(
            "en",
            "in",
            "at",
            "near",
            "outside",
            "from",
            "desde",
            "hacia",
            "to",
            "a",
            "around",
            "across",
            "inside",
            "throughout",
            "de",
            "del",
            "of",
            "entre",
            "between",
            "through");
    private static final Set<String> PARTICLES = Set.of("de", "del", "la", "las", "los", "el", "of", "the", "y", "and");
    private static final long SMALLEST_WITHOUT_PREPOSITION = 20_000;

    private final Gazetteer gazetteer;

    public PlaceFinder(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    public List<Found> find(Grammar grammar, EntityTable table) {
        List<Found> found = new ArrayList<>();
        for (int i = grammar.sentence().first(); i < grammar.sentence().last(); ) {
            Optional<Found> place = at(grammar, table, i);
            place.ifPresent(found::add);
            i = place.map(Found::last).orElse(i + 1);
        }
        return found;
    }

    /// The country most of the found places lie in; of equals the one named first.
    public Optional<Place> findUsualCountry(List<Found> found) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Found place : found) {
            String country = place.likeliest().country();
            if (!country.isEmpty()) counts.merge(country, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .flatMap(most -> gazetteer.find(most.getKey()));
    }

    private Optional<Found> at(Grammar grammar, EntityTable table, int at) {
        Word word = grammar.word(at);
        boolean article = word.form().equals("el")
                || word.form().equals("la")
                || word.form().equals("los")
                || word.form().equals("las");
        boolean capital =
                word.isCapitalised() || Character.isUpperCase(word.text().charAt(0));
        if (!word.isWord() || !capital && !article) return Optional.empty();
        for (int length = LONGEST; length >= 1; length--) {
            int last = at + length;
            if (!grammar.sentence().holds(last - 1)
                    || !grammar.word(last - 1).isCapitalised()
                    || !isNameShaped(grammar, at, last)) continue;
            String name = PlaceName.normalise(grammar.text().textOf(at, last));
            List<Place> places = gazetteer.listCandidatesOfNormalised(name);
            if (!places.isEmpty() && isPlaceHere(grammar, table, at, last, places.getFirst()))
                return Optional.of(new Found(at, last, places, isLed(grammar, at)));
        }
        return Optional.empty();
    }

    private static boolean isNameShaped(Grammar grammar, int first, int last) {
        for (int i = first + 1; i < last; i++) {
            Word word = grammar.word(i);
            if (!word.isCapitalised() && !PARTICLES.contains(word.form())) return false;
        }
        return grammar.word(first).isCapitalised()
                || last - first > 1
                        && grammar.word(first + 1).isCapitalised()
                        && Character.isUpperCase(grammar.word(first).text().charAt(0));
    }

    private static boolean isLed(Grammar grammar, int first) {
        int before = grammar.isAny(first - 1, Set.of("el", "la", "the", "los", "las")) ? first - 2 : first - 1;
        return grammar.isAny(before, LOCATIVE);
    }

    /// "US Secretary of State Antony Blinken": part of an office, not a place of anything.
    private static boolean isInRole(EntityTable table, int first, int last) {
        for (int i = last; i < last + 7; i++) {
            Optional<Name> name = table.findNameAt(i);
            if (name.isPresent())
                return name.get().wholeFirst() <= first && first < name.get().first();
        }
        return false;
    }

    private static boolean isPlaceHere(Grammar grammar, EntityTable table, int first, int last, Place likeliest) {
        if (last - first == 1 && grammar.word(first).text().length() < 4 && likeliest.kind() != PlaceKind.COUNTRY)
            return false;
        boolean led = isLed(grammar, first);
        if (isInRole(table, first, last)) return false;
        Optional<Name> name = table.findNameAt(first);
        boolean alone =
                name.isEmpty() || name.get().first() >= first && name.get().last() <= last;
        if (!alone) {
            boolean inside = name.get().kind() != Name.Kind.PERSON && led;
            boolean country = likeliest.kind() == PlaceKind.COUNTRY
                    && name.get().kind() != Name.Kind.PERSON
                    && name.get().last() == last;
            return inside || country;
        }
        boolean surname = table.findNameAt(first)
                        .flatMap(table::findEntity)
                        .map(entity -> entity.name().value().contains(" "))
                        .orElse(false)
                && last - first == 1
                && !led;
        if (surname) return false;
        boolean known = grammar.word(first).reading().isKnown() && last - first == 1 && !led;
        if (known && likeliest.kind() != PlaceKind.COUNTRY) return false;
        boolean given = grammar.is(first, WordClass.GIVEN_NAME_F) || grammar.is(first, WordClass.GIVEN_NAME_M);
        if (given && !led) return false;
        return led
                || likeliest.kind() == PlaceKind.COUNTRY
                || likeliest.kind() == PlaceKind.REGION
                || likeliest.population() >= SMALLEST_WITHOUT_PREPOSITION;
    }
}
