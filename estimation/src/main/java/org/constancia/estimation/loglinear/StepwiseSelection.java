package org.constancia.estimation.loglinear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.constancia.estimation.capture.CaptureTable;
import org.jspecify.annotations.Nullable;

/// Forward selection among pairwise interactions.
///
/// Candidates whose estimate is not finite or not identified are passed over, so that the search walks through valid
/// models only.
final class StepwiseSelection {
    private static final double P_THRESHOLD = .02;

    private final CaptureTable table;
    private final SelectionRule rule;
    private final List<LogLinearFit> visited = new ArrayList<>();
    private int tried;
    private LogLinearFit.@Nullable WithMeans chosen;

    StepwiseSelection(CaptureTable table, SelectionRule rule) {
        this.table = table;
        this.rule = rule;
        LogLinearFit.WithMeans current = consider(HierarchicalModel.mainEffects(table.listCount()));
        while (current != null) {
            chosen = current;
            current = rule == SelectionRule.P_BELOW_2_PERCENT ? mostSurprising(current) : mostGaining(current.fit());
        }
    }

    LogLinearFit chosen() {
        if (chosen == null) throw new IllegalStateException("no valid model");
        return chosen.fit();
    }

    /// The valid models met on the way.
    List<LogLinearFit> visited() {
        return visited;
    }

    int tried() {
        return tried;
    }

    private List<Integer> missingPairs(LogLinearFit current) {
        if (table.listCount() < 3) return List.of();
        return HierarchicalModel.pairs(table.listCount()).stream()
                .filter(pair -> !current.model().contains(pair))
                .toList();
    }

    private LogLinearFit.@Nullable WithMeans mostGaining(LogLinearFit current) {
        LogLinearFit.WithMeans best = null;
        for (int pair : missingPairs(current)) {
            LogLinearFit.WithMeans candidate = consider(current.model().with(pair));
            if (candidate == null) continue;
            double limit = criterion(best == null ? current : best.fit());
            if (criterion(candidate.fit()) < limit) best = candidate;
        }
        return best;
    }

    private double criterion(LogLinearFit fit) {
        return rule == SelectionRule.AIC ? fit.aic() : fit.bic();
    }

    /// The valid candidate whose overlap is least expected under the current model, if it is unexpected enough.
    private LogLinearFit.@Nullable WithMeans mostSurprising(LogLinearFit.WithMeans current) {
        double[] expected = current.means().clone();
        SubsetSums.overSupersets(expected);
        Map<Integer, Double> probabilities = new LinkedHashMap<>();
        for (int pair : missingPairs(current.fit())) {
            double p = oneSided(table.recordedByAll(pair), expected[pair]);
            if (p < P_THRESHOLD) probabilities.put(pair, p);
        }
        List<Map.Entry<Integer, Double>> ordered = new ArrayList<>(probabilities.entrySet());
        ordered.sort(Map.Entry.comparingByValue(Comparator.naturalOrder()));
        for (Map.Entry<Integer, Double> entry : ordered) {
            LogLinearFit.WithMeans candidate = consider(current.fit().model().with(entry.getKey()));
            if (candidate != null) return candidate;
        }
        return null;
    }

    /// The smaller of the two tail probabilities of a Poisson count, the count itself included in both.
    private static double oneSided(long count, double mean) {
        if (mean == 0) return 1;
        double atMost = RegularizedGamma.Q.value(count + 1.0, mean);
        double atLeast = count == 0 ? 1 : RegularizedGamma.P.value(count, mean);
        return Math.min(atMost, atLeast);
    }

    private LogLinearFit.@Nullable WithMeans consider(HierarchicalModel model) {
        tried++;
        LogLinearFit.WithMeans fit = LogLinearFit.withMeans(table, model);
        if (!fit.fit().isValid()) return null;
        visited.add(fit.fit());
        return fit;
    }
}
