package org.constancia.linkage.block;

import java.util.List;

/// What a trial of a rule on a sample of the records told: whom it finds for each of them, and how its biggest blocks
/// have to be made smaller for it to stay within its share of the budget.
///
/// The array is not changed after it is made.
///
/// @param refinements the parts by which big blocks are split, one after the other
/// @param runs the length of the runs into which blocks are cut that no part splits; 0 for none
/// @param partners for each record of the sample, the others in its blocks
@SuppressWarnings("ArrayRecordComponent")
record ScoutedRule(BlockingRule rule, List<Refinement> refinements, int runs, int[][] partners) {
    /// Splitting of all blocks of more than `above` members by a part.
    record Refinement(String part, int above) {}

    ScoutedRule {
        refinements = List.copyOf(refinements);
    }
}
