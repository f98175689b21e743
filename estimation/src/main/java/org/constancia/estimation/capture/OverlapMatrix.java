package org.constancia.estimation.capture;

import java.util.ArrayList;
import java.util.List;

/// How many persons each pair of lists has in common, and where this is too thin to carry an estimate.
public final class OverlapMatrix {
    /// An overlap or a list with fewer persons is marked as thin.
    public static final long THIN = 10;

    private final CaptureTable table;

    public OverlapMatrix(CaptureTable table) {
        this.table = table;
    }

    /// Persons on both lists; on the diagonal, persons on the list.
    public long shared(int one, int other) {
        return table.recordedByAll(1 << one | 1 << other);
    }

    /// Pairs of lists that have nobody in common, as sets of two lists.
    public List<Integer> emptyPairs() {
        return pairsBelow(1);
    }

    /// Pairs of lists with fewer than [#THIN] persons in common, empty ones included.
    public List<Integer> thinPairs() {
        return pairsBelow(THIN);
    }

    /// Lists with fewer than [#THIN] persons.
    public List<String> thinLists() {
        List<String> thin = new ArrayList<>();
        for (int j = 0; j < table.listCount(); j++) {
            if (shared(j, j) < THIN) thin.add(table.lists().get(j));
        }
        return List.copyOf(thin);
    }

    /// The number of pairs of lists.
    public int pairCount() {
        return table.listCount() * (table.listCount() - 1) / 2;
    }

    /// The size of the largest set of lists that are connected by overlaps. A list outside it shares nobody with the
    /// others, so that its coverage cannot be learned from them.
    public int largestConnectedSet() {
        int largest = 0;
        for (int start = 0; start < table.listCount(); start++) {
            largest = Math.max(largest, Integer.bitCount(connectedTo(start)));
        }
        return largest;
    }

    private int connectedTo(int start) {
        int reached = 1 << start;
        for (int previous = 0; previous != reached; ) {
            previous = reached;
            for (int i = 0; i < table.patternCount(); i++) {
                if ((table.pattern(i) & reached) != 0) reached |= table.pattern(i);
            }
        }
        return reached;
    }

    private List<Integer> pairsBelow(long limit) {
        List<Integer> pairs = new ArrayList<>();
        for (int one = 0; one < table.listCount(); one++) {
            for (int other = one + 1; other < table.listCount(); other++) {
                if (shared(one, other) < limit) pairs.add(1 << one | 1 << other);
            }
        }
        return List.copyOf(pairs);
    }
}
