package org.constancia.linkage.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// Draws of the partition, so that what is counted afterwards can carry the doubt of the linkage.
///
/// A Gibbs sampler that moves one record at a time among the clusters of its possible partners and a cluster
/// of its own. The odds of joining a cluster of `n` others are `exp(mean log odds of the n pairs * sqrt(n))`:
/// the pairs of one record with one cluster are far from independent, so their log odds are not summed; the
/// square root stands between one piece of evidence and n. Log odds are cut at 6 (.9975), and a pair that was
/// never likely enough to be kept counts as .005. Draws start from the clusters and are some sweeps apart.
/// Records without a doubtful pair do not move. Constraints hold in every draw.
public final class PartitionSampler {
    private static final double MOST = 6;
    private static final double NOT_KEPT = Math.log(0.005 / 0.995);
    private static final double CERTAIN = 0.995;
    private static final int SWEEPS_BETWEEN = 3;

    private final int[] first;
    private final int[] partner;
    private final float[] logOdds;
    private final int[] cluster;
    private final List<List<Integer>> members;
    private final int[] doubtful;
    private final Constraints constraints;
    private final SplittableRandom random;

    public PartitionSampler(Clusters clusters, ScoredPairs pairs, Constraints constraints, long seed) {
        int size = clusters.size();
        this.constraints = constraints;
        random = new SplittableRandom(seed);
        cluster = clusters.toArray();
        members = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            members.add(new ArrayList<>(1));
        }
        for (int i = 0; i < size; i++) {
            members.get(cluster[i]).add(i);
        }
        first = new int[size + 1];
        boolean[] moves = new boolean[size];
        for (int pair = 0; pair < pairs.size(); pair++) {
            first[pairs.left(pair) + 1]++;
            first[pairs.right(pair) + 1]++;
            if (pairs.probability(pair) < CERTAIN) {
                moves[pairs.left(pair)] = true;
                moves[pairs.right(pair)] = true;
            }
        }
        for (int i = 0; i < size; i++) {
            first[i + 1] += first[i];
        }
        partner = new int[2 * pairs.size()];
        logOdds = new float[2 * pairs.size()];
        int[] next = first.clone();
        for (int pair = 0; pair < pairs.size(); pair++) {
            double probability = Math.clamp(pairs.probability(pair), 1e-4, 1 - 1e-4);
            float odds = (float) Math.clamp(Math.log(probability / (1 - probability)), -MOST, MOST);
            put(next, pairs.left(pair), pairs.right(pair), odds);
            put(next, pairs.right(pair), pairs.left(pair), odds);
        }
        doubtful =
                java.util.stream.IntStream.range(0, size).filter(i -> moves[i]).toArray();
    }

    private void put(int[] next, int record, int other, float odds) {
        partner[next[record]] = other;
        logOdds[next[record]++] = odds;
    }

    /// The next draw: for every record the number of its group, the smallest record in it.
    public int[] draw() {
        for (int sweep = 0; sweep < SWEEPS_BETWEEN; sweep++) {
            for (int record : doubtful) {
                move(record);
            }
        }
        int[] smallest = new int[cluster.length];
        Arrays.fill(smallest, Integer.MAX_VALUE);
        for (int record = 0; record < cluster.length; record++) {
            smallest[cluster[record]] = Math.min(smallest[cluster[record]], record);
        }
        int[] draw = new int[cluster.length];
        Arrays.setAll(draw, record -> smallest[cluster[record]]);
        return draw;
    }

    private void move(int record) {
        members.get(cluster[record]).remove(Integer.valueOf(record));
        TreeSet<Integer> options = new TreeSet<>();
        for (int i = first[record]; i < first[record + 1]; i++) {
            options.add(cluster[partner[i]]);
        }
        int alone = members.get(cluster[record]).isEmpty() ? cluster[record] : emptyCluster(record);
        options.remove(alone);
        int[] choice = new int[options.size() + 1];
        double[] weight = new double[choice.length];
        choice[0] = alone;
        weight[0] = 1;
        double sum = 1;
        int at = 1;
        for (int option : options) {
            choice[at] = option;
            weight[at] = weight(record, option);
            sum += weight[at++];
        }
        double draw = random.nextDouble() * sum;
        int taken = 0;
        while (taken < choice.length - 1 && draw >= weight[taken]) {
            draw -= weight[taken++];
        }
        cluster[record] = choice[taken];
        members.get(choice[taken]).add(record);
    }

    private double weight(int record, int option) {
        List<Integer> others = members.get(option);
        if (others.isEmpty()) {
            return 0;
        }
        double sum = NOT_KEPT * others.size();
        for (int i = first[record]; i < first[record + 1]; i++) {
            if (cluster[partner[i]] == option && partner[i] != record) {
                sum += logOdds[i] - NOT_KEPT;
            }
        }
        for (int other : others) {
            if (constraints.mustLink(record, other)) {
                sum = MOST * MOST * others.size();
            }
        }
        for (int other : others) {
            if (constraints.cannotLink(record, other)) {
                return 0;
            }
        }
        return Math.exp(sum / others.size() * Math.sqrt(others.size()));
    }

    /// A cluster number without members; the record's own if it is free.
    private int emptyCluster(int record) {
        int at = record;
        while (!members.get(at).isEmpty()) {
            at = at + 1 == members.size() ? 0 : at + 1;
        }
        return at;
    }
}
