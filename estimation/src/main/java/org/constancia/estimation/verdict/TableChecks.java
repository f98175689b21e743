package org.constancia.estimation.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.constancia.estimation.capture.CaptureTable;
import org.constancia.estimation.capture.OverlapMatrix;
import org.constancia.estimation.loglinear.ExistenceCheck;
import org.constancia.estimation.loglinear.HierarchicalModel;
import org.constancia.estimation.loglinear.LogLinearSearch;

/// What can be said of a table before any model is fitted. These checks bind Bayesian methods too: where the
/// likelihood
/// leaves the unseen open, a posterior is its prior.
public final class TableChecks {
    private static final int FEWEST_LISTS = 3;
    private static final int LISTS_WHERE_PAIRS_DECIDE = 4;

    private TableChecks() {}

    /// The reasons found.
    ///
    /// @param table lists without captures left out already
    public static List<Reason> of(CaptureTable table) {
        List<Reason> reasons = new ArrayList<>();
        if (table.listCount() < FEWEST_LISTS) {
            reasons.add(Reason.of(Reason.Code.TOO_FEW_LISTS, table.listCount()));
            return reasons;
        }
        OverlapMatrix overlaps = new OverlapMatrix(table);
        if (overlaps.largestConnectedSet() < FEWEST_LISTS) {
            reasons.add(Reason.of(Reason.Code.LISTS_NOT_CONNECTED, overlaps.largestConnectedSet()));
        }
        if (table.listCount() <= LogLinearSearch.MOST_LISTS) existence(table, overlaps, reasons);
        if (!overlaps.emptyPairs().isEmpty()) {
            reasons.add(pairs(Reason.Code.EMPTY_OVERLAPS, overlaps.emptyPairs(), overlaps, table));
        }
        List<Integer> thin = overlaps.thinPairs().stream()
                .filter(pair -> !overlaps.emptyPairs().contains(pair))
                .toList();
        if (!thin.isEmpty()) reasons.add(pairs(Reason.Code.THIN_OVERLAPS, thin, overlaps, table));
        if (!overlaps.thinLists().isEmpty()) {
            reasons.add(Reason.of(Reason.Code.THIN_LISTS, String.join(", ", overlaps.thinLists())));
        }
        return List.copyOf(reasons);
    }

    /// For three and four lists, all pairwise interactions are what an analyst must be able to allow for; when
    /// they leave
    /// the unseen open, so do the data. With more lists this model is richer than any that is chosen: a warning.
    private static void existence(CaptureTable table, OverlapMatrix overlaps, List<Reason> reasons) {
        if (!ExistenceCheck.of(table, HierarchicalModel.mainEffects(table.listCount()))
                .passes()) {
            reasons.add(Reason.of(Reason.Code.NO_FINITE_ESTIMATE));
            return;
        }
        ExistenceCheck pairs = ExistenceCheck.of(table, HierarchicalModel.allPairs(table.listCount()));
        if (!pairs.identified() && table.listCount() <= LISTS_WHERE_PAIRS_DECIDE) {
            reasons.add(
                    Reason.of(Reason.Code.NOT_DETERMINED, overlaps.emptyPairs().size(), overlaps.pairCount()));
        } else if (!pairs.passes()) {
            reasons.add(Reason.of(Reason.Code.PAIRS_NOT_ESTIMABLE, pairs.code()));
        }
    }

    private static Reason pairs(Reason.Code code, List<Integer> pairs, OverlapMatrix overlaps, CaptureTable table) {
        String names = pairs.stream().limit(6).map(table::name).collect(Collectors.joining(", "));
        return Reason.of(code, pairs.size(), overlaps.pairCount(), pairs.size() > 6 ? names + ", ..." : names);
    }
}
