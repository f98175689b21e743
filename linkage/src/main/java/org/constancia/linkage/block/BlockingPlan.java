package org.constancia.linkage.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.constancia.linkage.record.People;

/// The rules of a run with their keys worked out for every record, within a budget of pairs.
///
/// A pair belongs to the first rule that finds it: keys lie record by record in one array, so that "did an earlier rule
/// find it" is a comparison of two short runs of numbers and no set of pairs is ever kept. Rules can therefore be
/// worked on
/// in any order, by any number of threads.
public final class BlockingPlan {
    private final int size;
    private final int width;
    private final int[] keys;
    private final int[] firstColumn;
    private final List<RuleSummary> rules = new ArrayList<>();

    private BlockingPlan(int size, List<BlockingRule> used, List<RuleKeys> ruleKeys) {
        this.size = size;
        firstColumn = new int[ruleKeys.size() + 1];
        for (int r = 0; r < ruleKeys.size(); r++) {
            RuleKeys rule = ruleKeys.get(r);
            firstColumn[r + 1] = firstColumn[r] + rule.width();
            rules.add(new RuleSummary(used.get(r).text(), rule.pairs(), rule.biggestBlock(), rule.refinedBlocks()));
        }
        width = firstColumn[ruleKeys.size()];
        keys = new int[Math.multiplyExact(size, width)];
        for (int r = 0; r < ruleKeys.size(); r++) {
            for (int a = 0; a < ruleKeys.get(r).width(); a++) {
                for (int record = 0; record < size; record++) {
                    keys[record * width + firstColumn[r] + a] = ruleKeys.get(r).key(a, record);
                }
            }
        }
    }

    /// Works out a plan.
    ///
    /// @param rules the rules, the most telling first; rules that name a field the table lacks are left out
    /// @param budget how many pairs the rules may find together; each rule gets an equal share of what those before
    it left
    /// @param parallel whether rules are worked out by several threads; the plan does not depend on it
    public static BlockingPlan of(People people, List<BlockingRule> rules, long budget, boolean parallel) {
        KeyParts parts = new KeyParts(people);
        List<BlockingRule> used = new ArrayList<>();
        for (BlockingRule rule : rules) {
            BlockingRule possible = possible(rule, parts);
            if (!possible.alternatives().isEmpty()) {
                used.add(possible);
            }
        }
        int[] order = order(people, parts);
        long share = Math.max(1000, budget / Math.max(1, used.size()));
        IntStream numbers = IntStream.range(0, used.size());
        List<RuleKeys> keys = (parallel ? numbers.parallel() : numbers)
                .mapToObj(r -> keys(used.get(r), parts, people.size(), share, order))
                .toList();
        return new BlockingPlan(people.size(), used, keys);
    }

    private static BlockingRule possible(BlockingRule rule, KeyParts parts) {
        return new BlockingRule(
                rule.text(),
                rule.alternatives().stream()
                        .filter(key ->
                                key.stream().allMatch(part -> parts.find(part).isPresent()))
                        .toList());
    }

    private static RuleKeys keys(BlockingRule rule, KeyParts parts, int size, long share, int[] order) {
        int[][] keys = new int[rule.alternatives().size()][size];
        for (int a = 0; a < keys.length; a++) {
            KeyPart[] key = rule.alternatives().get(a).stream()
                    .map(part -> parts.find(part).orElseThrow())
                    .toArray(KeyPart[]::new);
            for (int record = 0; record < size; record++) {
                keys[a][record] = key(key, record);
                for (int earlier = 0; earlier < a; earlier++) {
                    if (keys[a][record] == keys[earlier][record]) {
                        keys[a][record] = 0;
                    }
                }
            }
        }
        RuleKeys ruleKeys = new RuleKeys(keys);
        ruleKeys.refine(refinements(rule, parts), share);
        if (ruleKeys.pairs() > 2 * share) {
            ruleKeys.cut((int) Math.max(20, Math.min(2000, 2 * share / Math.max(1, size))), order);
        }
        return ruleKeys;
    }

