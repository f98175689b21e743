package org.constancia.linkage.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Chooses the pairs whose review teaches most.
///
/// A quarter are drawn at random from bands of the final probability, whatever else is chosen, so that
/// precision and recall can be estimated from the same review: half of them in equal shares, half by how many
/// pairs a band has. Of the rest, two thirds are the pairs the model by itself is most uncertain of, since it
/// is the model that reviewed pairs correct, and a third doubtful pairs of relatives (the surnames agree, the
/// given names do not), where it is weakest. All are shuffled, and shown without the probability: reviewers
/// judge blind.
public final class Selection {
    private static final double[] BANDS = {0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1.01};
    private static final double DOUBTFUL = 0.49;

    private final Set<Integer> taken = new HashSet<>();
    private final List<Integer> shown = new ArrayList<>();
    private final List<Drawn> drawn = new ArrayList<>();

    private Selection() {}

    /// Tells whether a pair, by its number, looks like two relatives.
    @FunctionalInterface
    public interface Relatives {
        boolean areLikely(int pair);
    }

    /// A pair drawn at random.
    ///
    /// @param pair its number
    /// @param band the number of the band of probability it was drawn from
    /// @param standsFor how many pairs of the band it stands for
    public record Drawn(int pair, int band, double standsFor) {}

    /// What is known of the scored pairs, by their numbers.
    ///
    /// @param pairs how many there are
    /// @param probability of each, in the end
    /// @param ofModel the probability of each by the model alone
    public record Scores(int pairs, IntToDoubleFunction probability, IntToDoubleFunction ofModel) {}

    /// Chooses pairs.
    ///
    /// @param done pairs that were reviewed already; those drawn are not shown again
    /// @param count how many to choose
    public static Selection choose(Scores scores, Relatives relatives, Set<Integer> done, int count, long seed) {
        Selection selection = new Selection();
        SplittableRandom random = new SplittableRandom(seed);
        selection.draw(scores, count / 4.0, random);
        selection.drawn.stream()
                .map(Drawn::pair)
                .filter(pair -> !done.contains(pair))
                .forEach(selection::show);
        IntToDoubleFunction doubt = pair -> Math.abs(scores.ofModel().applyAsDouble(pair) - 0.5);
        List<Integer> uncertain = IntStream.range(0, scores.pairs())
                .filter(pair -> !done.contains(pair))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer pair) -> doubt.applyAsDouble(pair))
                        .thenComparingInt(pair -> pair))
                .toList();
        selection.show(uncertain, count / 2, count);
        selection.show(
                uncertain.stream()
                        .takeWhile(pair -> doubt.applyAsDouble(pair) < DOUBTFUL)
                        .filter(relatives::areLikely)
                        .toList(),
                count / 4,
                count);
        selection.show(uncertain, count, count);
        shuffle(selection.shown, random);
        return selection;
    }

    private void draw(Scores scores, double count, SplittableRandom random) {
        List<List<Integer>> bands = IntStream.range(0, BANDS.length - 1)
                .<List<Integer>>mapToObj(band -> new ArrayList<>())
                .toList();
        int all = 0;
        for (int pair = 0; pair < scores.pairs(); pair++) {
            double probability = scores.probability().applyAsDouble(pair);
            for (int band = 0; band < bands.size(); band++) {
                if (probability >= BANDS[band] && probability < BANDS[band + 1]) {
                    bands.get(band).add(pair);
                    all++;
                }
            }
        }
        for (int band = 0; band < bands.size(); band++) {
            List<Integer> inBand = bands.get(band);
            double share = 0.5 / bands.size() + 0.5 * inBand.size() / Math.max(1, all);
            int size = Math.min(inBand.size(), (int) Math.round(count * share));
            shuffle(inBand, random);
            for (int pair : inBand.subList(0, size)) {
                drawn.add(new Drawn(pair, band, inBand.size() / (double) size));
            }
        }
    }

    private void show(List<Integer> from, int most, int count) {
        from.stream()
                .filter(pair -> !taken.contains(pair))
                .limit(Math.max(0, Math.min(most, count - shown.size())))
                .forEach(this::show);
    }

    private void show(int pair) {
        taken.add(pair);
        shown.add(pair);
    }

    /// The numbers of the pairs to review, in the order in which to show them.
    public List<Integer> shown() {
        return Collections.unmodifiableList(shown);
    }

    /// The pairs drawn at random, whether they are shown now or were reviewed before.
    public List<Drawn> drawn() {
        return Collections.unmodifiableList(drawn);
    }

    private static void shuffle(List<Integer> items, SplittableRandom random) {
        for (int i = items.size() - 1; i > 0; i--) {
            Collections.swap(items, i, random.nextInt(i + 1));
        }
    }
}
