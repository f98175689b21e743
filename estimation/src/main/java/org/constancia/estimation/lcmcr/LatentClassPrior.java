package org.constancia.estimation.lcmcr;

/// What is assumed before the data: how many classes at most, how they are expected to be sized, how easily a
/// class is
/// recorded, and how many unseen there can be at all.
///
/// @param classes `K`, where the stick-breaking is cut off; at least 1
/// @param shape `a` of the Gamma(a, b) prior of the concentration alpha
/// @param rate `b` of that prior
/// @param captureFirst first parameter of the beta prior of every capture probability, 1 for uniform
/// @param captureSecond second parameter of it
/// @param capFactor the unseen count is at most this many times the observed one; the LCMCR package fixes it at 20
public record LatentClassPrior(
        int classes, double shape, double rate, double captureFirst, double captureSecond, double capFactor) {
    /// The priors of Manrique-Vallier (2016) with ten classes and the cap of the LCMCR package.
    public static final LatentClassPrior CUSTOMARY = new LatentClassPrior(10, .25, .25, 1, 1, 20);

    public LatentClassPrior {
        if (classes < 1 || classes > 100) throw new IllegalArgumentException("classes: " + classes);
        if (!(shape > 0 && rate > 0)) throw new IllegalArgumentException("alpha prior: " + shape + ", " + rate);
        if (!(captureFirst >= 1 && captureSecond >= 1)) {
            throw new IllegalArgumentException("capture prior below 1: " + captureFirst + ", " + captureSecond);
        }
        if (!(capFactor > 0)) throw new IllegalArgumentException("cap: " + capFactor);
    }

    public LatentClassPrior withClasses(int other) {
        return new LatentClassPrior(other, shape, rate, captureFirst, captureSecond, capFactor);
    }

    public LatentClassPrior withConcentration(double otherShape, double otherRate) {
        return new LatentClassPrior(classes, otherShape, otherRate, captureFirst, captureSecond, capFactor);
    }

    public LatentClassPrior withCap(double otherFactor) {
        return new LatentClassPrior(classes, shape, rate, captureFirst, captureSecond, otherFactor);
    }

    public LatentClassPrior withCapture(double first, double second) {
        return new LatentClassPrior(classes, shape, rate, first, second, capFactor);
    }

    /// The largest unseen count for a table.
    public double cap(double observed) {
        return Math.floor(capFactor * observed);
    }
}
