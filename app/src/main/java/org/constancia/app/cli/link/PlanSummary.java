package org.constancia.app.cli.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.constancia.linkage.block.BlockingRecall;
import org.constancia.linkage.block.RuleSummary;
import org.constancia.linkage.write.ModelFile;

/// What a run is going to compare, told before it does.
///
/// @param rules those followed, in the order in which they find pairs, then those left out
/// @param recall which share of the true pairs the rules find
record PlanSummary(List<RuleSummary> rules, BlockingRecall recall) {
    private long candidatePairs() {
        return rules.stream().mapToLong(RuleSummary::newPairs).sum();
    }

    /// A table for a terminal.
    String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format("Blocking plan (new pairs, pairs in blocks, biggest block, rule):%n"));
        rules.stream()
                .filter(RuleSummary::isFollowed)
                .forEach(rule -> text.append(String.format(
                        Locale.ROOT,
                        "%,14d %,14d %8d  %s%s%n",
                        rule.newPairs(),
                        rule.pairs(),
                        rule.biggestBlock(),
                        rule.rule(),
                        rule.refinedBlocks() == 0 ? "" : " (" + rule.refinedBlocks() + " blocks refined)")));
        tellLeftOut(
                text, RuleSummary.Use.OVER_BUDGET, "Left out, because the budget of pairs does not reach for them:");
        tellLeftOut(text, RuleSummary.Use.TOO_FEW_MATCHES, "Left out, because they find too few further true pairs:");
        return text.append(String.format(
                        Locale.ROOT,
                        "%,14d candidate pairs; they hold an estimated %.1f %% of the true pairs%n",
                        candidatePairs(),
                        100 * recall.estimate()))
                .toString();
    }

    private void tellLeftOut(StringBuilder text, RuleSummary.Use why, String told) {
        List<String> leftOut = rules.stream()
                .filter(rule -> rule.use() == why)
                .map(RuleSummary::rule)
                .toList();
        if (!leftOut.isEmpty()) {
            text.append(told).append(System.lineSeparator());
            leftOut.forEach(rule -> text.append("  ").append(rule).append(System.lineSeparator()));
        }
    }

    /// The members of the JSON object.
    Map<String, Object> document() {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("rules", ModelFile.rules(rules));
        plan.put("candidate_pairs", candidatePairs());
        plan.put("estimated_recall", recall.estimate());
        return plan;
    }
}