    private static int key(KeyPart[] parts, int record) {
        int key = 17;
        for (KeyPart part : parts) {
            int value = part.of(record);
            if (value == 0) {
                return 0;
            }
            key = KeyParts.mixed(key * 31 + value);
        }
        return key;
    }

    /// Parts that can split a block of the rule: those it does not use already.
    private static KeyPart[] refinements(BlockingRule rule, KeyParts parts) {
        List<KeyPart> refinements = new ArrayList<>();
        for (String name :
                List.of("surname[2]", "given[1]", "department", "event.year", "birth.year", "given", "surname")) {
            boolean usedAlready = rule.alternatives().stream()
                    .flatMap(List::stream)
                    .anyMatch(part -> part.startsWith(name.replaceAll("[\\[.].*", "")));
            Optional<KeyPart> part = parts.find(name);
            if (!usedAlready && part.isPresent()) {
                refinements.add(part.get());
            }
        }
        return refinements.toArray(KeyPart[]::new);
    }

    /// Numbers that put records alike in many respects beside each other, for blocks that no part splits.
    private static int[] order(People people, KeyParts parts) {
        int[] order = new int[people.size()];
        KeyPart surname = parts.find("surname").orElse(record -> 0);
        KeyPart given = parts.find("given").orElse(record -> 0);
        for (int record = 0; record < order.length; record++) {
            order[record] = (surname.of(record) & 0xffff0000) | (given.of(record) >>> 16);
        }
        return order;
    }

    public List<RuleSummary> rules() {
        return List.copyOf(rules);
    }

    /// Gives every pair that rule `rule` is the first to find to `consumer`, in a fixed order.
    public void forEachPair(int rule, PairConsumer consumer) {
        long[] entries = entries(rule);
        for (int from = 0; from < entries.length; ) {
            int to = RuleKeys.blockEnd(entries, from);
            for (int i = from; i < to - 1; i++) {
                int one = (int) entries[i];
                for (int j = i + 1; j < to; j++) {
                    int other = (int) entries[j];
                    if (one != other && isFirst(rule, (int) (entries[from] >>> 32), one, other)) {
                        consumer.accept(Math.min(one, other), Math.max(one, other));
                    }
                }
            }
            from = to;
        }
    }

    private long[] entries(int rule) {
        int[][] columns = new int[firstColumn[rule + 1] - firstColumn[rule]][size];
        for (int a = 0; a < columns.length; a++) {
            for (int record = 0; record < size; record++) {
                columns[a][record] = keys[record * width + firstColumn[rule] + a];
            }
        }
        return new RuleKeys(columns).sorted();
    }

    /// Whether no earlier rule, and no smaller key of this rule, finds the pair.
    private boolean isFirst(int rule, int key, int one, int other) {
        int left = one * width;
        int right = other * width;
        for (int earlier = 0; earlier < rule; earlier++) {
            int from = firstColumn[earlier];
            int to = firstColumn[earlier + 1];
            if (to - from == 1) {
                int value = keys[left + from];
                if (value != 0 && value == keys[right + from]) {
                    return false;
                }
            } else if (common(left, right, from, to, Integer.MAX_VALUE)) {
                return false;
            }
        }
        int from = firstColumn[rule];
        int to = firstColumn[rule + 1];
        return to - from == 1 || !common(left, right, from, to, key);
    }

    /// Whether the two records share a key below `limit` in the columns of a rule.
    private boolean common(int left, int right, int from, int to, int limit) {
        for (int a = from; a < to; a++) {
            int value = keys[left + a];
            if (value == 0 || (limit != Integer.MAX_VALUE && value >= limit)) {
                continue;
            }
            for (int b = from; b < to; b++) {
                if (value == keys[right + b]) {
                    return true;
                }
            }
        }
        return false;
    }
}
