package org.constancia.estimation.strata;

import java.util.Arrays;
import java.util.List;

/// Lets strata borrow from each other: the logarithm of each stratum's expansion `n0 / n` is drawn towards the common
/// mean, the more the less the stratum itself knows.
///
/// A normal hierarchical model on the posterior means and variances of the strata, with the variance between
/// strata by
/// R. Paule and J. Mandel (Journal of Research of the NBS 87, 1982). It is offered as a sensitivity analysis: it
/// adds the
/// assumption that strata are exchangeable.
public final class PartialPooling {
    private static final double NOBODY = .5;

    private final double[] pooled;
    private final double between;

    private PartialPooling(double[] pooled, double between) {
        this.pooled = pooled;
        this.between = between;
    }

    /// Pools estimable outcomes, at least three.
    public static PartialPooling of(List<TableOutcome> outcomes) {
        int size = outcomes.size();
        if (size < 3) throw new IllegalArgumentException("at least three strata are needed");
        double[] means = new double[size];
        double[] variances = new double[size];
        for (int i = 0; i < size; i++) {
            double n = outcomes.get(i).observed();
            double[] logs = Arrays.stream(outcomes.get(i).unseenDraws())
                    .map(draw -> Math.log((draw + NOBODY) / n))
                    .toArray();
            double mean = Arrays.stream(logs).average().orElseThrow();
            means[i] = mean;
            variances[i] = Math.max(
                    1e-9,
                    Arrays.stream(logs)
                                    .map(value -> (value - mean) * (value - mean))
                                    .sum()
                            / (logs.length - 1));
        }
        double between = pauleMandel(means, variances);
        double common = weightedMean(means, variances, between);
        double[] unseen = new double[size];
        for (int i = 0; i < size; i++) {
            double trust = between / (between + variances[i]);
            double log = common + trust * (means[i] - common);
            unseen[i] = Math.max(0, Math.exp(log) * outcomes.get(i).observed() - NOBODY);
        }
        return new PartialPooling(unseen, between);
    }

    private static double weightedMean(double[] means, double[] variances, double between) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < means.length; i++) {
            double weight = 1 / (variances[i] + between);
            sum += weight * means[i];
            weights += weight;
        }
        return sum / weights;
    }

    /// The variance between strata at which the weighted sum of squares equals its expectation, 0 when it is smaller.
    private static double pauleMandel(double[] means, double[] variances) {
        double low = 0;
        double high = 100;
        if (excess(means, variances, 0) <= 0) return 0;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (excess(means, variances, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double excess(double[] means, double[] variances, double between) {
        double common = weightedMean(means, variances, between);
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            sum += (means[i] - common) * (means[i] - common) / (variances[i] + between);
        }
        return sum - (means.length - 1);
    }

    /// The pooled central unseen count of a stratum, in the order given.
    public double unseen(int stratum) {
        return pooled[stratum];
    }

    /// The standard deviation of log expansions between strata; 0 means complete pooling.
    public double betweenStandardDeviation() {
        return Math.sqrt(between);
    }
}
