package org.constancia.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.constancia.linkage.block.BlockingPlan;
import org.constancia.linkage.block.PairConsumer;
import org.constancia.linkage.cluster.ScoredPairs;
import org.constancia.linkage.model.PatternCounts;
import org.constancia.linkage.model.PatternScorer;
import org.constancia.linkage.record.People;

/// One pass over the candidate pairs of a plan, by all threads, in portions whose results are put together in their order:
/// what comes out does not depend on who did what. Pairs are never held; what is kept of them is counts, or the likely ones.
final class CandidatePass {
    static final double KEPT_FROM = 0.01;
    private static final int BUCKETS = 101;

    private final BlockingPlan plan;
    private final People people;
    private final boolean acrossListsOnly;

    /// @param acrossListsOnly whether pairs of one list are left out
    CandidatePass(BlockingPlan plan, People people, boolean acrossListsOnly) {
        this.plan = plan;
        this.people = people;
        this.acrossListsOnly = acrossListsOnly;
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

    /// Scores all pairs and keeps the likely ones.
    Scored score(Supplier<PatternScorer> scorers) {
        Shelf<PatternScorer> shelf = new Shelf<>(scorers);
        List<Scored> parts = portions().parallelStream()
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
                if (!acrossListsOnly || people.list(left) != people.list(right)) {
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
