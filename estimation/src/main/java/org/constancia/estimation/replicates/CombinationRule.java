package org.constancia.estimation.replicates;

/// How estimates from several completed data sets become one.
public enum CombinationRule {
    /// D. Rubin, "Multiple Imputation for Nonresponse in Surveys", 1987: `(m-1) (1 + m W / ((m+1) B))^2` degrees of
    /// freedom.
    RUBIN_1987,
    /// The rule of the verdata package, `(m-1) (1 + W / ((m+1) B))^2` degrees of freedom: wider for 10 and more
    /// replicates.
    VERDATA_COMPATIBLE
}
