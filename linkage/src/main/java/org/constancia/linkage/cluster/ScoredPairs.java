package org.constancia.linkage.cluster;

import java.util.Arrays;
import java.util.List;

/// Pairs of records with their probabilities, in three parallel arrays that grow. `left` is the smaller
/// record.
public final class ScoredPairs {
    private int[] left = new int[1 << 10];
    private int[] right = new int[1 << 10];
    private float[] probability = new float[1 << 10];
    private int size;

    /// All pairs of some parts, in their order.
    public static ScoredPairs of(List<ScoredPairs> parts) {
        int length = parts.stream().mapToInt(ScoredPairs::size).reduce(1 << 10, Math::addExact);
        ScoredPairs all = new ScoredPairs();
        all.left = new int[length];
        all.right = new int[length];
        all.probability = new float[length];
        parts.forEach(all::addAll);
        return all;
    }

    public void add(int one, int other, double value) {
        if (size == left.length) {
            int length = (int) Math.min(Integer.MAX_VALUE - 8, size + (size >> 1) + 16L);
            left = Arrays.copyOf(left, length);
            right = Arrays.copyOf(right, length);
            probability = Arrays.copyOf(probability, length);
        }
        left[size] = Math.min(one, other);
        right[size] = Math.max(one, other);
        probability[size++] = (float) value;
    }

    public void addAll(ScoredPairs others) {
        int needed = Math.addExact(size, others.size);
        if (needed > left.length) {
            int length = Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8, size + (size >> 2) + 16L));
            left = Arrays.copyOf(left, length);
            right = Arrays.copyOf(right, length);
            probability = Arrays.copyOf(probability, length);
        }
        System.arraycopy(others.left, 0, left, size, others.size);
        System.arraycopy(others.right, 0, right, size, others.size);
        System.arraycopy(others.probability, 0, probability, size, others.size);
        size = needed;
    }

    public int size() {
        return size;
    }

    public int left(int pair) {
        return left[pair];
    }

    public int right(int pair) {
        return right[pair];
    }

    public double probability(int pair) {
        return probability[pair];
    }

    /// Gives a pair another probability.
    public void setProbability(int pair, double value) {
        probability[pair] = (float) value;
    }

    /// The sum of the probabilities, the number of true pairs to expect.
    public double expectedMatches() {
        double sum = 0;
        for (int pair = 0; pair < size; pair++) {
            sum += probability[pair];
        }
        return sum;
    }
}
