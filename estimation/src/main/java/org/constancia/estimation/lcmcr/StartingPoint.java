package org.constancia.estimation.lcmcr;

import java.util.random.RandomGenerator;

/// Where a chain begins: classes of random sizes whose capture probabilities are scaled so that a wanted share of all
/// persons is unseen. Chains that begin far apart and end together have converged.
final class StartingPoint {
    private StartingPoint() {}

    static LatentClassState draw(CaptureData data, LatentClassPrior prior, double hiddenShare, RandomGenerator random) {
        LatentClassState state = new LatentClassState(prior.classes(), data.lists);
        double perList = 1 - Math.pow(hiddenShare, 1.0 / data.lists);
        for (int k = 0; k < prior.classes(); k++) {
            for (int j = 0; j < data.lists; j++) {
                double probability = Math.clamp(perList * 2 * random.nextDouble(), 1e-4, 1 - 1e-4);
                state.capture[k * data.lists + j] = probability;
                state.miss[k * data.lists + j] = 1 - probability;
            }
            boolean last = k == prior.classes() - 1;
            double stick = Math.clamp(random.nextDouble(), .05, .95);
            state.logStick[k] = last ? 0 : Math.log(stick);
            state.logRest[k] = last ? Double.NEGATIVE_INFINITY : Math.log(1 - stick);
        }
        state.concentration = .3 / prior.classes();
        state.breakSticks();
        return state;
    }
}
