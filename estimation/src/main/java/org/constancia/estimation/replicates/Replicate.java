package org.constancia.estimation.replicates;

/// One completed data set: what was observed in it and draws of what was not. Holds an array, hence no record.
public final class Replicate {
    private final double observed;
    private final double[] unseen;

    /// @param observed persons on at least one list
    /// @param unseen posterior draws of the unseen count, at least two
    public Replicate(double observed, double[] unseen) {
        if (unseen.length < 2) throw new IllegalArgumentException("too few draws: " + unseen.length);
        this.observed = observed;
        this.unseen = unseen.clone();
    }

    double observed() {
        return observed;
    }

    double[] unseen() {
        return unseen;
    }
}
