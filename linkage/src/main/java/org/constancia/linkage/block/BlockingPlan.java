package org.constancia.linkage.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.constancia.linkage.record.People;

/// The rules of a run with their keys worked out for every record, within a budget of pairs.
///
/// A pair belongs to the first rule that finds it: keys lie record by record in one array, so that "did an
/// earlier rule find it" is a comparison of two short runs of numbers and no set of pairs is ever kept. Rules
/// can therefore be worked on in any order, by any number of threads.
public final class BlockingPlan {
    /// A rule may take this share of what is left of the budget.
    private static final double SHARE = 0.4;

    /// New pairs are counted in one of so many blocks.
    private static final int COUNTED = 32;

    private static final long COUNTED_WHOLE = 500_000;

    /// Rules whose keys are held apart at the same time, before they go into the common array.
    private static final int AT_ONCE = 4;

    /// Entries of blocks in a portion of a rule's work.
    private static final int PORTION = 1 << 18;

    /// Records whose keys are brought near the processor together.
    private static final int EXPECTED = 64;

    /// Integers in a line of the processor's cache.
    private static final int CACHE_LINE = 16;

    /// Takes what was read ahead, so that the reading is not optimised away.
    @SuppressWarnings("unused")
    private volatile int touched;

    private final int size;
    private final int width;
    private final int[] keys;
    private final int[] firstColumn;
    private final RuleBlocks[] blocks;
    private int spareColumns;
    private final List<RuleSummary> rules = new ArrayList<>();

    private BlockingPlan(int size, List<BlockingRule> rules) {
        this.size = size;
        firstColumn = new int[rules.size() + 1];
        blocks = new RuleBlocks[rules.size()];
        int columns =
                rules.stream().mapToInt(rule -> rule.alternatives().size()).sum();
        spareColumns = Math.max(2, rules.size() == 1 ? columns : 0);
        width = columns + spareColumns;
        keys = new int[Math.multiplyExact(size, width)];
    }

    /// Works out a plan.
    ///
    /// The rules are taken in order, and how many new pairs each would add is counted in a sample of its
    /// blocks. A rule that would take too much of what is left of the budget has its biggest blocks refined
    /// until it fits.
    ///
    /// @param rules the rules, the most telling first; those that name a field the table lacks are left out
    /// @param budget how many pairs the rules may find together
    /// @param parallel whether keys are made by several threads; the plan does not depend on it
    public static BlockingPlan of(People people, List<BlockingRule> rules, long budget, boolean parallel) {
        KeyParts parts = new KeyParts(people);
        List<BlockingRule> used = new ArrayList<>();
        for (BlockingRule rule : rules) {
            BlockingRule possible = possible(rule, parts);
            if (!possible.alternatives().isEmpty()) {
                used.add(possible);
            }
        }
        BlockingPlan plan = new BlockingPlan(people.size(), used);
        int[] order = order(people, parts);
        double left = budget;
        for (int from = 0; from < used.size(); from += AT_ONCE) {
            int start = from;
            IntStream numbers = IntStream.range(0, Math.min(AT_ONCE, used.size() - start));
            List<RuleBlocks> natural = (parallel ? numbers.parallel() : numbers)
                    .mapToObj(r -> RuleBlocks.of(keyParts(used.get(start + r), parts), people.size()))
                    .toList();
            for (int r = 0; r < natural.size(); r++) {
                double allowed = Math.max(1000, left * (used.size() == 1 ? 1 : SHARE));
                KeyPart[] refinements = refinements(used.get(start + r), parts);
                left -= plan.add(used.get(start + r), natural.get(r), allowed, refinements, order);
            }
        }
        return plan;
    }

    /// Adds a rule, refined until it brings about `allowed` new pairs at most; returns how many it brings.
    private double add(BlockingRule rule, RuleBlocks ofRule, double allowed, KeyPart[] refinements, int[] order) {
        int number = rules.size();
        long pairs = setBlocks(number, ofRule);
        double added = newPairs(number, pairs < COUNTED_WHOLE ? 1 : COUNTED);
        added = Math.max(added, ofRule.pairsOfBiggestBlock() > allowed / 2 ? ofRule.pairsOfBiggestBlock() : 0);
        if (added > allowed) {
            ofRule.refine(refinements, (long) (pairs * allowed / added));
            pairs = ofRule.pairs();
            if (pairs > 3 * allowed || ofRule.pairsOfBiggestBlock() > allowed / 2) {
                int cap = (int) Math.clamp(2 * (long) allowed / Math.max(1, size), 10, 1000);
                int before = ofRule.width();
                ofRule.cut(cap, order, before + spareColumns);
                spareColumns -= ofRule.width() - before;
            }
            pairs = setBlocks(number, ofRule);
            added = newPairs(number, pairs < COUNTED_WHOLE ? 1 : COUNTED);
        }
        rules.add(new RuleSummary(rule.text(), pairs, (long) added, ofRule.biggestBlock(), ofRule.refinedBlocks()));
        return added;
    }

