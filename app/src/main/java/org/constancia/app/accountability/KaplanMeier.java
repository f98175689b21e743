package org.constancia.app.accountability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The share of cases that have not reached a stage by a given time, when some are still open: the product-limit
/// estimator (E. L. Kaplan, P. Meier, JASA 53, 1958) with 95 % bounds on the log-log scale (J. D. Kalbfleisch,
/// R. L. Prentice, 1980), which stay between 0 and 1.
public final class KaplanMeier {
    private static final double Z = 1.959963984540054;

    /// One case.
    ///
    /// @param days from the event until the stage, or until it was last seen without it
    /// @param reached whether it reached the stage then
    public record Observation(long days, boolean reached) {}

    /// The estimate just after a time.
    ///
    /// @param share that has not reached the stage, 0 to 1
    /// @param atRisk how many were still under observation without it
    public record Point(double share, double low, double high, long atRisk) {}

    private final List<Observation> observations;

    public KaplanMeier(List<Observation> observations) {
        this.observations = observations.stream()
                .sorted(Comparator.comparingLong(Observation::days))
                .toList();
    }

    public Point at(long days) {
        double share = 1;
        double greenwood = 0;
        for (long time : times(days)) {
            long atRisk = atRisk(time);
            long reached = observations.stream()
                    .filter(one -> one.reached() && one.days() == time)
                    .count();
            share *= 1 - (double) reached / atRisk;
            if (reached < atRisk) greenwood += reached / ((double) atRisk * (atRisk - reached));
        }
        return new Point(share, bound(share, greenwood, Z), bound(share, greenwood, -Z), atRisk(days + 1));
    }

    private List<Long> times(long days) {
        List<Long> times = new ArrayList<>();
        for (Observation one : observations) {
            if (one.reached() && one.days() <= days && !times.contains(one.days())) times.add(one.days());
        }
        return times;
    }

    private long atRisk(long time) {
        return observations.stream().filter(one -> one.days() >= time).count();
    }

    private static double bound(double share, double greenwood, double z) {
        if (share <= 0 || share >= 1) return share;
        double logarithm = Math.log(share);
        return Math.exp(logarithm * Math.exp(z * Math.sqrt(greenwood) / -logarithm));
    }
}
