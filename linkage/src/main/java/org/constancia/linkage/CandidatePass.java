package org.constancia.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.constancia.linkage.block.BlockingPlan;
import org.constancia.linkage.block.Partners;
import org.constancia.linkage.cluster.ScoredPairs;
import org.constancia.linkage.model.PatternScorer;
import org.constancia.linkage.record.People;

/// One pass over the candidate pairs of a plan, record by record, by all threads, in portions whose results are
/// put together in their order: what comes out does not depend on who did what. Pairs are never held; what is
/// kept of them is counts, and the likely ones.
final class CandidatePass {
    static final double KEPT_FROM = 0.01;
    private static final int BUCKETS = 101;

    /// Records in a portion.
    private static final int PORTION = 1 << 12;

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

    /// What a thread works with.
    private record Tools(PatternScorer scorer, Partners partners) {}

    /// Scores all pairs and keeps the likely ones.
    Scored score(Supplier<PatternScorer> scorers) {
        Queue<Tools> free = new ConcurrentLinkedQueue<>();
        int size = people.size();
        List<Scored> parts = IntStream.rangeClosed(0, size / PORTION)
                .parallel()
                .mapToObj(portion -> {
                    Tools found = free.poll();
                    Tools tools = found == null ? new Tools(scorers.get(), plan.partners()) : found;
                    Scored scored = score(tools, portion * PORTION, Math.min(size, (portion + 1) * PORTION));
                    free.add(tools);
                    return scored;
                })
                .toList();
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

    private Scored score(Tools tools, int from, int to) {
        ScoredPairs kept = new ScoredPairs();
        long[] histogram = new long[BUCKETS];
        for (int left = from; left < to; left++) {
            int count = tools.partners().findLater(left);
            int[] found = tools.partners().found();
            people.expect(found, 0, count);
            for (int i = 0; i < count; i++) {
                if (filter.isCompared(left, found[i])) {
                    double probability = tools.scorer().probability(left, found[i]);
                    histogram[(int) (probability * 100)]++;
                    if (probability >= KEPT_FROM) {
                        kept.add(left, found[i], probability);
                    }
                }
            }
        }
        return new Scored(kept, Arrays.stream(histogram).sum(), histogram);
    }
}
