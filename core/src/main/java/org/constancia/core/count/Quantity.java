package org.constancia.core.count;

import java.util.Collection;
import org.constancia.core.record.CodeList.Bound;
import org.jspecify.annotations.Nullable;

/// A quantity as a source gives it: "at least 29" is not 29.
///
/// @param max the upper end of a range, otherwise absent
public record Quantity(long number, @Nullable Long max, Bound bound) {
    /// "About 30" is taken to mean 27 to 33.
    private static final double ABOUT = 0.1;

    /// The least it can mean.
    public double least() {
        return switch (bound) {
            case EXACT, AT_LEAST, RANGE -> number;
            case AT_MOST -> 0;
            case ABOUT -> number * (1 - ABOUT);
        };
    }

    /// The most it can mean; infinite for "at least".
    public double most() {
        return switch (bound) {
            case EXACT, AT_MOST -> number;
            case AT_LEAST -> Double.POSITIVE_INFINITY;
            case ABOUT -> number * (1 + ABOUT);
            case RANGE -> max == null ? Double.POSITIVE_INFINITY : max;
        };
    }

    /// Whether no single number can be what all of them mean.
    public static boolean disagree(Collection<Quantity> quantities) {
        double least = quantities.stream().mapToDouble(Quantity::least).max().orElse(0);
        double most = quantities.stream().mapToDouble(Quantity::most).min().orElse(Double.POSITIVE_INFINITY);
        return least > most;
    }
}
