package org.constancia.linkage.block;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.constancia.linkage.record.People;

/// Tries many rules on a sample of the records, without making their blocks for all of them, so that those
/// worth their pairs can be chosen: learned conjunctions, as Michelson and Knoblock, "Learning blocking
/// schemes for record linkage" (AAAI 2006), and Bilenko, Kamath and Mooney, "Adaptive blocking" (ICDM 2006)
/// select them, but without labels.
///
/// Of each rule only the blocks are made that hold a record of the sample; they are whole, so that what a
/// rule finds for these records is what it finds in a run. A rule that would take more than a share of the
/// budget of pairs has its biggest blocks refined. Nothing depends on the order of the records or on threads.
public final class RuleScout {
    /// The most rules tried, versions with smaller blocks included; which of them find a pair is told by the
    /// bits of a `long`.
    public static final int MOST_RULES = Long.SIZE;

    /// A rule may take this share of the budget, or more where there are few.
    private static final double SHARE = 0.15;

    /// Pairs a record of a rule with small blocks.
    private static final double PAIRS_OF_SMALL_BLOCKS = 0.4;

    private static final int SHORTEST_RUN = 10;
    private static final int LONGEST_RUN = 1000;

    private final People people;
    private final KeyParts parts;
    private final RecordSample sample;
    private final SparseNumbers numberInSample;
    private final int rules;

    /// The rules, then versions of them with smaller blocks.
    private final List<ScoutedRule> scouted;

    private final CandidateSample pairs;

    private RuleScout(People people, List<BlockingRule> wanted, List<BlockingRule> searching, long budget) {
        this.people = people;
        parts = new KeyParts(people);
        sample = RecordSample.of(people);
        numberInSample = sample.numbered(people.size());
        List<BlockingRule> usual = possible(wanted);
        List<BlockingRule> possible = Stream.concat(usual.stream(), possible(searching).stream())
                .limit(MOST_RULES)
                .toList();
        parts.prepare(possible);
        double allowed = budget * Math.max(SHARE, 1.0 / possible.size());
        List<List<ScoutedRule>> versions =
                possible.parallelStream().map(rule -> scout(rule, allowed)).toList();
        rules = Math.min(usual.size(), MOST_RULES);
        scouted = Stream.concat(
                        versions.stream().map(List::getFirst),
                        versions.stream().flatMap(ofRule -> ofRule.stream().skip(1)))
                .limit(MOST_RULES)
                .toList();
        pairs = CandidateSample.of(
                sample, scouted.stream().map(ScoutedRule::partners).toList());
    }

    private List<BlockingRule> possible(List<BlockingRule> rules) {
        return rules.stream()
                .map(parts::possible)
                .filter(rule -> !rule.alternatives().isEmpty())
                .toList();
    }

    /// Tries rules.
    ///
    /// @param rules those that name a field the table lacks are left out, and those beyond [#MOST_RULES]
    /// @param searching further rules, which [#inOrder] and [#withinBudget] do not look at
    /// @param budget how many pairs the rules may find together
    public static RuleScout of(People people, List<BlockingRule> rules, List<BlockingRule> searching, long budget) {
        return new RuleScout(people, rules, searching, budget);
    }

    /// A rule as it is, or as its share of the budget wants it, and once more with smaller blocks where those
    /// of the first hold many pairs: the pairs of big blocks are seldom true.
    private List<ScoutedRule> scout(BlockingRule rule, double allowed) {
        RuleBlocks blocks = RuleBlocks.around(sample.records(), parts.keys(rule), people.size());
        List<ScoutedRule.Refinement> refinements = new ArrayList<>();
        Membership places = refined(rule, blocks, allowed, refinements);
        int runs = 0;
        double pairs = pairs(places.sizes());
        if (pairs > allowed) {
            runs = (int) Math.clamp(2 * (long) allowed / Math.max(1, people.size()), SHORTEST_RUN, LONGEST_RUN);
            blocks.cut(runs, parts.order());
            places = places(blocks);
        }
        List<ScoutedRule> versions = new ArrayList<>();
        versions.add(new ScoutedRule(rule, refinements, runs, partners(places)));
        double small = PAIRS_OF_SMALL_BLOCKS * people.size();
        if (runs == 0 && !rule.text().equals(KeyParts.EVERYBODY) && pairs > 2 * small) {
            places = refined(rule, blocks, small, refinements);
            versions.add(new ScoutedRule(rule, refinements, 0, partners(places)));
        }
        return versions;
    }

    /// Splits the biggest blocks by one part after the other until all hold what is allowed; adds the parts
    /// to those of before, and returns the places the sample has in the end.
    private Membership refined(
            BlockingRule rule, RuleBlocks blocks, double allowed, List<ScoutedRule.Refinement> refinements) {
        Membership places = places(blocks);
        for (String name : parts.refinements(rule)) {
            int[] sizes = places.sizes();
            if (pairs(sizes) <= allowed) {
                break;
            }
            int cap = capFor(allowed, sizes);
            blocks.refineAround(numberInSample, parts.get(name), cap);
            refinements.add(new ScoutedRule.Refinement(name, cap));
            places = places(blocks);
        }
        return places;
    }

    private Membership places(RuleBlocks blocks) {
        return blocks.blocksOf(numberInSample, sample.records().length);
    }

    /// About how many pairs are in all blocks.
    ///
    /// @param sizes how many places the records of the sample have in blocks of each size
    private double pairs(int[] sizes) {
        double pairs = 0;
        for (int count = 2; count < sizes.length; count++) {
            pairs += (double) sizes[count] * (count - 1);
        }
        return pairs * sample.every() / 2;
    }

    /// The largest block size up to which all blocks together stay within half of what is allowed.
    private int capFor(double allowed, int[] sizes) {
        double sum = 0;
        for (int count = 2; count < sizes.length; count++) {
            sum += (double) sizes[count] * (count - 1) * sample.every() / 2;
            if (sum > allowed / 2) {
                return Math.max(2, count - 1);
            }
        }
        return sizes.length;
    }

    private int[][] partners(Membership places) {
        int[] records = sample.records();
        int[][] partners = new int[records.length][];
        PartnerSet found = new PartnerSet(people.size());
        for (int i = 0; i < records.length; i++) {
            places.addOthers(i, records[i], found);
            partners[i] = found.toArray();
            found.clear();
        }
        return partners;
    }

    /// The pairs found, with the rules that find each.
    public CandidateSample pairs() {
        return pairs;
    }

    /// The bits of the rules the budget reaches for, taken in their order.
    public long withinBudget(long budget) {
        return RuleChoice.inOrder(pairs, rules, budget).bits();
    }

    /// The plan of all rules in their order, as far as the budget reaches.
    public BlockingPlan inOrder(long budget) {
        return plan(RuleChoice.inOrder(pairs, rules, budget));
    }

    /// The plan of the rules that find the most true pairs at the least cost; none is taken for less than
    /// `leastYield` true pairs in a pair compared.
    ///
    /// @param probability of each of [#pairs()], that it is a match
    public BlockingPlan best(double[] probability, double leastYield, long budget) {
        return plan(RuleChoice.best(pairs, probability, scouted.size(), people.size(), leastYield, budget));
    }

    private BlockingPlan plan(RuleChoice choice) {
        parts.forgetAllBut(
                choice.chosen().stream().map(rule -> scouted.get(rule).rule()).toList());
        return new BlockingPlan(people.size(), parts, choice, scouted);
    }
}
