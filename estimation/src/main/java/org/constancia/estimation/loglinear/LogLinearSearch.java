package org.constancia.estimation.loglinear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.estimation.capture.CaptureTable;

/// Which log-linear models are tried on a table, and what they say together.
///
/// For three and four lists every hierarchical model is fitted; for more, pairwise interactions are added one at a
/// time.
/// Models that fail the [ExistenceCheck] are counted and left out.
public final class LogLinearSearch {
    /// The most lists a log-linear table is laid out for.
    public static final int MOST_LISTS = 12;

    /// The most lists for which every hierarchical model is fitted.
    public static final int MOST_LISTS_FOR_ALL = 4;

    /// Averages and the spread are over models with at least this weight.
    public static final double SMALLEST_WEIGHT = .01;

    private LogLinearSearch() {}

    /// What a search came to.
    ///
    /// @param fits valid models, best criterion first; never empty
    /// @param tried models looked at
    /// @param refused models without a finite, identified estimate
    /// @param exhaustive whether every hierarchical model was looked at
    public record Outcome(List<LogLinearFit> fits, int tried, int refused, boolean exhaustive) {
        public Outcome {
            fits = List.copyOf(fits);
        }

        /// The model with the smallest value of the criterion of the search.
        public LogLinearFit best() {
            return fits.get(0);
        }

        /// The valid model with the smallest AIC.
        public LogLinearFit bestByAic() {
            return fits.stream()
                    .min(Comparator.comparingDouble(LogLinearFit::aic))
                    .orElseThrow();
        }

        /// Weights `exp(-BIC/2)` of the fits, adding up to 1.
        public double[] bicWeights() {
            double smallest = fits.stream().mapToDouble(LogLinearFit::bic).min().orElseThrow();
            double[] weights = fits.stream()
                    .mapToDouble(fit -> Math.exp((smallest - fit.bic()) / 2))
                    .toArray();
            double sum = java.util.Arrays.stream(weights).sum();
            for (int i = 0; i < weights.length; i++) weights[i] /= sum;
            return weights;
        }

        /// The total averaged over models with their BIC weights.
        public double bicAverage() {
            double[] weights = bicWeights();
            double sum = 0;
            for (int i = 0; i < weights.length; i++)
                sum += weights[i] * fits.get(i).total();
            return sum;
        }

        /// The smallest and the largest total among models with a BIC weight above [#SMALLEST_WEIGHT].
        public double[] bicRange() {
            double[] weights = bicWeights();
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < weights.length; i++) {
                if (weights[i] <= SMALLEST_WEIGHT) continue;
                low = Math.min(low, fits.get(i).total());
                high = Math.max(high, fits.get(i).total());
            }
            return new double[] {low, high};
        }
    }

    /// Searches in the way that suits the number of lists.
    ///
    /// @throws ConstanciaException with [Problem#BAD_INPUT] when not even independence has a finite estimate
    public static Outcome search(CaptureTable table) {
        return table.listCount() <= MOST_LISTS_FOR_ALL ? all(table) : stepwise(table, SelectionRule.P_BELOW_2_PERCENT);
    }

    /// Fits every hierarchical model, best BIC first.
    public static Outcome all(CaptureTable table) {
        List<LogLinearFit> fits = new ArrayList<>();
        int refused = 0;
        List<HierarchicalModel> models = HierarchicalModel.all(table.listCount());
        for (HierarchicalModel model : models) {
            LogLinearFit fit = LogLinearFit.of(table, model);
            if (fit.isValid()) {
                fits.add(fit);
            } else {
                refused++;
            }
        }
        if (fits.isEmpty()) throw noFit(table);
        fits.sort(Comparator.comparingDouble(LogLinearFit::bic));
        return new Outcome(fits, models.size(), refused, true);
    }

    /// Adds pairwise interactions one at a time while the rule gains, passing through valid models only.
    public static Outcome stepwise(CaptureTable table, SelectionRule rule) {
        StepwiseSelection selection = new StepwiseSelection(table, rule);
        List<LogLinearFit> fits = new ArrayList<>(selection.visited());
        if (fits.isEmpty()) throw noFit(table);
        LogLinearFit chosen = selection.chosen();
        fits.sort(Comparator.<LogLinearFit>comparingInt(fit -> fit.equals(chosen) ? 0 : 1)
                .thenComparingDouble(LogLinearFit::bic));
        return new Outcome(fits, selection.tried(), selection.tried() - fits.size(), false);
    }

    private static ConstanciaException noFit(CaptureTable table) {
        return new ConstanciaException(Problem.BAD_INPUT, "No log-linear model has a finite estimate on this table")
                .with("lists", table.listCount())
                .with("n", table.observed());
    }
}
