package org.constancia.estimation.strata;

import java.util.List;
import org.constancia.estimation.Estimate;
import org.constancia.estimation.capture.TableKey;
import org.constancia.estimation.verdict.Figures;
import org.constancia.estimation.verdict.Reason;
import org.constancia.estimation.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/// What is kept of one of many tables: the verdict, the figures and a thinned set of draws. Small enough to keep ten
/// thousand of them, and to write each to a journal so that an interrupted run goes on where it stopped.
///
/// @param key stratum and replicate
/// @param observed persons on at least one list
/// @param verdict the verdict
/// @param reasons why
/// @param figures the headline figures when they may be shown
/// @param unseen draws of the unseen count when figures may be shown, otherwise empty
public record TableOutcome(
        TableKey key,
        long observed,
        Verdict verdict,
        List<Reason> reasons,
        @Nullable Figures figures,
        List<Double> unseen) {
    private static final int DRAWS = 400;

    public TableOutcome {
        reasons = List.copyOf(reasons);
        unseen = List.copyOf(unseen);
    }

    static TableOutcome of(TableKey key, Estimate estimate, double[] totals) {
        java.util.List<Double> thinned = new java.util.ArrayList<>();
        for (int i = 0; i < DRAWS && totals.length > 0; i++) {
            thinned.add(totals[(int) ((long) i * totals.length / DRAWS)]
                    - estimate.table().observed());
        }
        return new TableOutcome(
                key,
                estimate.table().observed(),
                estimate.verdict(),
                estimate.reasons(),
                estimate.findFigures().orElse(null),
                thinned);
    }

    public boolean isEstimable() {
        return verdict != Verdict.NOT_IDENTIFIED;
    }

    /// Whether there are draws to add up. A log-linear estimate comes without.
    public boolean hasDraws() {
        return unseen.size() > 1;
    }

    /// The draws as an array.
    public double[] unseenDraws() {
        return unseen.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
