package org.constancia.linkage.block;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Counts how many pairs a rule adds to those of the rules before it, by the partners of a sample of records.
final class NewPairCount {
    private static final int PARTS = 16;
    private static final int[] NOBODY = {};

    private final int[] sample;
    private final SparseNumbers numberInSample;
    private final int size;
    private final double weight;
    private int[][] known;

    /// @param sample the records whose partners are counted
    /// @param every how many records one of the sample stands for
    NewPairCount(int[] sample, int every, int size) {
        this.sample = sample;
        this.size = size;
        weight = every / 2.0;
        known = new int[sample.length][];
        Arrays.fill(known, NOBODY);
        numberInSample = new SparseNumbers(size);
        for (int record : sample) {
            numberInSample.mark(record);
        }
        numberInSample.close();
        for (int i = 0; i < sample.length; i++) {
            numberInSample.set(sample[i], i + 1);
        }
    }

    /// The new pairs of a rule, and what it and the rules before it find for each record of the sample.
    ///
    /// The array is not changed after it is made.
    @SuppressWarnings("ArrayRecordComponent")
    record Counted(double pairs, int[][] partners) {}

    Counted count(RuleBlocks rule) {
        Membership blocks = rule.blocksOf(numberInSample, sample.length);
        int[][] partners = new int[sample.length][];
        long added = IntStream.range(0, PARTS)
                .parallel()
                .mapToLong(part -> count(blocks, partners, part))
                .sum();
        return new Counted(weight * added, partners);
    }

    private long count(Membership blocks, int[][] partners, int part) {
        PartnerSet found = new PartnerSet(size);
        long added = 0;
        int to = (int) ((long) sample.length * (part + 1) / PARTS);
        for (int i = (int) ((long) sample.length * part / PARTS); i < to; i++) {
            partners[i] = known[i];
            if (blocks.hasAny(i)) {
                found.addAll(known[i]);
                int before = found.size();
                blocks.addOthers(i, sample[i], found);
                partners[i] = found.size() == before ? known[i] : found.toArray();
                added += found.size() - before;
                found.clear();
            }
        }
        return added;
    }

    /// The rule of this count is one of those before from now on.
    void keep(Counted counted) {
        known = counted.partners();
    }
}
