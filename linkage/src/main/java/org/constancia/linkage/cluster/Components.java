package org.constancia.linkage.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The groups of records that likely pairs hold together, none of them too big to be clustered.
///
/// What holds together at a low probability and is giant is cut at a higher one, again and again; what is
/// still giant when only certain pairs are left is cut by record number. All giants of a round are cut
/// together, so that the work is a few passes over the pairs and cannot hang.
final class Components {
    private static final double CERTAIN = 0.9999;

    private final ScoredPairs pairs;
    private final Constraints constraints;
    private final int largest;

    Components(ScoredPairs pairs, Constraints constraints, int largest) {
        this.pairs = pairs;
        this.constraints = constraints;
        this.largest = largest;
    }

    /// The components of two or more records, each in ascending order.
    List<int[]> of(int size, double from) {
        List<int[]> components = new ArrayList<>();
        boolean[] inside = new boolean[size];
        Arrays.fill(inside, true);
        double cut = from;
        while (true) {
            List<int[]> giants = new ArrayList<>();
            for (int[] component : at(cut, inside)) {
                (component.length <= largest ? components : giants).add(component);
            }
            if (giants.isEmpty()) {
                return components;
            }
            if (cut > CERTAIN) {
                giants.forEach(giant -> cutByNumber(giant, components));
                return components;
            }
            Arrays.fill(inside, false);
            for (int[] giant : giants) {
                for (int record : giant) {
                    inside[record] = true;
                }
            }
            cut = 1 - (1 - cut) / 3;
        }
    }

    private void cutByNumber(int[] giant, List<int[]> components) {
        for (int start = 0; start < giant.length; start += largest) {
            components.add(Arrays.copyOfRange(giant, start, Math.min(giant.length, start + largest)));
        }
    }

    private List<int[]> at(double cut, boolean[] inside) {
        int size = inside.length;
        DisjointSets sets = new DisjointSets(size);
        for (int pair = 0; pair < pairs.size(); pair++) {
            int one = pairs.left(pair);
            int other = pairs.right(pair);
            if (pairs.probability(pair) >= cut && inside[one] && inside[other]) {
                sets.unite(one, other);
            }
        }
        for (long must : constraints.mustLinks()) {
            if (inside[(int) (must >>> 32)] && inside[(int) must]) {
                sets.unite((int) (must >>> 32), (int) must);
            }
        }
        int[] count = new int[size];
        for (int record = 0; record < size; record++) {
            count[sets.root(record)]++;
        }
        List<int[]> components = new ArrayList<>();
        int[] number = new int[size];
        int[] filled = new int[size];
        for (int record = 0; record < size; record++) {
            int root = sets.root(record);
            if (count[root] < 2) {
                continue;
            }
            if (root == record) {
                number[root] = components.size();
                components.add(new int[count[root]]);
            }
            components.get(number[root])[filled[root]++] = record;
        }
        return components;
    }
}
