package org.constancia.estimation.loglinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A hierarchical log-linear model: a set of interactions that contains every part of each of its members.
///
/// An interaction is a set of lists written as bits. All main effects are in every model; the interaction of all
/// lists
/// is in none, since its absence is what identifies the unseen cell (S. Fienberg, "The multiple recapture census for
/// closed populations and incomplete 2^k contingency tables", Biometrika 59, 1972).
public final class HierarchicalModel {
    private static final Comparator<Integer> LARGE_FIRST =
            Comparator.<Integer>comparingInt(set -> -Integer.bitCount(set)).thenComparing(HierarchicalModel::digits);

    private final int lists;
    private final int[] terms;

    private HierarchicalModel(int lists, int[] terms) {
        this.lists = lists;
        this.terms = terms;
    }

    /// The model whose interactions are the given ones and all their parts, main effects included.
    public static HierarchicalModel generatedBy(int lists, Iterable<Integer> generators) {
        TreeSet<Integer> closed = new TreeSet<>();
        for (int j = 0; j < lists; j++) closed.add(1 << j);
        for (int generator : generators) {
            for (int part = generator; part > 0; part = (part - 1) & generator) closed.add(part);
        }
        int[] terms = closed.stream().mapToInt(Integer::intValue).toArray();
        if (lists > 1 && closed.contains((1 << lists) - 1)) {
            throw new IllegalArgumentException("the interaction of all lists is not identified");
        }
        return new HierarchicalModel(lists, terms);
    }

    /// Independent lists.
    public static HierarchicalModel mainEffects(int lists) {
        return generatedBy(lists, List.of());
    }

    /// Every pair of lists interacts, and nothing higher.
    public static HierarchicalModel allPairs(int lists) {
        return generatedBy(lists, pairs(lists));
    }

    /// All pairs of lists, as sets of two.
    public static List<Integer> pairs(int lists) {
        List<Integer> pairs = new ArrayList<>();
        for (int one = 0; one < lists; one++) {
            for (int other = one + 1; other < lists; other++) pairs.add(1 << one | 1 << other);
        }
        return pairs;
    }

    /// Every hierarchical model: 8 for three lists, 113 for four, 6,893 for five.
    public static List<HierarchicalModel> all(int lists) {
        if (lists < 2 || lists > 5) throw new IllegalArgumentException("all models are listed for 2 to 5 lists");
        int full = (1 << lists) - 1;
        List<Integer> candidates = new ArrayList<>();
        for (int set = 1; set < full; set++) if (Integer.bitCount(set) >= 2) candidates.add(set);
        candidates.sort(Comparator.<Integer>comparingInt(Integer::bitCount).thenComparing(Comparator.naturalOrder()));
        Set<Integer> chosen = new LinkedHashSet<>();
        List<HierarchicalModel> models = new ArrayList<>();
        extend(lists, candidates, 0, chosen, models);
        return List.copyOf(models);
    }

    private static void extend(
            int lists, List<Integer> candidates, int next, Set<Integer> chosen, List<HierarchicalModel> models) {
        if (next == candidates.size()) {
            models.add(generatedBy(lists, chosen));
            return;
        }
        extend(lists, candidates, next + 1, chosen, models);
        int candidate = candidates.get(next);
        if (isSupported(candidate, chosen)) {
            chosen.add(candidate);
            extend(lists, candidates, next + 1, chosen, models);
            chosen.remove(candidate);
        }
    }

    private static boolean isSupported(int candidate, Set<Integer> chosen) {
        if (Integer.bitCount(candidate) == 2) return true;
        for (int rest = candidate; rest != 0; rest &= rest - 1) {
            if (!chosen.contains(candidate & ~Integer.lowestOneBit(rest))) return false;
        }
        return true;
    }

    /// This model with one more interaction and its parts.
    public HierarchicalModel with(int term) {
        List<Integer> extended = Arrays.stream(terms).boxed().collect(Collectors.toCollection(ArrayList::new));
        extended.add(term);
        return generatedBy(lists, extended);
    }

    public boolean contains(int term) {
        return Arrays.binarySearch(terms, term) >= 0;
    }

    public int listCount() {
        return lists;
    }

    /// The interactions, main effects included, in ascending order of their bits.
    public int[] terms() {
        return terms.clone();
    }

    /// The number of parameters: the interactions and the constant.
    public int parameterCount() {
        return terms.length + 1;
    }

    /// The interactions that are no part of another one, large ones first.
    public List<Integer> generators() {
        return Arrays.stream(terms)
                .filter(term -> Arrays.stream(terms).noneMatch(other -> other != term && (other & term) == term))
                .boxed()
                .sorted(LARGE_FIRST)
                .toList();
    }

    /// The customary name: `[123,14,34]`, lists numbered from 1, with dots between numbers above nine lists.
    public String name() {
        return generators().stream()
                .map(generator -> lists > 9 ? dotted(generator) : digits(generator))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String digits(int set) {
        StringBuilder name = new StringBuilder();
        for (int rest = set; rest != 0; rest &= rest - 1) {
            name.append((char) ('1' + Integer.numberOfTrailingZeros(rest)));
        }
        return name.toString();
    }

    private static String dotted(int set) {
        List<String> numbers = new ArrayList<>();
        for (int rest = set; rest != 0; rest &= rest - 1) {
            numbers.add(String.valueOf(1 + Integer.numberOfTrailingZeros(rest)));
        }
        return String.join(".", numbers);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HierarchicalModel model && lists == model.lists && Arrays.equals(terms, model.terms);
    }

    @Override
    public int hashCode() {
        return 31 * lists + Arrays.hashCode(terms);
    }

    @Override
    public String toString() {
        return name();
    }
}
