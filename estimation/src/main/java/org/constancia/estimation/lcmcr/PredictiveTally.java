package org.constancia.estimation.lcmcr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.constancia.estimation.chance.Multinomial;

/// Posterior predictive checks: tables of the observed size are drawn from the model, and features of the data
/// are placed
/// among theirs. Features are every occupied cell, every pairwise overlap, and the numbers of persons on exactly
/// one and
/// exactly two lists.
final class PredictiveTally {
    /// The most lists for which replicated tables are drawn.
    static final int MOST_LISTS = 8;

    private final CaptureData data;
    private final Multinomial multinomial;
    private final double[] observedFeatures;
    private final long[] above;
    private final long[] equal;
    private final double[] weights;
    private final long[] replicated;
    private long draws;

    PredictiveTally(CaptureData data, RandomGenerator random) {
        this.data = data;
        weights = new double[1 << data.lists];
        multinomial = new Multinomial(weights.length, random);
        replicated = new long[weights.length];
        long[] cells = new long[weights.length];
        for (int m = 0; m < data.patterns.length; m++) cells[data.patterns[m]] = data.counts[m];
        observedFeatures = features(cells);
        above = new long[observedFeatures.length];
        equal = new long[observedFeatures.length];
    }

    /// Draws one table from a state and compares it.
    void add(LatentClassState state) {
        Arrays.fill(weights, 0);
        for (int cell = 1; cell < weights.length; cell++) {
            for (int k = 0; k < state.classes; k++) {
                double weight = state.size[k];
                for (int j = 0; j < state.lists; j++) {
                    int at = k * state.lists + j;
                    weight *= (cell >> j & 1) == 1 ? state.capture[at] : state.miss[at];
                }
                weights[cell] += weight;
            }
        }
        Arrays.fill(replicated, 0);
        multinomial.draw((long) data.observed, weights, 0, weights.length, replicated, 0);
        double[] drawn = features(replicated);
        draws++;
        for (int i = 0; i < drawn.length; i++) {
            if (drawn[i] > observedFeatures[i]) above[i]++;
            if (drawn[i] == observedFeatures[i]) equal[i]++;
        }
    }

    private double[] features(long[] cells) {
        List<Double> features = new ArrayList<>();
        for (int pattern : data.patterns) features.add((double) cells[pattern]);
        for (int one = 0; one < data.lists; one++) {
            for (int other = one + 1; other < data.lists; other++) {
                int both = 1 << one | 1 << other;
                long shared = 0;
                for (int cell = 1; cell < cells.length; cell++) if ((cell & both) == both) shared += cells[cell];
                features.add((double) shared);
            }
        }
        long once = 0;
        long twice = 0;
        for (int cell = 1; cell < cells.length; cell++) {
            if (Integer.bitCount(cell) == 1) once += cells[cell];
            if (Integer.bitCount(cell) == 2) twice += cells[cell];
        }
        features.add((double) once);
        features.add((double) twice);
        return features.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// What several chains tallied, together.
    static List<PredictiveCheck> checks(List<PredictiveTally> tallies) {
        if (tallies.isEmpty()) return List.of();
        PredictiveTally first = tallies.get(0);
        long draws = tallies.stream().mapToLong(tally -> tally.draws).sum();
        List<PredictiveCheck> checks = new ArrayList<>();
        if (draws == 0) return checks;
        for (int i = 0; i < first.observedFeatures.length; i++) {
            int feature = i;
            double larger = tallies.stream()
                    .mapToDouble(tally -> tally.above[feature] + .5 * tally.equal[feature])
                    .sum();
            checks.add(new PredictiveCheck(first.kind(i), first.set(i), first.observedFeatures[i], larger / draws));
        }
        return checks;
    }

    private PredictiveCheck.Kind kind(int feature) {
        int cells = data.patterns.length;
        int pairs = data.lists * (data.lists - 1) / 2;
        if (feature < cells) return PredictiveCheck.Kind.PATTERN;
        if (feature < cells + pairs) return PredictiveCheck.Kind.OVERLAP;
        return feature == cells + pairs ? PredictiveCheck.Kind.ON_ONE_LIST : PredictiveCheck.Kind.ON_TWO_LISTS;
    }

    private int set(int feature) {
        if (feature < data.patterns.length) return data.patterns[feature];
        int pair = feature - data.patterns.length;
        for (int one = 0; one < data.lists; one++) {
            for (int other = one + 1; other < data.lists; other++) {
                if (pair-- == 0) return 1 << one | 1 << other;
            }
        }
        return 0;
    }
}
