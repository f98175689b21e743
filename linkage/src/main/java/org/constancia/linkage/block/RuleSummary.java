package org.constancia.linkage.block;

/// What one rule contributes to a plan.
///
/// @param rule the rule as written
/// @param pairs pairs in its blocks, those of other rules included
/// @param newPairs about how many of them no rule before it finds
/// @param biggestBlock records in its biggest block
/// @param refinedBlocks blocks that were too big and were split by a further part
/// @param overBudget whether the rule is left out, because however refined it brings more new pairs than the
///     budget has left
public record RuleSummary(
        String rule, long pairs, long newPairs, int biggestBlock, int refinedBlocks, boolean overBudget) {}
