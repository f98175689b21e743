package org.constancia.estimation.lcmcr;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.constancia.estimation.chance.Gammas;

/// What a latent-class prior implies for the expansion factor `N / n` before any data: the reciprocal of the
/// probability
/// of being on at least one list. With many lists the uniform prior of capture probabilities states that nearly
/// everybody
/// is seen; this makes such a statement visible.
public final class ImpliedExpansion {
    private static final int DRAWS = 20_000;

    private final double[] sorted;

    /// @param seed the same seed gives the same figures
    public ImpliedExpansion(LatentClassPrior prior, int lists, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        sorted = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) sorted[i] = Math.min(1 + prior.capFactor(), 1 / seen(prior, lists, random));
        Arrays.sort(sorted);
    }

    private static double seen(LatentClassPrior prior, int lists, RandomGenerator random) {
        double logConcentration = Gammas.drawLog(prior.shape(), random) - Math.log(prior.rate());
        double concentration = Math.exp(Math.max(logConcentration, -600));
        double left = 1;
        double seen = 0;
        for (int k = 0; k < prior.classes() && left > 1e-12; k++) {
            boolean last = k == prior.classes() - 1;
            double rest = last ? 0 : Math.exp(-random.nextExponential() / concentration);
            double missed = 1;
            for (int j = 0; j < lists; j++) {
                double yes = Gammas.draw(prior.captureFirst(), random);
                double no = Gammas.draw(prior.captureSecond(), random);
                missed *= no / (yes + no);
            }
            seen += left * (1 - rest) * (1 - missed);
            left *= rest;
        }
        return Math.max(seen, 1e-300);
    }

    /// A quantile of the implied expansion factor, at least 1 and at most one more than the cap factor.
    public double quantile(double p) {
        return sorted[(int) Math.min(DRAWS - 1, Math.floor(p * DRAWS))];
    }
}
