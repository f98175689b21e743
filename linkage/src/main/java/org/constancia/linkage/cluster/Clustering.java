package org.constancia.linkage.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Clusters records: components of likely pairs, cut where they are giant, then average linkage inside each.
///
/// Inside a component every pair is scored, also those blocking never proposed, so that a missing candidate
/// is not taken for a difference.
///
/// The threshold needs no truth: among a few cuts the one is taken that maximises the F1 to be expected if
/// the probabilities are right, twice the expected true pairs inside clusters over the pairs inside clusters
/// plus all expected true pairs.
public final class Clustering {
    /// The most records average linkage takes at once.
    static final int LARGEST = 300;

    private static final double COMPONENT_FROM = 0.2;
    private static final double KEPT_FROM = 0.01;
    private static final double[] CUTS = {0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6};
    private static final int SHARE = 2048;

    private final ScoredPairs pairs;
    private final Supplier<PairProbability> probability;
    private final Constraints constraints;
    private final int size;
    private final int[] first;
    private final int[] partner;
    private final int[] pairOfPartner;
    private final ScoredPairs added = new ScoredPairs();

    /// @param pairs the scored candidate pairs
    /// @param probability makes what scores any other pair, one for each thread
    public Clustering(int size, ScoredPairs pairs, Supplier<PairProbability> probability, Constraints constraints) {
        this.size = size;
        this.pairs = pairs;
        this.probability = probability;
        this.constraints = constraints;
        first = new int[size + 1];
        partner = new int[pairs.size()];
        pairOfPartner = new int[pairs.size()];
        indexPartners();
    }

    private void indexPartners() {
        for (int pair = 0; pair < pairs.size(); pair++) {
            first[pairs.left(pair) + 1]++;
        }
        for (int record = 0; record < size; record++) {
            first[record + 1] += first[record];
        }
        int[] next = first.clone();
        for (int pair = 0; pair < pairs.size(); pair++) {
            int at = next[pairs.left(pair)]++;
            partner[at] = pairs.right(pair);
            pairOfPartner[at] = pair;
        }
    }

    /// The scored pair of two records, -1 when they were no candidates.
    private int pairOf(int left, int right) {
        for (int i = first[left]; i < first[left + 1]; i++) {
            if (partner[i] == right) {
                return pairOfPartner[i];
            }
        }
        return -1;
    }

    /// The probability of a pair inside a component; one that was no candidate is scored now.
    private double probability(int left, int right, PairProbability scorer, Part part) {
        int pair = pairOf(left, right);
        if (pair >= 0) {
            return pairs.probability(pair);
        }
        double value = scorer.of(left, right);
        if (value >= KEPT_FROM) {
            part.added().add(left, right, value);
        }
        return value;
    }

    /// A join of two groups: their smallest records, the average probability, and how many pairs it makes, of
    /// which how many are expected to be true.
    private record Merge(int into, int from, double average, double pairs, double expected) {}

    /// The work on some of the components.
    private record Part(List<Merge> merges, ScoredPairs added) {}

    /// Clusters at `threshold`, or at the threshold chosen from the probabilities when it is not a number.
    public Clusters run(double threshold) {
        List<int[]> components = new Components(pairs, constraints, LARGEST).of(size, COMPONENT_FROM);
        int parts = (components.size() + SHARE - 1) / SHARE;
        List<Part> done = IntStream.range(0, parts)
                .parallel()
                .mapToObj(part ->
                        link(components.subList(part * SHARE, Math.min(components.size(), (part + 1) * SHARE))))
                .toList();
        List<Merge> merges = new ArrayList<>();
        for (Part part : done) {
            merges.addAll(part.merges());
            added.addAll(part.added());
        }
        return cut(merges, Double.isNaN(threshold) ? chosen(merges) : threshold);
    }

    private Clusters cut(List<Merge> merges, double threshold) {
        DisjointSets sets = new DisjointSets(size);
        float[] weakest = new float[size];
        Arrays.fill(weakest, 1);
        for (Merge merge : merges) {
            if (merge.average() >= threshold) {
                float weaker = (float) Math.min(
                        merge.average(), Math.min(weakest[sets.root(merge.into())], weakest[sets.root(merge.from())]));
                sets.unite(merge.into(), merge.from());
                weakest[sets.root(merge.into())] = weaker;
            }
        }
        int[] cluster = new int[size];
        Arrays.setAll(cluster, sets::root);
        return new Clusters(cluster, weakest, threshold);
    }

    /// Pairs scored inside components that were no candidates before; complete after [#run(double)].
    public ScoredPairs addedPairs() {
        return added;
    }

    private double chosen(List<Merge> merges) {
        double all = pairs.expectedMatches() + added.expectedMatches();
        double bestCut = 0.5;
        double best = -1;
        for (double cut : CUTS) {
            double inside = 0;
            double expected = 0;
            for (Merge merge : merges) {
                if (merge.average() >= cut) {
                    inside += merge.pairs();
                    expected += merge.expected();
                }
            }
            double f1 = 2 * expected / Math.max(1, inside + all);
            if (f1 > best) {
                best = f1;
                bestCut = cut;
            }
        }
        return bestCut;
    }

    private Part link(List<int[]> components) {
        Part part = new Part(new ArrayList<>(), new ScoredPairs());
        PairProbability scorer = probability.get();
        for (int[] component : components) {
            link(component, scorer, part);
        }
        return part;
    }

    private void link(int[] members, PairProbability scorer, Part part) {
        int count = members.length;
        double[] likeness = new double[count * count];
        double[] expected = new double[count * count];
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                double value = probability(members[i], members[j], scorer, part);
                expected[i * count + j] = value;
                expected[j * count + i] = value;
                double constrained = constrained(members[i], members[j], value);
                likeness[i * count + j] = constrained;
                likeness[j * count + i] = constrained;
            }
        }
        int[] weight = new int[count];
        Arrays.fill(weight, 1);
        new AverageLinkage(count, likeness).run(CUTS[0], (into, from, average) -> {
            double meeting = expected[into * count + from];
            part.merges()
                    .add(new Merge(
                            members[into], members[from], average, (double) weight[into] * weight[from], meeting));
            weight[into] += weight[from];
            for (int k = 0; k < count; k++) {
                expected[into * count + k] += expected[from * count + k];
                expected[k * count + into] = expected[into * count + k];
            }
        });
    }

    private double constrained(int one, int other, double value) {
        if (constraints.cannotLink(one, other)) {
            return AverageLinkage.FORBIDDEN;
        }
        return constraints.mustLink(one, other) ? AverageLinkage.MUST : value;
    }
}
