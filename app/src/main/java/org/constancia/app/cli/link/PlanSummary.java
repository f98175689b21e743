package org.constancia.app.cli.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.constancia.linkage.block.BlockingRecall;
import org.constancia.linkage.block.RuleSummary;
import org.constancia.linkage.write.ModelFile;

/// What a run is going to compare, told before it does.
///
/// @param rules in the order in which they find pairs
/// @param leftOut numbers of the rules that are not worth their pairs
/// @param recall which share of the true pairs the rules find
record PlanSummary(List<RuleSummary> rules, Set<Integer> leftOut, BlockingRecall recall) {
    private long candidatePairs() {
        return rules.stream().mapToLong(RuleSummary::newPairs).sum();
    }

    private long pairsToCompare() {
        return IntStream.range(0, rules.size())
                .filter(number -> !leftOut.contains(number))
                .mapToLong(number -> rules.get(number).newPairs())
                .sum();
    }

    /// A table for a terminal.
    String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format("Blocking plan (new pairs, pairs in blocks, biggest block, rule):%n"));
        for (int number = 0; number < rules.size(); number++) {
            RuleSummary rule = rules.get(number);
            text.append(String.format(
                    Locale.ROOT,
                    "%,14d %,14d %8d  %s%s%s%n",
                    rule.newPairs(),
                    rule.pairs(),
                    rule.biggestBlock(),
                    rule.rule(),
                    rule.refinedBlocks() == 0 ? "" : " (" + rule.refinedBlocks() + " blocks refined)",
                    whyLeftOut(number)));
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "%,14d candidate pairs, %,d of them to compare; they hold an estimated %.1f %% of the true pairs%n",
                        candidatePairs(),
                        pairsToCompare(),
                        100 * recall.estimate()))
                .toString();
    }

    private String whyLeftOut(int number) {
        if (rules.get(number).overBudget()) {
            return " (left out: over the budget of pairs)";
        }
        return leftOut.contains(number) ? " (left out: under 1 true pair in 1,000)" : "";
    }

    /// The members of the JSON object.
    Map<String, Object> document() {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("rules", ModelFile.rules(rules));
        plan.put("candidate_pairs", candidatePairs());
        plan.put("pairs_to_compare", pairsToCompare());
        plan.put("estimated_recall", recall.estimate());
        return plan;
    }
}
