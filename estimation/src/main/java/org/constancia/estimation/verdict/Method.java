package org.constancia.estimation.verdict;

import java.util.Locale;

/// The ways to estimate.
public enum Method {
    /// Bayesian latent classes.
    LCMCR,
    /// Bayesian averaging over decomposable graphs.
    GRAPHS,
    /// Log-linear models.
    LOGLINEAR,
    /// Chao's lower bound.
    CHAO;

    /// The word used in files and on the command line: `lcmcr`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether the method gives an estimate and not only a bound.
    public boolean isEstimate() {
        return this != CHAO;
    }
}
