package org.constancia.linkage;

import java.util.List;
import java.util.Set;

/// How a run is to be done. The same settings and input give the same result, whatever the number of threads.
///
/// @param pairBudget the most candidate pairs the blocking plan may make, with rules as far as it reaches; 0 for the
///     rules worth their pairs, within the usual budget of a table's size
/// @param threshold the average probability from which records are one person; NaN to choose it from the
///     model
/// @param oneToOne whether there are two lists that hold nobody twice, to be linked record to record
/// @param uniqueLists names of lists known to hold nobody twice
/// @param documentsExclude whether records with clearly different documents of one kind cannot be one person
/// @param rules blocking rules as text; empty for the usual ones
/// @param seed the seed of every draw
public record LinkageSettings(
        long pairBudget,
        double threshold,
        boolean oneToOne,
        Set<String> uniqueLists,
        boolean documentsExclude,
        List<String> rules,
        long seed) {
    public LinkageSettings {
        uniqueLists = Set.copyOf(uniqueLists);
        rules = List.copyOf(rules);
    }

    /// Everything chosen by the engine.
    public static LinkageSettings usual() {
        return new LinkageSettings(0, Double.NaN, false, Set.of(), false, List.of(), 1);
    }

    /// The same with another threshold.
    public LinkageSettings withThreshold(double other) {
        return new LinkageSettings(pairBudget, other, oneToOne, uniqueLists, documentsExclude, rules, seed);
    }

    /// The budget for a table of `records`: 10.3 million pairs for a million records, and slightly fewer a
    /// record the more there are; never below three million.
    long budget(int records) {
        if (pairBudget > 0) {
            return pairBudget;
        }
        return Math.max(3_000_000, (long) (10_300_000 * Math.pow(records / 1e6, 0.766)));
    }
}
