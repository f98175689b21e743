package org.constancia.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.constancia.linkage.block.BlockingPlan;
import org.constancia.linkage.block.BlockingRecall;
import org.constancia.linkage.block.Partners;
import org.constancia.linkage.cluster.ScoredPairs;
import org.constancia.linkage.model.PatternScorer;
import org.constancia.linkage.record.People;

/// One pass over the candidate pairs of a plan, record by record, by all threads, in portions whose results are
/// put together in their order: what comes out does not depend on who did what. Pairs are never held; what is
/// kept of them is counts, or the likely ones.
final class CandidatePass {
    static final double KEPT_FROM = 0.01;
    private static final int BUCKETS = 101;
    private static final double LIKELY = 0.5;

    /// Records in a portion.
    private static final int PORTION = 1 << 12;

    /// So many pairs tell what a rule yields.
    private static final int ENOUGH = 5000;

    private final BlockingPlan plan;
    private final People people;
    private final PairFilter filter;

    /// Which candidate pairs are compared at all.
    @FunctionalInterface
    interface PairFilter {
        boolean isCompared(int left, int right);
    }

    CandidatePass(BlockingPlan plan, People people, PairFilter filter) {
        this.plan = plan;
        this.people = people;
        this.filter = filter;
    }

    /// The pairs kept, how many were compared, and how many in each hundredth of probability.
    record Scored(ScoredPairs pairs, long candidates, long[] histogram) {}

    /// Takes a pair; `left` is the smaller record, `rule` the first rule that finds it.
    @FunctionalInterface
    private interface PairAction {
        void accept(int left, int right, int rule);
    }

    /// The records whose pairs are looked at. In a sample pairs are found from both their records, so that it
    /// does not matter which of them comes first.
    ///
    /// The array is not changed after it is made.
    ///
    /// @param weight how many pairs one found stands for
    @SuppressWarnings("ArrayRecordComponent")
    private record Records(int[] numbers, boolean sampled, double weight) {}

    /// What a thread works with.
    private record Tools(PatternScorer scorer, Partners partners) {}

    /// Things of which every thread uses one at a time; it does not matter which.
    private static final class Shelf<T> {
        private final Queue<T> free = new ConcurrentLinkedQueue<>();
        private final Supplier<T> source;

        Shelf(Supplier<T> source) {
            this.source = source;
        }

        T take() {
            T found = free.poll();
            return found == null ? source.get() : found;
        }

        void putBack(T used) {
            free.add(used);
        }
    }

    private Records every(int every) {
        return every == 1
                ? new Records(IntStream.range(0, people.size()).toArray(), false, 1)
                : new Records(plan.sample(every), true, every / 2.0);
    }

    /// Works on all portions of the records; the results are in the order of the portions.
    private <T> List<T> portions(
            Records records, Supplier<PatternScorer> scorers, Set<Integer> leftOut, BiFunction<Tools, int[], T> work) {
        Shelf<Tools> shelf = new Shelf<>(() -> new Tools(scorers.get(), plan.partners(leftOut)));
        int count = records.numbers().length;
        return IntStream.rangeClosed(0, count / PORTION)
                .parallel()
                .mapToObj(portion -> {
                    Tools tools = shelf.take();
                    T result = work.apply(
                            tools,
                            Arrays.copyOfRange(
                                    records.numbers(), portion * PORTION, Math.min(count, (portion + 1) * PORTION)));
                    shelf.putBack(tools);
                    return result;
                })
                .toList();
    }

    /// Compares the pairs of one record in `every`.
    SampledPairs sample(Supplier<PatternScorer> scorers, int every) {
        Records records = every(every);
        List<SampledPairs.Portion> parts = portions(records, scorers, Set.of(), (tools, portion) -> {
            SampledPairs.Portion pairs = new SampledPairs.Portion();
            each(
                    tools.partners(),
                    portion,
                    records.sampled(),
                    (left, right, rule) ->
                            pairs.add(left, right, rule, tools.scorer().pattern(left, right)));
            return pairs;
        });
        return new SampledPairs(parts, records.weight());
    }

    /// Scores the pairs of all rules but those left out, and keeps the likely ones.
    Scored score(Supplier<PatternScorer> scorers, Set<Integer> leftOut) {
        List<Scored> parts = portions(every(1), scorers, leftOut, this::score);
        ScoredPairs all = ScoredPairs.of(parts.stream().map(Scored::pairs).toList());
        long candidates = 0;
        long[] histogram = new long[BUCKETS];
        for (Scored part : parts) {
            candidates += part.candidates();
            for (int i = 0; i < histogram.length; i++) {
                histogram[i] += part.histogram()[i];
            }
        }
        return new Scored(all, candidates, histogram);
    }

