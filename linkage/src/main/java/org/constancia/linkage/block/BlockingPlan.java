package org.constancia.linkage.block;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ForkJoinTask;

/// The rules of a run with the blocks they make, within a budget of pairs.
///
/// Pairs are found record by record with [Partners]: a pair belongs to the first rule that finds it, and no
/// set of pairs is ever kept. Records can therefore be worked on in any order, by any number of threads.
public final class BlockingPlan {
    /// Rules whose blocks are made ahead, each by one thread, in a table of up to [#MANY] records. The rules
    /// of greater tables are made by several threads each, so that fewer are held at once.
    private static final int AHEAD = 3;

    private static final int MANY = 4_000_000;

    private final int size;
    private final PlacedBlocks[] blocks;
    private final boolean whole;
    private final long followed;
    private final List<RuleSummary> rules = new ArrayList<>();

    /// Makes the blocks of the rules chosen.
    BlockingPlan(int size, KeyParts parts, RuleChoice choice, List<ScoutedRule> scouted) {
        this.size = size;
        List<ScoutedRule> chosen = choice.chosen().stream().map(scouted::get).toList();
        followed = choice.bits();
        blocks = new PlacedBlocks[chosen.size()];
        int mostAhead = size > MANY ? 1 : AHEAD;
        Deque<ForkJoinTask<RuleBlocks>> ahead = new ArrayDeque<>();
        ForkJoinTask<?> placing = ForkJoinTask.adapt(() -> {}).fork();
        for (int rule = 0; rule < chosen.size(); rule++) {
            while (ahead.size() < mostAhead && rule + ahead.size() < chosen.size()) {
                ScoutedRule next = chosen.get(rule + ahead.size());
                ahead.add(ForkJoinTask.adapt(() -> made(next, parts, size)).fork());
            }
            RuleBlocks made = ahead.remove().join();
            rules.add(summary(chosen.get(rule), made, choice.newPairs().get(rule)));
            int number = rule;
            placing.join();
            placing = ForkJoinTask.adapt(() -> blocks[number] = made.placed()).fork();
        }
        placing.join();
        whole = chosen.size() == 1
                && rules.getFirst().biggestBlock() == size
                && rules.getFirst().refinedBlocks() == 0;
        addLeftOut(choice.overBudget(), scouted, RuleSummary.Use.OVER_BUDGET);
        addLeftOut(choice.passedOver(), scouted, RuleSummary.Use.TOO_FEW_MATCHES);
    }

    private static RuleBlocks made(ScoutedRule rule, KeyParts parts, int size) {
        RuleBlocks made = RuleBlocks.of(parts.keys(rule.rule()), size);
        rule.refinements().forEach(refinement -> made.refine(parts.get(refinement.part()), refinement.above()));
        if (rule.runs() > 0) {
            made.cut(rule.runs(), parts.order());
        }
        return made;
    }

    private static RuleSummary summary(ScoutedRule rule, RuleBlocks made, long newPairs) {
        return new RuleSummary(
                rule.rule().text(),
                made.pairs(),
                newPairs,
                made.biggestBlock(),
                made.refinedBlocks(),
                RuleSummary.Use.FOLLOWED);
    }

    /// Tells the rules no version of which is told already.
    private void addLeftOut(List<Integer> leftOut, List<ScoutedRule> scouted, RuleSummary.Use why) {
        for (int number : leftOut) {
            String rule = scouted.get(number).rule().text();
            if (rules.stream().noneMatch(told -> told.rule().equals(rule))) {
                rules.add(new RuleSummary(rule, 0, 0, 0, 0, why));
            }
        }
    }

    /// The rules tried: those followed in the order in which they find pairs, then those left out.
    public List<RuleSummary> rules() {
        return List.copyOf(rules);
    }

    /// Whether every record is compared with every other: one rule, one block.
    public boolean isWhole() {
        return whole;
    }

    /// Whether one of the rules followed finds a pair that was sampled.
    ///
    /// @param rulesOfPair the rules that find it, as [CandidateSample#rules] tells them
    public boolean finds(long rulesOfPair) {
        return (rulesOfPair & followed) != 0;
    }

    /// What finds the pairs of all rules; every thread has its own.
    public Partners partners() {
        return new Partners(blocks, size);
    }
}
