package org.constancia.linkage.model;

import java.util.Optional;

/// What scores pairs: the mixture, and what was learned from labels if there were any.
public record TrainedModel(MixtureModel mixture, Optional<LearnedModel> learned) implements PatternScorer.Model {
    @Override
    public double probability(long pattern) {
        return learned.isPresent() ? learned.get().probability(pattern) : mixture.probability(pattern);
    }
}
