package org.constancia.text.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Groups keys by pairs, the most alike pairs first (as in single-linkage clustering), with two restraints against
/// chains: two groups join only when half the members of the smaller one are much like some member of the larger, since
/// the pages of one site are alike in what stands around their stories; and a weak pair never joins two groups.
public final class Grouping<K extends Comparable<K>> {
    private final Map<K, SortedSet<K>> groups = new HashMap<>();
    private final Map<K, Set<K>> muchLike = new HashMap<>();

    private Grouping() {}

    /// Groups of two and more, each sorted, in the order of their first keys.
    public static <K extends Comparable<K>> List<List<K>> of(List<FamilyFinder.Pair<K>> pairs) {
        Comparator<FamilyFinder.Pair<K>> mostAlikeFirst = Comparator.comparing(
                        (FamilyFinder.Pair<K> pair) -> !pair.likeness().sharesLead())
                .thenComparing(pair -> -pair.likeness().containment())
                .thenComparing(pair -> -pair.likeness().coverage())
                .thenComparing(FamilyFinder.Pair::one)
                .thenComparing(FamilyFinder.Pair::other);
        Grouping<K> grouping = new Grouping<>();
        List<FamilyFinder.Pair<K>> sorted =
                pairs.stream().sorted(mostAlikeFirst).toList();
        List<FamilyFinder.Pair<K>> strong =
                sorted.stream().filter(pair -> pair.likeness().isStrong()).toList();
        for (FamilyFinder.Pair<K> pair : strong) grouping.link(pair.one(), pair.other());
        for (FamilyFinder.Pair<K> pair : strong) grouping.join(pair.one(), pair.other());
        for (FamilyFinder.Pair<K> pair : sorted) {
            boolean bothPlaced = grouping.groups.containsKey(pair.one()) && grouping.groups.containsKey(pair.other());
            if (!bothPlaced) grouping.join(pair.one(), pair.other());
        }
        return grouping.list();
    }

    private void link(K one, K other) {
        muchLike.computeIfAbsent(one, _ -> new HashSet<>()).add(other);
        muchLike.computeIfAbsent(other, _ -> new HashSet<>()).add(one);
    }

    private void join(K one, K other) {
        SortedSet<K> first = groups.computeIfAbsent(one, key -> new TreeSet<>(List.of(key)));
        SortedSet<K> second = groups.computeIfAbsent(other, key -> new TreeSet<>(List.of(key)));
        if (first == second) return;
        SortedSet<K> larger = first.size() >= second.size() ? first : second;
        SortedSet<K> smaller = larger == first ? second : first;
        if (smaller.size() > 1 && !isMuchLike(smaller, larger)) return;
        larger.addAll(smaller);
        for (K key : smaller) groups.put(key, larger);
    }

    private boolean isMuchLike(Set<K> smaller, Set<K> larger) {
        long like = smaller.stream()
                .filter(key -> muchLike.getOrDefault(key, Set.of()).stream().anyMatch(larger::contains))
                .count();
        return 2 * like >= smaller.size();
    }

    private List<List<K>> list() {
        SortedMap<K, List<K>> byFirst = new TreeMap<>();
        for (SortedSet<K> group : groups.values()) byFirst.put(group.first(), List.copyOf(group));
        return new ArrayList<>(byFirst.values());
    }
}
