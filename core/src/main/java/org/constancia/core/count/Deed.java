package org.constancia.core.count;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.constancia.core.vocabulary.CinepCategories;

/// What was done, whatever body of law it is coded under: A10, B40 and D701 are all the killing of somebody.
///
/// The categories of CINEP are listed by number, because their labels are not keys. Sub-categories go with the category
/// they are counted in.
public enum Deed {
    KILLING(10, 20, 30, 40, 50, 701, 703, 87, 97),
    DISAPPEARANCE(11, 21, 302, 76, 79),
    TORTURE(12, 22, 36, 47, 56, 72),
    INJURY(13, 23, 33, 43, 53, 702, 704, 88, 98, 17, 231, 331, 402, 502, 705),
    DETENTION(14, 24, 301, 115, 125, 135),
    THREAT(15, 25, 35, 45, 55, 73, 18, 28, 38, 49, 59, 706),
    ATTEMPT(16, 26, 37, 46, 57),
    SEXUAL_VIOLENCE(19, 29, 39, 420, 520, 77),
    DISPLACEMENT(102, 27, 34, 401, 501, 903),
    CONFINEMENT(104, 403, 503, 906),
    PROSECUTION(141, 241, 341, 715),
    TAKING_OF_PERSONS(41, 48, 58, 74);

    private static final Map<Integer, Deed> BY_NUMBER = Arrays.stream(values())
            .flatMap(deed -> deed.numbers.stream().map(number -> Map.entry(number, deed)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Set<Integer> numbers;

    Deed(Integer... numbers) {
        this.numbers = Set.of(numbers);
    }

    /// What a category says was done; empty for those that fall under none of these.
    ///
    /// @param category a code of the vocabulary, such as `D701`
    public static Optional<Deed> of(String category) {
        CinepCategories categories = CinepCategories.shipped();
        return categories
                .find(category)
                .map(found ->
                        categories.get(categories.countedUnder(found.term().code())))
                .map(counted -> BY_NUMBER.get(counted.number()));
    }
}
