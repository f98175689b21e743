package org.constancia.linkage.evaluate;

import java.util.List;

/// Precision and recall estimated from a reviewed sample of the scored pairs, with 95 % intervals.
///
/// Pairs are stratified by their probability; in each stratum the reviewed pairs are taken as drawn at
/// random, and stand for all pairs of the stratum. The variance is that of a stratified proportion (W. G.
/// Cochran, "Sampling Techniques", 3rd ed., 1977, 5.3), with one success and one failure added to each
/// stratum (Agresti and Coull, 1998) so that a stratum without a surprise is not taken for certain. Recall is
/// among the pairs that were scored: what blocking never proposed is not in it.
///
/// @param precision estimated share of true pairs at or above the threshold
/// @param recall estimated share of the true scored pairs at or above the threshold
/// @param reviewed how many pairs were reviewed with a clear verdict
public record SampleMeasures(Interval precision, Interval recall, Interval truePairs, int reviewed) {
    /// An estimate with its 95 % interval.
    public record Interval(double estimate, double low, double high) {
        static Interval of(double estimate, double variance, double floor, double ceiling) {
            double half = 1.96 * Math.sqrt(variance);
            return new Interval(estimate, Math.max(floor, estimate - half), Math.min(ceiling, estimate + half));
        }
    }

    /// One stratum: how many scored pairs it holds, whether they are at or above the threshold, and what was
    /// reviewed.
    public record Stratum(double pairs, boolean above, int reviewed, int same) {
        double share() {
            return (same + 1.0) / (reviewed + 2.0);
        }

        double variance() {
            return share() * (1 - share()) / (reviewed + 2.0);
        }
    }

    /// Estimates from strata; one in which nothing was reviewed counts half of its pairs, with the variance
    /// that goes with not knowing.
    public static SampleMeasures of(List<Stratum> strata) {
        double above = 0;
        double trueAbove = 0;
        double varianceAbove = 0;
        double trueBelow = 0;
        double varianceBelow = 0;
        int reviewed = 0;
        for (Stratum stratum : strata) {
            double count = stratum.pairs();
            double variance = count * count * stratum.variance();
            reviewed += stratum.reviewed();
            if (stratum.above()) {
                above += count;
                trueAbove += count * stratum.share();
                varianceAbove += variance;
            } else {
                trueBelow += count * stratum.share();
                varianceBelow += variance;
            }
        }
        double all = trueAbove + trueBelow;
        double recall = all == 0 ? 1 : trueAbove / all;
        double recallVariance = all == 0
                ? 0
                : (varianceAbove * trueBelow * trueBelow + varianceBelow * trueAbove * trueAbove) / Math.pow(all, 4);
        return new SampleMeasures(
                Interval.of(above == 0 ? 1 : trueAbove / above, above == 0 ? 0 : varianceAbove / (above * above), 0, 1),
                Interval.of(recall, recallVariance, 0, 1),
                Interval.of(all, varianceAbove + varianceBelow, 0, Double.MAX_VALUE),
                reviewed);
    }
}
