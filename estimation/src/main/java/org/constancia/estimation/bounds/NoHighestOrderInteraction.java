package org.constancia.estimation.bounds;

import java.util.OptionalDouble;
import org.constancia.estimation.capture.CaptureTable;

/// The total when all interactions among the lists are free but the highest one, which is fixed.
///
/// The interaction of all `J` lists in the complete table is the alternating product of its cells, so that
/// `n0 = xi * prod(odd patterns) / prod(even patterns)`. `xi = 1` states that the highest-order interaction is
/// absent;
/// other values say how the answer moves when that untestable statement is wrong (Aleshin-Guendel, Sadinle and
/// Wakefield, arXiv 2101.09304).
public final class NoHighestOrderInteraction {
    private NoHighestOrderInteraction() {}

    /// The total, or nothing when a cell is empty, for then the product is 0 or infinite.
    ///
    /// @param xi how far the highest-order interaction is from absent, greater than 0; customarily from 1/4 to 4
    public static OptionalDouble of(CaptureTable table, double xi) {
        if (!(xi > 0)) throw new IllegalArgumentException("xi must be positive: " + xi);
        int lists = table.listCount();
        if (lists > 20 || table.patternCount() != (1 << lists) - 1) return OptionalDouble.empty();
        double log = Math.log(xi);
        for (int i = 0; i < table.patternCount(); i++) {
            double term = Math.log(table.count(i));
            log += Integer.bitCount(table.pattern(i)) % 2 == 1 ? term : -term;
        }
        return OptionalDouble.of(table.observed() + Math.exp(log));
    }
}
