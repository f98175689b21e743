package org.constancia.linkage.model;

import java.util.List;

/// Why a pair got its probability: the starting odds, what each field added in turn, and what was learned
/// from labels.
///
/// @param start the log odds, in bits, of a candidate pair of this context before any field is looked at
/// @param steps what each field added, in bits; the start and all steps sum to the log odds of the result
/// @param probability the result
public record Explanation(double start, List<Step> steps, double probability) {
    public Explanation {
        steps = List.copyOf(steps);
    }

    /// One field's part: its outcome in words and the bits it added.
    public record Step(String field, String outcome, double bits) {}
}
