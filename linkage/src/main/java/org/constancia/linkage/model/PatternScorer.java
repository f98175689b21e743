package org.constancia.linkage.model;

import java.util.Arrays;
import java.util.List;
import org.constancia.linkage.compare.Comparison;

/// Compares and scores pairs for one thread, remembering the probability of the patterns seen last.
public final class PatternScorer {
    /// The context of a pair besides its fields, 0 to 15.
    @FunctionalInterface
    public interface Context {
        int of(int left, int right);
    }

    /// The probability of a match for a pattern.
    @FunctionalInterface
    public interface Model {
        double probability(long pattern);
    }

    private static final int SLOT_BITS = 14;

    private final PatternCode code;
    private final Comparison[] comparisons;
    private final Context context;
    private final Model model;
    private final long[] seen = new long[1 << SLOT_BITS];
    private final float[] probability = new float[1 << SLOT_BITS];

    /// @param comparisons a set of the code's comparisons that no other thread uses
    public PatternScorer(PatternCode code, List<Comparison> comparisons, Context context, Model model) {
        this.code = code;
        this.comparisons = comparisons.toArray(Comparison[]::new);
        this.context = context;
        this.model = model;
        Arrays.fill(seen, -1);
    }

    public long pattern(int left, int right) {
        return code.pattern(comparisons, left, right, context.of(left, right));
    }

    public double probability(int left, int right) {
        return probability(pattern(left, right));
    }

    /// The probability of a match for a pair of that pattern.
    public double probability(long pattern) {
        int slot = (int) ((pattern * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - SLOT_BITS));
        if (seen[slot] != pattern) {
            probability[slot] = (float) model.probability(pattern);
            seen[slot] = pattern;
        }
        return probability[slot];
    }
}
