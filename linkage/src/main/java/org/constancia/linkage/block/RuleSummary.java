package org.constancia.linkage.block;

/// What one rule contributes to a plan.
///
/// @param rule the rule as written
/// @param pairs pairs in its blocks, those of other rules included
/// @param newPairs about how many of them no rule before it finds
/// @param biggestBlock records in its biggest block
/// @param refinedBlocks blocks that were too big and were split by a further part
/// @param use whether the rule is followed, or why not
public record RuleSummary(String rule, long pairs, long newPairs, int biggestBlock, int refinedBlocks, Use use) {
    /// Whether a rule is followed.
    public enum Use {
        FOLLOWED,
        /// It brings more new pairs than the budget has left.
        OVER_BUDGET,
        /// Its new pairs hold too few true ones for what they cost.
        TOO_FEW_MATCHES
    }

    public boolean isFollowed() {
        return use == Use.FOLLOWED;
    }
}
