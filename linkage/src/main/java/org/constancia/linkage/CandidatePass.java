package org.constancia.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.constancia.linkage.block.BlockingPlan;
import org.constancia.linkage.block.BlockingRecall;
import org.constancia.linkage.block.PairConsumer;
import org.constancia.linkage.cluster.ScoredPairs;
import org.constancia.linkage.model.PatternCounts;
import org.constancia.linkage.model.PatternScorer;
import org.constancia.linkage.record.People;

/// One pass over the candidate pairs of a plan, by all threads, in portions whose results are put together in
/// their order: what comes out does not depend on who did what. Pairs are never held; what is kept of them is
/// counts, or the likely ones.
final class CandidatePass {
    static final double KEPT_FROM = 0.01;
    private static final int BUCKETS = 101;
    private static final double LIKELY = 0.5;

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

    private record Portion(int rule, int number) {}

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

    private List<Portion> portions() {
        List<Portion> portions = new ArrayList<>();
        for (int rule = 0; rule < plan.rules().size(); rule++) {
            for (int number = 0; number < plan.portions(rule); number++) {
                portions.add(new Portion(rule, number));
            }
        }
        return portions;
    }

    /// Counts the patterns of the pairs of one block in `every`, each standing for so many.
    PatternCounts sample(Supplier<PatternScorer> scorers, int every) {
        Shelf<PatternScorer> shelf = new Shelf<>(scorers);
        List<PatternCounts> parts = portions().parallelStream()
                .map(portion -> {
                    PatternScorer scorer = shelf.take();
                    PatternCounts counts = new PatternCounts();
                    each(portion, every, (left, right) -> counts.add(scorer.pattern(left, right), every));
                    shelf.putBack(scorer);
                    return counts;
                })
                .toList();
        PatternCounts counts = new PatternCounts();
        parts.forEach(counts::addAll);
        return counts;
    }

    /// Scores the pairs of all rules but those left out, and keeps the likely ones.
    Scored score(Supplier<PatternScorer> scorers, Set<Integer> leftOut) {
        Shelf<PatternScorer> shelf = new Shelf<>(scorers);
        List<Scored> parts = portions().parallelStream()
                .filter(portion -> !leftOut.contains(portion.rule()))
                .map(portion -> {
                    PatternScorer scorer = shelf.take();
                    Scored scored = score(portion, scorer);
                    shelf.putBack(scorer);
                    return scored;
                })
                .toList();
        ScoredPairs all = new ScoredPairs();
        long candidates = 0;
        long[] histogram = new long[BUCKETS];
        for (Scored part : parts) {
            all.addAll(part.pairs());
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

    /// Estimates from the pairs of one block in `every` which share of the true pairs the plan finds, and what
    /// each rule has to do with it.
    Estimate estimate(Supplier<PatternScorer> scorers, int every) {
        Shelf<PatternScorer> shelf = new Shelf<>(scorers);
        List<Portion> portions = portions();
        List<double[]> parts = portions.parallelStream()
                .map(portion -> {
                    PatternScorer scorer = shelf.take();
                    double[] found = new double[4];
                    each(portion, every, (left, right) -> {
                        double probability = scorer.probability(left, right);
                        found[3]++;
                        if (probability >= LIKELY) {
                            found[0] += probability;
                            int rules = plan.rulesFinding(left, right);
                            found[1] += rules == 1 ? probability : 0;
                            found[2] += rules == 2 ? probability : 0;
                        }
                    });
                    shelf.putBack(scorer);
                    return found;
                })
                .toList();
        double[] sum = new double[3];
        parts.forEach(part -> Arrays.setAll(sum, i -> sum[i] + part[i] * every));
        return new Estimate(new BlockingRecall(sum[0], sum[1], sum[2]), yields(portions, parts));
    }

    private List<Double> yields(List<Portion> portions, List<double[]> parts) {
        double[] found = new double[plan.rules().size()];
        double[] compared = new double[found.length];
        for (int i = 0; i < parts.size(); i++) {
            found[portions.get(i).rule()] += parts.get(i)[0];
            compared[portions.get(i).rule()] += parts.get(i)[3];
        }
        return IntStream.range(0, found.length)
                .mapToObj(rule -> compared[rule] < ENOUGH ? Double.NaN : found[rule] / compared[rule])
                .toList();
    }

    private Scored score(Portion portion, PatternScorer scorer) {
        ScoredPairs kept = new ScoredPairs();
        long[] histogram = new long[BUCKETS];
        each(portion, 1, (left, right) -> {
            double probability = scorer.probability(left, right);
            histogram[(int) (probability * 100)]++;
            if (probability >= KEPT_FROM) {
                kept.add(left, right, probability);
            }
        });
        return new Scored(kept, Arrays.stream(histogram).sum(), histogram);
    }

    private void each(Portion portion, int every, PairConsumer consumer) {
        plan.forEachPair(portion.rule(), portion.number(), every, new PairConsumer() {
            @Override
            public void accept(int left, int right) {
                if (filter.isCompared(left, right)) {
                    consumer.accept(left, right);
                }
            }

            @Override
            public void expect(int[] records, int from, int to) {
                people.expect(records, from, to);
            }
        });
    }
}
