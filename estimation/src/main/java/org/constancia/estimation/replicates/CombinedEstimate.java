package org.constancia.estimation.replicates;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/// Estimates of several imputations or linkage draws, combined on the logarithm of the unseen count.
///
/// `W` is the mean variance within replicates, `B` the variance of their means, `T = W + (1 + 1/m) B`. Draws with
/// nobody
/// unseen count as one tenth of a person, as verdata does. Pooled draws (the law of total variance) need no
/// normality and
/// are the check.
///
/// @param replicates how many
/// @param observed mean of the observed counts
/// @param mean mean total
/// @param lower 2.5 % end by the rule
/// @param upper 97.5 % end by the rule
/// @param pooledLower 2.5 % quantile of all draws together
/// @param pooledMedian median of all draws together
/// @param pooledUpper 97.5 % quantile of all draws together
/// @param degreesOfFreedom infinite when replicates agree exactly
/// @param shareBetween `(1 + 1/m) B / T`: the share of the variance that is due to what differs between replicates
public record CombinedEstimate(
        int replicates,
        double observed,
        double mean,
        double lower,
        double upper,
        double pooledLower,
        double pooledMedian,
        double pooledUpper,
        double degreesOfFreedom,
        double shareBetween) {
    private static final double NOBODY = .1;
    private static final double DISAGREEMENT = .1;

    /// Combines replicates.
    ///
    /// @param replicates at least two
    public static CombinedEstimate of(List<Replicate> replicates, CombinationRule rule) {
        int m = replicates.size();
        if (m < 2) throw new IllegalArgumentException("at least two replicates are needed");
        double[] means = new double[m];
        double within = 0;
        double observed = 0;
        double unseen = 0;
        for (int i = 0; i < m; i++) {
            double[] logs = Arrays.stream(replicates.get(i).unseen())
                    .map(draw -> Math.log(draw > 0 ? draw : NOBODY))
                    .toArray();
            means[i] = Arrays.stream(logs).average().orElseThrow();
            within += variance(logs) / m;
            observed += replicates.get(i).observed() / m;
            unseen += Arrays.stream(replicates.get(i).unseen()).average().orElseThrow() / m;
        }
        double centre = Arrays.stream(means).average().orElseThrow();
        double between = variance(means);
        double total = within + (1 + 1.0 / m) * between;
        double freedom = degreesOfFreedom(m, within, between, rule);
        double deviate = Double.isInfinite(freedom)
                ? 1.959963984540054
                : TDistribution.of(freedom).inverseCumulativeProbability(.975);
        double half = deviate * Math.sqrt(total);
        double[] pooled = replicates.stream()
                .flatMapToDouble(
                        replicate -> Arrays.stream(replicate.unseen()).map(draw -> replicate.observed() + draw))
                .sorted()
                .toArray();
        return new CombinedEstimate(
                m,
                observed,
                observed + unseen,
                observed + Math.exp(centre - half),
                observed + Math.exp(centre + half),
                quantile(pooled, .025),
                quantile(pooled, .5),
                quantile(pooled, .975),
                freedom,
                total > 0 ? (1 + 1.0 / m) * between / total : 0);
    }

    static double degreesOfFreedom(int m, double within, double between, CombinationRule rule) {
        if (!(between > 1e-300)) return Double.POSITIVE_INFINITY;
        double ratio = within / ((m + 1) * between);
        double root = switch (rule) {
            case RUBIN_1987 -> 1 + m * ratio;
            case VERDATA_COMPATIBLE -> 1 + ratio;
        };
        double freedom = (m - 1) * root * root;
        return freedom > 1e7 ? Double.POSITIVE_INFINITY : freedom;
    }

    /// Whether the rule and the pooled draws tell different stories: an end differs by a tenth of the unseen or more.
    public boolean rulesDisagree() {
        double low = Math.abs(Math.log((lower - observed + 1) / (pooledLower - observed + 1)));
        double high = Math.abs(Math.log((upper - observed + 1) / (pooledUpper - observed + 1)));
        return Math.max(low, high) > DISAGREEMENT;
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }

    private static double quantile(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
