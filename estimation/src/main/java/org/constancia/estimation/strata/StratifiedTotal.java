package org.constancia.estimation.strata;

import java.util.Arrays;
import java.util.List;

/// The total over strata, from draws: the sum of independent draws of the strata, never of their quantiles. Strata
/// without an estimate are counted as observed only, and the total says so.
///
/// @param observed persons on at least one list, all strata
/// @param mean mean of the sum
/// @param median median of the sum
/// @param lower 2.5 % quantile of the sum
/// @param upper 97.5 % quantile of the sum
/// @param errorOfMedian Monte Carlo error of the median, as for the ends from the order statistics of the draws
/// @param errorOfLower Monte Carlo error of the lower end
/// @param errorOfUpper Monte Carlo error of the upper end
/// @param strata how many strata
/// @param notEstimable names of the strata without an estimate
/// @param withoutDraws names of the strata whose estimate comes without draws, as a log-linear one does: nothing can be
///     added up then
/// @param shareNotEstimable share of the observed persons in the strata without an estimate
public record StratifiedTotal(
        long observed,
        double mean,
        double median,
        double lower,
        double upper,
        double errorOfMedian,
        double errorOfLower,
        double errorOfUpper,
        int strata,
        List<String> notEstimable,
        List<String> withoutDraws,
        double shareNotEstimable) {
    public StratifiedTotal {
        notEstimable = List.copyOf(notEstimable);
        withoutDraws = List.copyOf(withoutDraws);
    }

    /// Adds up the outcomes of one replicate.
    public static StratifiedTotal of(List<TableOutcome> outcomes) {
        double[] sums = sumsOfUnseen(outcomes);
        long observed = outcomes.stream().mapToLong(TableOutcome::observed).sum();
        List<TableOutcome> without =
                outcomes.stream().filter(outcome -> !outcome.isEstimable()).toList();
        Arrays.sort(sums);
        double missing = without.stream().mapToLong(TableOutcome::observed).sum();
        return new StratifiedTotal(
                observed,
                observed + Arrays.stream(sums).average().orElse(0),
                observed + quantile(sums, .5),
                observed + quantile(sums, .025),
                observed + quantile(sums, .975),
                errorOfQuantile(sums, .5),
                errorOfQuantile(sums, .025),
                errorOfQuantile(sums, .975),
                outcomes.size(),
                names(without),
                names(outcomes.stream().filter(StratifiedTotal::lacksDraws).toList()),
                observed == 0 ? 0 : missing / observed);
    }

    private static List<String> names(List<TableOutcome> outcomes) {
        return outcomes.stream().map(outcome -> outcome.key().stratum()).toList();
    }

    private static boolean lacksDraws(TableOutcome outcome) {
        return outcome.isEstimable() && !outcome.hasDraws();
    }

    /// Whether any stratum has an estimate, and every one that has brings draws. Otherwise the figures are the observed
    /// persons alone, or leave strata out, which no one may take for an interval.
    public boolean hasEstimate() {
        return notEstimable.size() < strata && withoutDraws.isEmpty();
    }

    /// Draws of the unseen in all estimable strata together; empty when there is none, or when one of them has an
    /// estimate without draws.
    public static double[] sumsOfUnseen(List<TableOutcome> outcomes) {
        if (outcomes.stream().anyMatch(StratifiedTotal::lacksDraws)) return new double[0];
        double[] sums = null;
        for (TableOutcome outcome : outcomes) {
            if (!outcome.isEstimable()) continue;
            double[] draws = outcome.unseenDraws();
            if (sums == null) {
                sums = draws;
            } else {
                for (int i = 0; i < Math.min(sums.length, draws.length); i++) sums[i] += draws[i];
            }
        }
        return sums == null ? new double[0] : sums;
    }

    private static double quantile(double[] sorted, double p) {
        if (sorted.length == 0) return 0;
        double position = p * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /// Half the distance of the order statistics one standard deviation to either side.
    private static double errorOfQuantile(double[] sorted, double p) {
        double deviation = Math.sqrt(p * (1 - p) / Math.max(1, sorted.length));
        return (quantile(sorted, Math.min(1, p + deviation)) - quantile(sorted, Math.max(0, p - deviation))) / 2;
    }
}
