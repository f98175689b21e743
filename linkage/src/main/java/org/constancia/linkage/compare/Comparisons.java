package org.constancia.linkage.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.constancia.core.place.Gazetteer;
import org.constancia.linkage.record.ColumnRole;
import org.constancia.linkage.record.Names;
import org.constancia.linkage.record.People;
import org.constancia.linkage.record.WordColumn;

/// The comparisons a table of people calls for; [#forWorker()] makes a set of its own for every thread.
public final class Comparisons {
    private final People people;
    private final Optional<NameRarity> rarity;
    private final boolean secondSurnames;
    private final List<Comparison> others = new ArrayList<>();

    public Comparisons(People people) {
        this.people = people;
        rarity = people.names().map(Names::index).map(NameRarity::of);
        secondSurnames = people.names()
                .filter(names -> IntStream.range(0, people.size()).anyMatch(record -> names.surname(1, record) >= 0))
                .isPresent();
        people.date(ColumnRole.BIRTH_DATE).ifPresent(dates -> others.add(new DateComparison(dates, Trait.BIRTH)));
        people.date(ColumnRole.EVENT_DATE).ifPresent(dates -> others.add(new DateComparison(dates, Trait.EVENT)));
        people.place()
                .ifPresent(places -> others.add(new PlaceComparison(
                        places, MunicipalDistances.of(Gazetteer.bundled().streamPlaces()))));
        for (WordColumn column : people.words()) {
            others.add(ofWords(column));
        }
    }

    /// A fresh set of comparisons, always in the same order. What they know of the values they share.
    public List<Comparison> forWorker() {
        List<Comparison> comparisons = new ArrayList<>();
        people.names().ifPresent(names -> addNames(comparisons, names));
        others.forEach(comparison -> comparisons.add(comparison.forWorker()));
        return comparisons;
    }

    private void addNames(List<Comparison> comparisons, Names names) {
        NameRarity known = rarity.orElseThrow();
        WordLikeness likeness = new WordLikeness(names.index());
        comparisons.add(new GivenNameComparison(names, likeness, known));
        comparisons.add(new SurnameComparison(names, 0, likeness, known));
        if (secondSurnames) {
            comparisons.add(new SurnameComparison(names, 1, likeness, known));
        }
    }

    private Comparison ofWords(WordColumn column) {
        return switch (column.role()) {
            case SEX -> new ExactComparison(column, Trait.GIVEN_NAME);
            case DOCUMENT -> new TextComparison(column, Trait.DOCUMENT, null, true);
            case EMAIL -> new TextComparison(column, Trait.CONTACT, null, false);
            case CATEGORY -> new ExactComparison(column, isPlace(column.name()) ? Trait.PLACE : Trait.EVENT);
            case CODE -> new TextComparison(column, Trait.PLACE, null, true);
            case TEXT ->
                new TextComparison(
                        column, isOccupation(column.name()) ? Trait.OTHER : Trait.PLACE, partner(column), false);
            case ID,
                    LIST,
                    GIVEN_NAME,
                    SECOND_GIVEN_NAME,
                    SURNAME,
                    SECOND_SURNAME,
                    FULL_NAME,
                    BIRTH_DATE,
                    EVENT_DATE,
                    PLACE_CODE,
                    IGNORED -> throw new IllegalArgumentException("not a column of words: " + column.role());
        };
    }

    private static boolean isPlace(String name) {
        return name.matches("(?i)\\s*(state|estado|departamento|department|provincia|province)\\s*");
    }

    private static boolean isOccupation(String name) {
        return name.matches(
                "(?i)\\s*(occupation|ocupacion|ocupación|profession|profesion|profesión|oficio|alias|apodo|employer)\\s*");
    }

    /// The other of two columns whose names differ in a last digit only.
    private @org.jspecify.annotations.Nullable WordColumn partner(WordColumn column) {
        String stem = column.name().strip().replaceAll("[0-9]$", "");
        for (WordColumn other : people.words()) {
            if (other != column
                    && other.role() == column.role()
                    && !stem.equals(column.name().strip())
                    && other.name().strip().replaceAll("[0-9]$", "").equals(stem)) {
                return other;
            }
        }
        return null;
    }
}
