package org.constancia.estimation.loglinear;

import java.util.Arrays;

/// Maximum likelihood of a Poisson log-linear model of capture cells, by Newton's method (which for the canonical
/// link
/// is iteratively reweighted least squares).
///
/// With corner coding the design entry of interaction `t` in cell `x` is 1 when `t` is part of `x`. Linear predictors
/// are therefore subset sums of the coefficients, scores are superset sums of residuals, and entry `(s, t)` of the
/// information matrix is the superset sum of the means at `s | t`: no design matrix is ever formed. The constant
/// is the
/// interaction of no lists; its exponential is the mean of the unseen cell.
///
/// One object serves many fits of the same number of lists; it is not safe for use by several threads.
final class PoissonRegression {
    private static final int MOST_STEPS = 60;
    private static final double SCORE_TOLERANCE = 1e-11;

    private final double[] coefficients;
    private final double[] predictors;
    private final double[] means;
    private final double[] sums;

    PoissonRegression(int lists) {
        int cells = 1 << lists;
        coefficients = new double[cells];
        predictors = new double[cells];
        means = new double[cells];
        sums = new double[cells];
    }

    /// What a fit came to.
    ///
    /// @param coefficients the constant, then one for each interaction
    /// @param means the fitted mean of every cell, 0 for cells that are no part of the fit
    /// @param logLikelihood the Poisson log-likelihood without the factorials of the counts
    /// @param converged whether the scores vanish and the information matrix is regular
    record Fit(double[] coefficients, double[] means, double logLikelihood, boolean converged, double[][] factor) {
        /// The asymptotic variance of one coefficient; 0 is the constant.
        double variance(int coefficient) {
            double[] unit = new double[coefficients.length];
            unit[coefficient] = 1;
            Cholesky.solve(factor, unit, unit.length);
            return unit[coefficient];
        }

        /// The smallest fitted mean among cells of the fit.
        double smallestMean() {
            return Arrays.stream(means).filter(mean -> mean > 0).min().orElse(0);
        }
    }

    /// Fits counts in the cells that are used.
    ///
    /// @param counts by cell
    /// @param used which cells belong to the fit
    /// @param terms the interactions, without the constant
    /// @param start coefficients to begin with, the constant first; of the right length or null
    Fit fit(double[] counts, boolean[] used, int[] terms, double @org.jspecify.annotations.Nullable [] start) {
        int size = terms.length + 1;
        double[] current = start == null ? leastSquaresStart(counts, used, terms) : start.clone();
        double likelihood = evaluate(current, counts, used, terms);
        double[][] information = new double[size][size];
        boolean converged = false;
        boolean regular = true;
        for (int step = 0; step < MOST_STEPS && !converged && regular; step++) {
            double[] direction = score(counts, used, terms);
            double decrement = relativeScore(direction, counts, used, terms);
            fillInformation(information, terms);
            regular = Cholesky.factor(information, size);
            if (!regular) break;
            if (decrement < SCORE_TOLERANCE) {
                converged = true;
                break;
            }
            Cholesky.solve(information, direction, size);
            double better = advance(current, direction, likelihood, counts, used, terms);
            converged = !(better > Double.NEGATIVE_INFINITY);
            if (!converged) likelihood = better;
        }
        return new Fit(current, means.clone(), likelihood, converged && regular, information);
    }

    /// Takes the Newton step, halved until the likelihood does not fall; negative infinity when no step helps any
    /// more.
    private double advance(
            double[] current, double[] direction, double likelihood, double[] counts, boolean[] used, int[] terms) {
        double[] trial = new double[current.length];
        double slack = 1e-12 * (1 + Math.abs(likelihood));
        for (double length = 1; length > 1e-7; length /= 2) {
            for (int i = 0; i < trial.length; i++) trial[i] = current[i] + length * direction[i];
            double reached = evaluate(trial, counts, used, terms);
            if (reached >= likelihood - slack) {
                System.arraycopy(trial, 0, current, 0, trial.length);
                return reached;
            }
        }
        evaluate(current, counts, used, terms);
        return Double.NEGATIVE_INFINITY;
    }

    private double[] leastSquaresStart(double[] counts, boolean[] used, int[] terms) {
        int size = terms.length + 1;
        double[] weights = means;
        double[] responses = sums;
        for (int cell = 0; cell < counts.length; cell++) {
            weights[cell] = used[cell] ? counts[cell] + .5 : 0;
            responses[cell] = weights[cell] == 0 ? 0 : weights[cell] * Math.log(weights[cell]);
        }
        SubsetSums.overSupersets(responses);
        double[] solution = new double[size];
        solution[0] = responses[0];
        for (int i = 0; i < terms.length; i++) solution[i + 1] = responses[terms[i]];
        double[][] information = new double[size][size];
        fillInformation(information, terms);
        if (Cholesky.factor(information, size)) {
            Cholesky.solve(information, solution, size);
        } else {
            Arrays.fill(solution, 0);
        }
        return solution;
    }

    /// Sets means from coefficients and returns the log-likelihood.
    private double evaluate(double[] trial, double[] counts, boolean[] used, int[] terms) {
        Arrays.fill(coefficients, 0);
        coefficients[0] = trial[0];
        for (int i = 0; i < terms.length; i++) coefficients[terms[i]] = trial[i + 1];
        System.arraycopy(coefficients, 0, predictors, 0, predictors.length);
        SubsetSums.overSubsets(predictors);
        double likelihood = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            means[cell] = used[cell] ? Math.exp(predictors[cell]) : 0;
            if (used[cell]) likelihood += counts[cell] * predictors[cell] - means[cell];
        }
        return Double.isNaN(likelihood) ? Double.NEGATIVE_INFINITY : likelihood;
    }

    private double[] score(double[] counts, boolean[] used, int[] terms) {
        for (int cell = 0; cell < counts.length; cell++) sums[cell] = used[cell] ? counts[cell] - means[cell] : 0;
        SubsetSums.overSupersets(sums);
        double[] score = new double[terms.length + 1];
        score[0] = sums[0];
        for (int i = 0; i < terms.length; i++) score[i + 1] = sums[terms[i]];
        return score;
    }

    /// The largest score relative to the margin it belongs to.
    private double relativeScore(double[] score, double[] counts, boolean[] used, int[] terms) {
        for (int cell = 0; cell < counts.length; cell++) sums[cell] = used[cell] ? counts[cell] : 0;
        SubsetSums.overSupersets(sums);
        double largest = Math.abs(score[0]) / (1 + sums[0]);
        for (int i = 0; i < terms.length; i++) {
            largest = Math.max(largest, Math.abs(score[i + 1]) / (1 + sums[terms[i]]));
        }
        return largest;
    }

    private void fillInformation(double[][] information, int[] terms) {
        System.arraycopy(means, 0, sums, 0, sums.length);
        SubsetSums.overSupersets(sums);
        information[0][0] = sums[0];
        for (int i = 0; i < terms.length; i++) {
            double[] row = information[i + 1];
            row[0] = sums[terms[i]];
            for (int j = 0; j <= i; j++) row[j + 1] = sums[terms[i] | terms[j]];
        }
    }
}
