package org.constancia.linkage.block;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.constancia.linkage.record.People;

/// The rules of a run with the blocks they make, within a budget of pairs.
///
/// Pairs are found record by record with [Partners]: a pair belongs to the first rule that finds it, and no set
/// of pairs is ever kept. Records can therefore be worked on in any order, by any number of threads.
public final class BlockingPlan {
    /// A rule may take this share of what is left of the budget.
    private static final double SHARE = 0.4;

    /// Of so many pairs in the blocks of a rule one at least is taken to be new.
    private static final double MOST_KNOWN = 3;

    /// How often a rule is refined and counted again at most.
    private static final int ROUNDS = 3;

    /// New pairs are counted on about so many records, but on one in [#LEAST_COUNTED] at least.
    private static final int COUNTED = 30_000;

    private static final int LEAST_COUNTED = 32;

    /// Rules whose blocks are made ahead, each by one thread, in a table of up to [#MANY] records. The rules of
    /// greater tables are made by several threads each, so that fewer are held at once.
    private static final int AHEAD = 3;

    private static final int MANY = 4_000_000;

    private final People people;
    private final int size;
    private final PlacedBlocks[] blocks;
    private final NewPairCount newPairs;
    private final int[] order;
    private final boolean whole;
    private int spareColumns;
    private double left;
    private final List<RuleSummary> rules = new ArrayList<>();

    private BlockingPlan(People people, List<BlockingRule> used, KeyParts parts, double budget, Executor executor) {
        this.people = people;
        size = people.size();
        blocks = new PlacedBlocks[used.size()];
        spareColumns =
                Math.max(2, used.size() == 1 ? used.getFirst().alternatives().size() : 0);
        int every = Math.clamp(size / COUNTED, 1, LEAST_COUNTED);
        newPairs = new NewPairCount(sample(every), every, size);
        order = order(people, parts);
        left = budget;
        boolean oneBlock = false;
        int mostAhead = size > MANY ? 2 : AHEAD;
        Deque<CompletableFuture<RuleBlocks>> ahead = new ArrayDeque<>();
        CompletableFuture<Void> placing = CompletableFuture.completedFuture(null);
        for (int rule = 0; rule < used.size(); rule++) {
            while (ahead.size() < mostAhead && rule + ahead.size() < used.size()) {
                List<KeyPart[]> keys = keyParts(used.get(rule + ahead.size()), parts);
                ahead.add(CompletableFuture.supplyAsync(() -> RuleBlocks.of(keys, size), executor));
            }
            RuleBlocks ofRule = ahead.remove().join();
            oneBlock = ofRule.blocks() == 1 && ofRule.biggestBlock() == size;
            double allowed = Math.max(1000, left * (used.size() == 1 ? 1 : SHARE));
            RuleBlocks added = add(used.get(rule), ofRule, allowed, refinements(used.get(rule), parts));
            forget(used.get(rule), used.subList(rule + 1, used.size()), parts);
            int number = rule;
            placing.join();
            placing = CompletableFuture.runAsync(() -> blocks[number] = added.placed(), executor);
        }
        placing.join();
        whole = used.size() == 1 && oneBlock && rules.getFirst().refinedBlocks() == 0;
    }

    /// Works out a plan.
    ///
    /// The rules are taken in order, and how many new pairs each would add is counted on a sample of records. A
    /// rule that would take too much of what is left of the budget has its biggest blocks refined until it fits.
    ///
    /// @param rules the rules, the most telling first; those that name a field the table lacks are left out
    /// @param budget how many pairs the rules may find together
    /// @param parallel whether blocks are made by several threads; the plan does not depend on it
    public static BlockingPlan of(People people, List<BlockingRule> rules, long budget, boolean parallel) {
        KeyParts parts = new KeyParts(people);
        List<BlockingRule> used = rules.stream()
                .map(rule -> possible(rule, parts))
                .filter(rule -> !rule.alternatives().isEmpty())
                .toList();
        return new BlockingPlan(people, used, parts, budget, parallel ? ForkJoinPool.commonPool() : Runnable::run);
    }

    /// Gives back the parts of a rule that no later one uses.
    private static void forget(BlockingRule rule, List<BlockingRule> later, KeyParts parts) {
        Set<String> needed = later.stream()
                .flatMap(other -> other.alternatives().stream())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        rule.alternatives().stream()
                .flatMap(List::stream)
                .filter(part -> !needed.contains(part))
                .forEach(part -> parts.find(part).ifPresent(KeyPart::forget));
    }

    /// Adds a rule, refined until it brings about `allowed` new pairs at most; returns the blocks that are
    /// followed. A rule that brings more than is left of the budget, however it is refined, is left out.
    private RuleBlocks add(BlockingRule rule, RuleBlocks ofRule, double allowed, KeyPart[] refinements) {
        double biggest = ofRule.pairsOfBiggestBlock();
        boolean uncounted = biggest > allowed / 2;
        int spareBefore = spareColumns;
        NewPairCount.Counted counted = uncounted
                ? new NewPairCount.Counted(Math.max(biggest, ofRule.pairs() / MOST_KNOWN), new int[0][])
                : newPairs.count(ofRule);
        for (int round = 0; round < ROUNDS && (uncounted || counted.pairs() > allowed * (1 + round)); round++) {
            if (counted.pairs() > allowed) {
                ofRule.refine(refinements, (long) (ofRule.pairs() * allowed / counted.pairs()));
            }
            if (ofRule.pairs() > MOST_KNOWN * allowed || ofRule.pairsOfBiggestBlock() > allowed / 2) {
                int cap = (int) Math.clamp(2 * (long) allowed / Math.max(1, size), 10, 1000);
                int before = ofRule.width();
                ofRule.cut(cap, order, before + spareColumns);
                spareColumns -= ofRule.width() - before;
            }
            counted = newPairs.count(ofRule);
            uncounted = false;
        }
        boolean overBudget = !rules.isEmpty() && counted.pairs() > left;
        rules.add(new RuleSummary(
                rule.text(),
                ofRule.pairs(),
                overBudget ? 0 : (long) counted.pairs(),
                ofRule.biggestBlock(),
                ofRule.refinedBlocks(),
                overBudget));
        if (overBudget) {
            spareColumns = spareBefore;
            return RuleBlocks.none(size);
        }
        newPairs.keep(counted);
        left -= counted.pairs();
        return ofRule;
    }

    /// One record in `every`, told by their ids, whatever the order of the records.
    public int[] sample(int every) {
        return IntStream.range(0, size)
                .filter(record -> every == 1 || Math.floorMod(KeyParts.mixed(people.idHash(record)), every) == 0)
                .toArray();
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
        return whole;
    }

    /// What finds the pairs of all rules but those left out; every thread has its own.
    public Partners partners(Set<Integer> leftOut) {
        return new Partners(blocks, size, leftOut);
    }

    /// How many rules find a pair.
    public int rulesFinding(int one, int other) {
        int found = 0;
        for (PlacedBlocks rule : blocks) {
            found += rule.finds(one, other) ? 1 : 0;
        }
        return found;
    }
}
