package org.constancia.linkage;

import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.constancia.linkage.block.BlockingPlan;
import org.constancia.linkage.block.BlockingRecall;
import org.constancia.linkage.block.CandidateSample;
import org.constancia.linkage.model.PatternCounts;
import org.constancia.linkage.model.PatternScorer;

/// Candidate pairs of a sample with what comparing them told, so that they are compared once: rules are chosen by
/// them, the model is trained on the patterns of those the chosen rules find, and tells afterwards how much of the true
/// pairs that is.
final class SampledPairs {
    private static final int PORTION = 1 << 12;
    private static final double LIKELY = 0.5;

    private final CandidateSample pairs;
    private final long[] patterns;

    private SampledPairs(CandidateSample pairs, long[] patterns) {
        this.pairs = pairs;
        this.patterns = patterns;
    }

    /// Compares the pairs of a sample, by several threads.
    ///
    /// @param scorers makes what compares pairs, one for each thread
    static SampledPairs compared(CandidateSample pairs, Supplier<PatternScorer> scorers) {
        long[] patterns = new long[pairs.size()];
        each(
                patterns.length,
                scorers,
                (scorer, pair) -> patterns[pair] = scorer.pattern(pairs.left(pair), pairs.right(pair)));
        return new SampledPairs(pairs, patterns);
    }

    /// What is done with one pair.
    @FunctionalInterface
    private interface PairAction {
        void accept(PatternScorer scorer, int pair);
    }

    /// Does something with every pair, by several threads with a scorer each.
    private static void each(int size, Supplier<PatternScorer> scorers, PairAction action) {
        ThreadLocal<PatternScorer> scorer = ThreadLocal.withInitial(scorers);
        IntStream.rangeClosed(0, size / PORTION).parallel().forEach(portion -> {
            PatternScorer own = scorer.get();
            for (int pair = portion * PORTION; pair < Math.min(size, (portion + 1) * PORTION); pair++) {
                action.accept(own, pair);
            }
        });
    }

    /// How often each pattern occurs among the candidate pairs of some rules.
    ///
    /// @param rules their bits, as [CandidateSample#rules] has them
    PatternCounts counts(long rules) {
        PatternCounts counts = new PatternCounts();
        for (int pair = 0; pair < patterns.length; pair++) {
            if ((pairs.rules(pair) & rules) != 0) {
                counts.add(patterns[pair], pairs.weight());
            }
        }
        return counts;
    }

    /// How often each pattern occurs among the candidate pairs of a plan that are compared.
    PatternCounts counts(BlockingPlan plan, CandidatePass.PairFilter filter) {
        PatternCounts counts = new PatternCounts();
        for (int pair = 0; pair < patterns.length; pair++) {
            if (plan.finds(pairs.rules(pair)) && filter.isCompared(pairs.left(pair), pairs.right(pair))) {
                counts.add(patterns[pair], pairs.weight());
            }
        }
        return counts;
    }

    /// The probability of each pair that it is a match.
    double[] probabilities(Supplier<PatternScorer> scorers) {
        double[] probabilities = new double[patterns.length];
        each(patterns.length, scorers, (scorer, pair) -> probabilities[pair] = scorer.probability(patterns[pair]));
        return probabilities;
    }

    /// Which share of the true pairs a plan finds.
    BlockingRecall recall(BlockingPlan plan, double[] probabilities) {
        double found = 0;
        double passedOver = 0;
        double once = 0;
        double twice = 0;
        for (int pair = 0; pair < patterns.length; pair++) {
            if (probabilities[pair] >= LIKELY) {
                double matches = probabilities[pair] * pairs.weight();
                int finding = Long.bitCount(pairs.rules(pair));
                found += plan.finds(pairs.rules(pair)) ? matches : 0;
                passedOver += plan.finds(pairs.rules(pair)) ? 0 : matches;
                once += finding == 1 ? matches : 0;
                twice += finding == 2 ? matches : 0;
            }
        }
        return new BlockingRecall(found, passedOver, once, twice);
    }
}
