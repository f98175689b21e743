package org.constancia.linkage.cluster;

import java.util.HashSet;
import java.util.Set;

/// What clustering must respect, whatever the probabilities: pairs a person decided, lists known to hold
/// nobody twice, and contradictions such as different documents. What a person decided goes before the
/// others.
public final class Constraints {
    private final Set<Long> same = new HashSet<>();
    private final Set<Long> different = new HashSet<>();
    private final int[] list;
    private final PairConflict conflict;

    /// A contradiction between two records that no probability outweighs.
    @FunctionalInterface
    public interface PairConflict {
        boolean isBetween(int one, int other);
    }

    /// @param list for every record the number of the list without duplicates it came from, 0 for any other
    public Constraints(int[] list) {
        this(list, (one, other) -> false);
    }

    /// @param conflict pairs that cannot be one person unless somebody says so
    public Constraints(int[] list, PairConflict conflict) {
        this.list = list;
        this.conflict = conflict;
    }

    public static Constraints none(int size) {
        return new Constraints(new int[size]);
    }

    public void same(int one, int other) {
        same.add(key(one, other));
    }

    public void different(int one, int other) {
        different.add(key(one, other));
    }

    public boolean mustLink(int one, int other) {
        return !same.isEmpty() && same.contains(key(one, other));
    }

    public boolean cannotLink(int one, int other) {
        if (!different.isEmpty() && different.contains(key(one, other))) {
            return true;
        }
        return !mustLink(one, other)
                && ((list[one] != 0 && list[one] == list[other]) || conflict.isBetween(one, other));
    }

    /// The must-links as `smaller << 32 | larger`.
    public Set<Long> mustLinks() {
        return Set.copyOf(same);
    }

    private static long key(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }
}
