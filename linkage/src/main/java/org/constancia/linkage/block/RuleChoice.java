package org.constancia.linkage.block;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which of the rules tried are followed, in which order, and about how many pairs each finds that none before it does.
///
/// The best rules are taken greedily, as in a weighted set cover: next comes the rule that finds the most true
/// pairs not yet found for what it costs, its new pairs and a share of the table for making its blocks. Sums
/// are made in whole numbers, so that nothing depends on the order of the pairs.
///
/// @param chosen the numbers of the rules followed, in their order
/// @param newPairs about how many pairs each of them adds
/// @param overBudget the numbers of rules left out because the budget does not reach for them
/// @param passedOver the numbers of rules left out because they find too few true pairs for their cost
record RuleChoice(List<Integer> chosen, List<Long> newPairs, List<Integer> overBudget, List<Integer> passedOver) {
    /// Making the blocks of a rule takes as long as comparing the pairs of this share of the records.
    private static final double COST_OF_BLOCKS = 0.25;

    /// Probabilities are summed in units of a millionth.
    private static final double UNIT = 1e6;

    RuleChoice {
        chosen = List.copyOf(chosen);
        newPairs = List.copyOf(newPairs);
        overBudget = List.copyOf(overBudget);
        passedOver = List.copyOf(passedOver);
    }

    /// All rules in their order, as far as the budget reaches; the first one always.
    static RuleChoice inOrder(CandidateSample pairs, int rules, long budget) {
        Choosing choosing = new Choosing(new Open(pairs, new double[pairs.size()]), budget);
        for (int rule = 0; rule < rules; rule++) {
            choosing.offer(rule);
        }
        return choosing.choice(List.of());
    }

    /// The best rules; the first one always.
    ///
    /// @param probability of each pair, that it is a match
    /// @param records how many records the table has
    static RuleChoice best(
            CandidateSample pairs, double[] probability, int rules, int records, double leastYield, long budget) {
        Open open = new Open(pairs, probability);
        Choosing choosing = new Choosing(open, budget);
        List<Integer> waiting = new ArrayList<>();
        for (int rule = 0; rule < rules; rule++) {
            waiting.add(rule);
        }
        while (!waiting.isEmpty()) {
            int next = waiting.getFirst();
            double most = -1;
            for (int rule : waiting) {
                double yield = open.matches(rule) / (open.pairs(rule) + COST_OF_BLOCKS * records);
                if (yield > most) {
                    most = yield;
                    next = rule;
                }
            }
            if (most < leastYield && !choosing.chosen.isEmpty()) {
                break;
            }
            waiting.remove((Integer) next);
            choosing.offer(next);
        }
        return choosing.choice(waiting);
    }

    /// The rules followed, as the bits that [CandidateSample#rules] has for them.
    long bits() {
        return chosen.stream().mapToLong(rule -> 1L << rule).reduce(0, (all, rule) -> all | rule);
    }

    /// A choice being made: rules are taken one by one as far as the budget reaches.
    private static final class Choosing {
        private final Open open;
        private final List<Integer> chosen = new ArrayList<>();
        private final List<Long> newPairs = new ArrayList<>();
        private final List<Integer> overBudget = new ArrayList<>();
        private double left;

        Choosing(Open open, long budget) {
            this.open = open;
            left = budget;
        }

        void offer(int rule) {
            double added = open.pairs(rule);
            if (added > left && !chosen.isEmpty()) {
                overBudget.add(rule);
                return;
            }
            chosen.add(rule);
            newPairs.add((long) added);
            left -= added;
            open.take(rule);
        }

        RuleChoice choice(List<Integer> passedOver) {
            return new RuleChoice(chosen, newPairs, overBudget, passedOver);
        }
    }

    /// The pairs that no rule taken finds, by the rules that find them.
    private static final class Open {
        private final Map<Long, long[]> byRules = new HashMap<>();
        private final double weight;

        Open(CandidateSample pairs, double[] probability) {
            weight = pairs.weight();
            for (int pair = 0; pair < pairs.size(); pair++) {
                long[] sums = byRules.computeIfAbsent(pairs.rules(pair), rules -> new long[2]);
                sums[0]++;
                sums[1] += Math.round(probability[pair] * UNIT);
            }
        }

        double pairs(int rule) {
            return weight * sum(rule, 0);
        }

        double matches(int rule) {
            return weight * sum(rule, 1) / UNIT;
        }

        private long sum(int rule, int of) {
            long sum = 0;
            for (Map.Entry<Long, long[]> entry : byRules.entrySet()) {
                sum += (entry.getKey() >>> rule & 1) * entry.getValue()[of];
            }
            return sum;
        }

        void take(int rule) {
            byRules.keySet().removeIf(rules -> (rules >>> rule & 1) != 0);
        }
    }
}
