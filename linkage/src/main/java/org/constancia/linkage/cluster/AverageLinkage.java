package org.constancia.linkage.cluster;

import java.util.Arrays;

/// Agglomerative clustering of one component by the average probability between two groups, under
/// constraints.
///
/// The two groups with the highest average are joined as long as that average is at least the threshold; a
/// group that holds a cannot-link to another is never joined to it. Relatives are not chained: each of them
/// is close to one record at most. Ties go to the smaller numbers, so that the result does not depend on the
/// order of the input.
final class AverageLinkage {
    static final double FORBIDDEN = -1;
    static final double MUST = 2;

    private final int size;
    private final double[] likeness;
    private final int[] weight;
    private final int[] group;
    private final boolean[] alive;
    private final int[] best;

    /// @param likeness a full symmetric matrix of probabilities, row by row; -1 for a cannot-link, 2 for a
    ///     must-link
    AverageLinkage(int size, double[] likeness) {
        this.size = size;
        this.likeness = likeness;
        weight = new int[size];
        group = new int[size];
        alive = new boolean[size];
        best = new int[size];
        Arrays.fill(weight, 1);
        Arrays.fill(alive, true);
        Arrays.setAll(group, i -> i);
    }

    /// One join: the two groups by their smallest members, and the average probability at which they met.
    interface Merges {
        void joined(int into, int from, double average);
    }

    /// Joins down to `threshold` and returns the group of every member, as the number of its smallest member.
    int[] run(double threshold, Merges merges) {
        for (int i = 0; i < size; i++) {
            best[i] = nearest(i);
        }
        while (true) {
            int into = -1;
            for (int i = 0; i < size; i++) {
                if (alive[i] && best[i] >= 0 && (into < 0 || at(i, best[i]) > at(into, best[into]))) {
                    into = i;
                }
            }
            if (into < 0 || at(into, best[into]) < threshold) {
                return group;
            }
            join(into, best[into], merges);
        }
    }

    private double at(int i, int j) {
        return likeness[i * size + j];
    }

    /// The nearest living group with a larger number, -1 for none.
    private int nearest(int i) {
        int found = -1;
        for (int j = i + 1; j < size; j++) {
            if (alive[j] && at(i, j) > FORBIDDEN && (found < 0 || at(i, j) > at(i, found))) {
                found = j;
            }
        }
        return found;
    }

    private void join(int into, int from, Merges merges) {
        merges.joined(into, from, Math.min(1, at(into, from)));
        alive[from] = false;
        double a = weight[into];
        double b = weight[from];
        weight[into] += weight[from];
        for (int k = 0; k < size; k++) {
            if (alive[k] && k != into) {
                double one = at(into, k);
                double other = at(from, k);
                double joined = joined(one, a, other, b);
                likeness[into * size + k] = joined;
                likeness[k * size + into] = joined;
            }
            if (group[k] == from) {
                group[k] = into;
            }
        }
        for (int k = 0; k <= Math.max(into, from); k++) {
            if (alive[k] && (k == into || best[k] == into || best[k] == from || (k < into && isNearer(k, into)))) {
                best[k] = nearest(k);
            }
        }
    }

    /// A cannot-link of a part is one of the whole, and so is a must-link where nothing forbids it.
    private static double joined(double one, double a, double other, double b) {
        if (one == FORBIDDEN || other == FORBIDDEN) {
            return FORBIDDEN;
        }
        return one == MUST || other == MUST ? MUST : (a * one + b * other) / (a + b);
    }

    private boolean isNearer(int k, int candidate) {
        return best[k] < 0 ? at(k, candidate) > FORBIDDEN : at(k, candidate) >= at(k, best[k]);
    }
}
