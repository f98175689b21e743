package org.constancia.estimation.loglinear;

/// A bias-corrected and accelerated bootstrap interval of the total.
///
/// @param estimate the total on the data themselves
/// @param lower 2.5 % end
/// @param upper 97.5 % end
/// @param bias the bias correction `z0`
/// @param acceleration the acceleration `a`
/// @param resamples resamples on which a model could be chosen
/// @param failed resamples on which none could
public record BcaInterval(
        double estimate, double lower, double upper, double bias, double acceleration, int resamples, int failed) {}
