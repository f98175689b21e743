package org.constancia.linkage.block;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Candidate pairs of a sample of the records, each with the rules that find it as the bits of a `long`.
public final class CandidateSample {
    private static final int PORTION = 1 << 9;

    private final int[] left;
    private final int[] right;
    private final long[] rules;
    private final double weight;

    private CandidateSample(int[] left, int[] right, long[] rules, double weight) {
        this.left = left;
        this.right = right;
        this.rules = rules;
        this.weight = weight;
    }

    /// The pairs that rules find for the records of a sample, in the order of these records.
    ///
    /// @param partners for each rule, the partners it finds for each record of the sample
    static CandidateSample of(RecordSample sample, List<int[][]> partners) {
        int records = sample.records().length;
        List<CandidateSample> portions = IntStream.rangeClosed(0, records / PORTION)
                .parallel()
                .mapToObj(portion ->
                        portion(sample, partners, portion * PORTION, Math.min(records, (portion + 1) * PORTION)))
                .toList();
        int size = portions.stream().mapToInt(CandidateSample::size).reduce(0, Math::addExact);
        CandidateSample all = new CandidateSample(new int[size], new int[size], new long[size], sample.weightOfPair());
        int at = 0;
        for (CandidateSample portion : portions) {
            System.arraycopy(portion.left, 0, all.left, at, portion.size());
            System.arraycopy(portion.right, 0, all.right, at, portion.size());
            System.arraycopy(portion.rules, 0, all.rules, at, portion.size());
            at += portion.size();
        }
        return all;
    }

    private static CandidateSample portion(RecordSample sample, List<int[][]> partners, int from, int to) {
        int most = 0;
        for (int[][] ofRule : partners) {
            for (int i = from; i < to; i++) {
                most += ofRule[i].length;
            }
        }
        CandidateSample pairs =
                new CandidateSample(new int[most], new int[most], new long[most], sample.weightOfPair());
        int size = 0;
        for (int i = from; i < to; i++) {
            int record = sample.records()[i];
            long[] found = found(partners, i, sample.every() == 1 ? record : -1);
            for (int at = 0; at < found.length; size++) {
                int partner = (int) (found[at] >>> Long.SIZE - Integer.SIZE);
                long ofPair = 0;
                while (at < found.length && found[at] >>> Long.SIZE - Integer.SIZE == partner) {
                    ofPair |= 1L << found[at++];
                }
                pairs.left[size] = Math.min(record, partner);
                pairs.right[size] = Math.max(record, partner);
                pairs.rules[size] = ofPair;
            }
        }
        return new CandidateSample(
                Arrays.copyOf(pairs.left, size),
                Arrays.copyOf(pairs.right, size),
                Arrays.copyOf(pairs.rules, size),
                pairs.weight);
    }

    /// The partners of one record behind `behind`, in ascending order, each with the number of a rule that finds it.
    private static long[] found(List<int[][]> partners, int record, int behind) {
        int count = 0;
        for (int[][] ofRule : partners) {
            count += ofRule[record].length;
        }
        long[] found = new long[count];
        int size = 0;
        for (int rule = 0; rule < partners.size(); rule++) {
            for (int partner : partners.get(rule)[record]) {
                if (partner > behind) {
                    found[size++] = (long) partner << Long.SIZE - Integer.SIZE | rule;
                }
            }
        }
        long[] sorted = size == count ? found : Arrays.copyOf(found, size);
        Arrays.sort(sorted);
        return sorted;
    }

    public int size() {
        return left.length;
    }

    /// The smaller record of a pair.
    public int left(int pair) {
        return left[pair];
    }

    public int right(int pair) {
        return right[pair];
    }

    /// The rules that find a pair: bit `r` for rule `r`.
    public long rules(int pair) {
        return rules[pair];
    }

    /// How many candidate pairs one of these stands for.
    public double weight() {
        return weight;
    }
}
