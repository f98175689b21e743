package org.constancia.linkage.model;

import java.util.Optional;

/// What scores pairs: the mixture, and what was learned from labels if there were any.
public record TrainedModel(MixtureModel mixture, Optional<LearnedModel> learned) implements PatternScorer.Model {
    @Override
    public double probability(long pattern) {
        return learned.isPresent() ? learned.get().probability(pattern) : mixture.probability(pattern);
    }

    /// As [#probability], but an unlikely match of unreviewed lists (below .005) may come as 0, which is worked
    /// out much faster.
    public double probabilityIfLikely(long pattern) {
        return learned.isPresent() ? learned.get().probability(pattern) : mixture.probabilityIfLikely(pattern);
    }
}