    /// What a sample of the pairs tells of a plan.
    ///
    /// @param recall which share of the true pairs the plan finds
    /// @param yields for each rule, the expected true pairs among those only it and later rules find, in a pair
    ///     compared; NaN where too few were sampled to tell
    record Estimate(BlockingRecall recall, List<Double> yields) {
        /// The rules that yield less than `least` true pairs in a pair compared.
        Set<Integer> hopeless(double least) {
            return IntStream.range(0, yields.size())
                    .filter(rule -> yields.get(rule) < least)
                    .boxed()
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /// Estimates from a sample of the pairs which share of the true pairs the plan finds, and what each rule
    /// has to do with it.
    Estimate estimate(Supplier<PatternScorer> scorers, SampledPairs sample) {
        Shelf<PatternScorer> shelf = new Shelf<>(scorers);
        List<Yield> parts = sample.portions().parallelStream()
                .map(portion -> {
                    PatternScorer scorer = shelf.take();
                    Yield yield = yieldOf(portion, scorer);
                    shelf.putBack(scorer);
                    return yield;
                })
                .toList();
        Yield sum = new Yield(plan.rules().size());
        parts.forEach(sum::add);
        BlockingRecall recall = new BlockingRecall(
                Arrays.stream(sum.likely).sum() * sample.weight(),
                sum.byOneRule * sample.weight(),
                sum.byTwoRules * sample.weight());
        return new Estimate(recall, sum.ofRules());
    }

    private Yield yieldOf(SampledPairs.Portion portion, PatternScorer scorer) {
        Yield yield = new Yield(plan.rules().size());
        for (int pair = 0; pair < portion.size(); pair++) {
            int left = portion.left(pair);
            int right = portion.right(pair);
            yield.add(
                    portion.rule(pair),
                    scorer.probability(portion.pattern(pair)),
                    () -> plan.rulesFinding(left, right));
        }
        return yield;
    }

    /// What the rules find: likely pairs among all compared, and how many rules find them.
    private static final class Yield {
        final double[] likely;
        final long[] compared;
        double byOneRule;
        double byTwoRules;

        Yield(int rules) {
            likely = new double[rules];
            compared = new long[rules];
        }

        void add(int rule, double probability, IntSupplier rulesFinding) {
            compared[rule]++;
            if (probability >= LIKELY) {
                likely[rule] += probability;
                int finding = rulesFinding.getAsInt();
                byOneRule += finding == 1 ? probability : 0;
                byTwoRules += finding == 2 ? probability : 0;
            }
        }

        void add(Yield other) {
            for (int rule = 0; rule < likely.length; rule++) {
                likely[rule] += other.likely[rule];
                compared[rule] += other.compared[rule];
            }
            byOneRule += other.byOneRule;
            byTwoRules += other.byTwoRules;
        }

        List<Double> ofRules() {
            return IntStream.range(0, likely.length)
                    .mapToObj(rule -> compared[rule] < ENOUGH ? Double.NaN : likely[rule] / compared[rule])
                    .toList();
        }
    }

    private Scored score(Tools tools, int[] portion) {
        ScoredPairs kept = new ScoredPairs();
        long[] histogram = new long[BUCKETS];
        PatternScorer scorer = tools.scorer();
        each(tools.partners(), portion, false, (left, right, rule) -> {
            double probability = scorer.probability(left, right);
            histogram[(int) (probability * 100)]++;
            if (probability >= KEPT_FROM) {
                kept.add(left, right, probability);
            }
        });
        return new Scored(kept, Arrays.stream(histogram).sum(), histogram);
    }

    private void each(Partners partners, int[] records, boolean sampled, PairAction action) {
        for (int record : records) {
            int count = sampled ? partners.findAll(record) : partners.findLater(record);
            int[] found = partners.found();
            people.expect(found, 0, count);
            for (int i = 0; i < count; i++) {
                int left = Math.min(record, found[i]);
                int right = Math.max(record, found[i]);
                if (filter.isCompared(left, right)) {
                    action.accept(left, right, partners.rule(i));
                }
            }
        }
    }
}
