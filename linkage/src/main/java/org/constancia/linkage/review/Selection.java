package org.constancia.linkage.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Chooses the pairs whose review teaches most.
///
/// Half of them are the most uncertain ones; a quarter are doubtful pairs of relatives (the surnames agree,
/// the given names do not), where the model is weakest; a quarter are drawn at random from bands of
/// probability, so that precision and recall can be estimated from the same review. They are shuffled, and
/// shown without the probability: reviewers judge blind.
public final class Selection {
    private static final double[] BANDS = {0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1.01};

    private Selection() {}

    /// Tells whether a pair, by its number, looks like two relatives.
    @FunctionalInterface
    public interface Relatives {
        boolean areLikely(int pair);
    }

    /// The numbers of the chosen pairs in the order in which to show them.
    ///
    /// @param pairs how many scored pairs there are
    /// @param probability the probability of each
    /// @param done pairs that were reviewed already
    /// @param count how many to choose
    public static List<Integer> choose(
            int pairs, IntToDoubleFunction probability, Relatives relatives, Set<Integer> done, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> open = new ArrayList<>();
        IntStream.range(0, pairs).filter(pair -> !done.contains(pair)).forEach(open::add);
        Set<Integer> chosen = new HashSet<>();
        List<Integer> result = new ArrayList<>();
        List<Integer> uncertain = new ArrayList<>(open);
        uncertain.sort(Comparator.comparingDouble((Integer pair) -> Math.abs(probability.applyAsDouble(pair) - 0.5))
                .thenComparingInt(pair -> pair));
        take(uncertain, count / 2, chosen, result);
        List<Integer> family = uncertain.stream()
                .filter(pair -> Math.abs(probability.applyAsDouble(pair) - 0.5) < 0.49)
                .filter(pair -> relatives.areLikely(pair))
                .toList();
        take(family, count / 4, chosen, result);
        List<List<Integer>> bands = new ArrayList<>();
        for (int band = 0; band + 1 < BANDS.length; band++) {
            double low = BANDS[band];
            double high = BANDS[band + 1];
            List<Integer> inBand = new ArrayList<>(open.stream()
                    .filter(pair -> probability.applyAsDouble(pair) >= low && probability.applyAsDouble(pair) < high)
                    .toList());
            shuffle(inBand, random);
            bands.add(inBand);
        }
        int each = Math.max(1, (count - result.size()) / bands.size());
        bands.forEach(band -> take(band, Math.min(each, count - result.size()), chosen, result));
        take(uncertain, count - result.size(), chosen, result);
        shuffle(result, random);
        return List.copyOf(result);
    }

    private static void take(List<Integer> from, int count, Set<Integer> chosen, List<Integer> result) {
        int taken = 0;
        for (int i = 0; i < from.size() && taken < count; i++) {
            if (chosen.add(from.get(i))) {
                result.add(from.get(i));
                taken++;
            }
        }
    }

    private static void shuffle(List<Integer> items, SplittableRandom random) {
        for (int i = items.size() - 1; i > 0; i--) {
            java.util.Collections.swap(items, i, random.nextInt(i + 1));
        }
    }
}
