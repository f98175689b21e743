package org.constancia.linkage.model;

import java.util.List;
import org.constancia.linkage.compare.Comparison;
import org.constancia.linkage.compare.Level;

/// The outcomes of all comparisons of a pair packed into one `long`, its *agreement pattern*.
///
/// Worked example: two comparisons of 19 and 3 levels take 5 and 2 bits; levels 7 and 1 with context 2 pack
/// to `7 | 1 << 5 | 2 << 7`. The context (same list, how many relatives were named at the same event) is
/// packed behind the last level.
public final class PatternCode {
    private static final int CONTEXT_BITS = 4;

    private final List<Comparison> comparisons;
    private final int[] shift;
    private final int[] mask;
    private final int contextShift;

    /// @throws IllegalArgumentException when the levels do not fit into 60 bits
    public PatternCode(List<Comparison> comparisons) {
        this.comparisons = List.copyOf(comparisons);
        shift = new int[comparisons.size()];
        mask = new int[comparisons.size()];
        int at = 0;
        for (int f = 0; f < shift.length; f++) {
            int bits = bits(comparisons.get(f));
            shift[f] = at;
            mask[f] = (1 << bits) - 1;
            at += bits;
        }
        if (at + CONTEXT_BITS > Long.SIZE) {
            throw new IllegalArgumentException("more comparisons than fit into one word");
        }
        contextShift = at;
    }

    private static int bits(Comparison comparison) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(comparison.levels().size() - 1);
    }

    /// As many of the comparisons, from the first on, as one pattern holds.
    public static List<Comparison> fitting(List<Comparison> comparisons) {
        int bits = CONTEXT_BITS;
        int count = 0;
        while (count < comparisons.size() && bits + bits(comparisons.get(count)) <= Long.SIZE) {
            bits += bits(comparisons.get(count));
            count++;
        }
        return List.copyOf(comparisons.subList(0, count));
    }

    public int fields() {
        return shift.length;
    }

    public List<Comparison> comparisons() {
        return comparisons;
    }

    public List<Level> levels(int field) {
        return comparisons.get(field).levels();
    }

    /// The pattern of a pair compared by `worker`, a set of the same comparisons.
    long pattern(Comparison[] worker, int left, int right, int context) {
        long pattern = (long) context << contextShift;
        for (int f = 0; f < worker.length; f++) {
            pattern |= (long) worker[f].level(left, right) << shift[f];
        }
        return pattern;
    }

    public int level(long pattern, int field) {
        return (int) (pattern >>> shift[field]) & mask[field];
    }

    public int context(long pattern) {
        return (int) (pattern >>> contextShift);
    }
}