    /// Puts the keys of a rule behind those of the rules before it; returns how many pairs its blocks hold.
    private long setBlocks(int rule, RuleBlocks ofRule) {
        blocks[rule] = ofRule;
        firstColumn[rule + 1] = firstColumn[rule] + ofRule.width();
        ofRule.writeKeys(keys, width, firstColumn[rule]);
        return ofRule.pairs();
    }

    /// Pairs the rule is the first to find, counted in one of `every` blocks.
    private double newPairs(int rule, int counted) {
        long[] found = new long[1];
        int every = size < 10_000 ? 1 : counted;
        forEachPair(rule, every, (left, right) -> found[0]++);
        return (double) found[0] * every;
    }

    private static BlockingRule possible(BlockingRule rule, KeyParts parts) {
        return new BlockingRule(
                rule.text(),
                rule.alternatives().stream()
                        .filter(key ->
                                key.stream().allMatch(part -> parts.find(part).isPresent()))
                        .toList());
    }

    private static List<KeyPart[]> keyParts(BlockingRule rule, KeyParts parts) {
        return rule.alternatives().stream()
                .map(key ->
                        key.stream().map(part -> parts.find(part).orElseThrow()).toArray(KeyPart[]::new))
                .toList();
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

    /// Whether every record is compared with every other: one rule, one block.
    public boolean isWhole() {
        return blocks.length == 1 && blocks[0].blocks() == 1 && blocks[0].biggestBlock() == size;
    }

    /// How many portions the pairs of a rule come in, so that several threads can share one rule's work.
    public int portions(int rule) {
        return 1 + blocks[rule].members().length / PORTION;
    }

    /// Gives every pair of a portion of a rule's blocks that the rule is the first to find to `consumer`, in
    /// a fixed order.
    ///
    /// @param every take the first of so many blocks; blocks stand in the order of their keys, which is no order
    public void forEachPair(int rule, int portion, int every, PairConsumer consumer) {
        RuleBlocks ofRule = blocks[rule];
        int all = portions(rule);
        int taken = (int) (((long) ofRule.blocks() + every - 1) / every);
        int until = (int) ((long) taken * (portion + 1) / all);
        int expected = 0;
        for (int block = (int) ((long) taken * portion / all); block < until; block++) {
            if (ofRule.from(block) >= expected) {
                int last = block;
                while (last + 1 < until && ofRule.to(last + 1) - ofRule.from(block) <= EXPECTED) {
                    last++;
                }
                expected = ofRule.to(last);
                int near = Math.min(expected, ofRule.from(block) + EXPECTED);
                expect(ofRule.members(), ofRule.from(block), near);
                consumer.expect(ofRule.members(), ofRule.from(block), near);
            }
            forEachPair(rule, ofRule, block, consumer);
        }
    }

    private void expect(int[] members, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            int row = members[i] * width;
            for (int column = 0; column < width; column += CACHE_LINE) {
                sum += keys[row + column];
            }
        }
        touched = sum;
    }

    private void forEachPair(int rule, RuleBlocks ofRule, int block, PairConsumer consumer) {
        int[] members = ofRule.members();
        int key = ofRule.key(block);
        int to = ofRule.to(block);
        for (int i = ofRule.from(block); i < to - 1; i++) {
            int one = members[i];
            for (int j = i + 1; j < to; j++) {
                int other = members[j];
                if (one != other && isFirst(rule, key, one, other)) {
                    consumer.accept(Math.min(one, other), Math.max(one, other));
                }
            }
        }
    }

    /// As [#forEachPair(int, int, int, PairConsumer)], for all portions.
    public void forEachPair(int rule, int every, PairConsumer consumer) {
        for (int portion = 0; portion < portions(rule); portion++) {
            forEachPair(rule, portion, every, consumer);
        }
    }

    /// Gives every pair that rule `rule` is the first to find to `consumer`, in a fixed order.
    public void forEachPair(int rule, PairConsumer consumer) {
        forEachPair(rule, 1, consumer);
    }

    /// How many rules find a pair.
    public int rulesFinding(int one, int other) {
        int found = 0;
        for (int rule = 0; rule < blocks.length; rule++) {
            found += common(one * width, other * width, firstColumn[rule], firstColumn[rule + 1], Integer.MAX_VALUE)
                    ? 1
                    : 0;
        }
        return found;
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
