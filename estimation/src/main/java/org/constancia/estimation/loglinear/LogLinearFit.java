package org.constancia.estimation.loglinear;

import org.apache.commons.numbers.gamma.LogGamma;
import org.constancia.estimation.capture.CaptureTable;

/// A fitted log-linear model and the total it implies.
///
/// The total is the Poisson estimate `n + exp(constant)`; the multinomial one, a little smaller, is given by
/// [ProfileLikelihood]. The standard error is that of Rivest and Baillargeon (Biometrics 63, 2007), which adds the
/// Poisson variance of the unseen cell to the variance of its estimated mean.
///
/// @param model the model
/// @param existence whether these figures mean anything
/// @param observed persons on at least one list
/// @param unseen the estimated mean of the unseen cell
/// @param logUnseenError the standard error of the logarithm of `unseen`
/// @param logLikelihood Poisson log-likelihood, factorials included
/// @param deviance twice the distance from the saturated model
/// @param degreesOfFreedom observable cells less parameters
/// @param aic Akaike's criterion
/// @param bic Schwarz's criterion with `log n`
public record LogLinearFit(
        HierarchicalModel model,
        ExistenceCheck existence,
        double observed,
        double unseen,
        double logUnseenError,
        double logLikelihood,
        double deviance,
        int degreesOfFreedom,
        double aic,
        double bic) {
    private static final ExistenceCheck PASSES = new ExistenceCheck(true, true);
    private static final double SAFE_MEAN = 1e-4;

    /// A fit with the means of all cells, by cell; 0 for the unseen cell and for cells that cannot be occupied.
    record WithMeans(LogLinearFit fit, double[] means) {}

    /// Fits one model to one table of at most [LogLinearSearch#MOST_LISTS] lists.
    public static LogLinearFit of(CaptureTable table, HierarchicalModel model) {
        return withMeans(table, model).fit();
    }

    static WithMeans withMeans(CaptureTable table, HierarchicalModel model) {
        ExtendedDesign design = ExtendedDesign.of(table, model);
        PoissonRegression.Fit fit =
                new PoissonRegression(table.listCount()).fit(design.counts(), design.used(), design.terms(), null);
        // A converged fit with means away from zero is itself a strictly positive solution of the likelihood equations.
        boolean evident = fit.converged() && fit.smallestMean() > SAFE_MEAN;
        ExistenceCheck existence = evident ? PASSES : ExistenceCheck.of(table, model);
        return new WithMeans(of(design, fit, model, table.observed(), existence), fit.means());
    }

    private static LogLinearFit of(
            ExtendedDesign design,
            PoissonRegression.Fit fit,
            HierarchicalModel model,
            double observed,
            ExistenceCheck existence) {
        double factorials = 0;
        double deviance = 0;
        for (int cell = 1; cell < design.counts().length; cell++) {
            double count = design.counts()[cell];
            if (!design.used()[cell]) continue;
            factorials += LogGamma.value(count + 1);
            deviance += 2 * (fit.means()[cell] - count);
            if (count > 0) deviance += 2 * count * Math.log(count / fit.means()[cell]);
        }
        double logLikelihood = fit.logLikelihood() - factorials;
        int parameters = model.parameterCount();
        double error = existence.passes() && fit.converged() ? Math.sqrt(fit.variance(0)) : Double.NaN;
        return new LogLinearFit(
                model,
                existence,
                observed,
                Math.exp(fit.coefficients()[0]),
                error,
                logLikelihood,
                Math.max(0, deviance),
                design.counts().length - 1 - parameters,
                -2 * logLikelihood + 2 * parameters,
                -2 * logLikelihood + Math.log(observed) * parameters);
    }

    /// The estimated total.
    public double total() {
        return observed + unseen;
    }

    /// The standard error of the total.
    public double standardError() {
        return Math.sqrt(unseen + unseen * unseen * logUnseenError * logUnseenError);
    }

    /// The end of the Wald interval on the logarithm of the unseen cell.
    ///
    /// @param deviate the standard normal deviate, -1.96 for the lower 95 % end
    public double waldLimit(double deviate) {
        return observed + unseen * Math.exp(deviate * logUnseenError);
    }

    /// Whether the estimate exists and is determined.
    public boolean isValid() {
        return existence.passes() && Double.isFinite(unseen) && Double.isFinite(logUnseenError);
    }
}
