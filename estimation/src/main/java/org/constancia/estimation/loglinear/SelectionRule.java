package org.constancia.estimation.loglinear;

/// When a stepwise search takes one more interaction into the model.
public enum SelectionRule {
    /// When it lowers Akaike's criterion.
    AIC,
    /// When it lowers Schwarz's criterion.
    BIC,
    /// When the number of persons shared by the two lists has a one-sided Poisson p-value below .02 under the model
    /// without the interaction (Chan, Silverman and Vincent 2021).
    P_BELOW_2_PERCENT
}
