package org.constancia.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.constancia.linkage.block.BlockingRecall;
import org.constancia.linkage.block.RuleSummary;
import org.constancia.linkage.cluster.Clusters;
import org.constancia.linkage.cluster.Constraints;
import org.constancia.linkage.cluster.ScoredPairs;
import org.constancia.linkage.model.MixtureModel;
import org.constancia.linkage.model.PatternCode;
import org.constancia.linkage.model.PatternScorer;
import org.constancia.linkage.model.TrainedModel;
import org.constancia.linkage.record.People;
import org.constancia.linkage.review.Selection;

/// What a run found.
///
/// @param people the records
/// @param pairs the pairs with a probability of at least .01, sorted by record
/// @param clusters who is one person
/// @param constraints what people decided and which lists hold nobody twice
/// @param trained the fitted model
/// @param scorers makes what compares and scores any pair, for explanations; one for each thread
/// @param rules the blocking plan
/// @param recall how much of the true pairs the plan finds, where it was estimated
/// @param candidates how many pairs were compared
/// @param histogram candidate pairs by probability, in hundredths
/// @param times wall and processor time of every stage in order
public record LinkageResult(
        People people,
        ScoredPairs pairs,
        Clusters clusters,
        Constraints constraints,
        TrainedModel trained,
        Supplier<PatternScorer> scorers,
        List<RuleSummary> rules,
        BlockingRecall recall,
        long candidates,
        List<Long> histogram,
        StageTimes times) {
    public LinkageResult {
        rules = List.copyOf(rules);
        histogram = List.copyOf(histogram);
    }

    /// The model before labels, which explains pairs.
    public MixtureModel model() {
        return trained.mixture();
    }

    /// What the model says of each scored pair by itself, before the pairs of the same two clusters spoke for
    /// each other: this is what reviewed pairs correct, so it is what says which to review.
    public double[] modelProbabilities() {
        PatternScorer scorer = scorers.get();
        double[] probabilities = new double[pairs.size()];
        Arrays.setAll(probabilities, pair -> scorer.probability(pairs.left(pair), pairs.right(pair)));
        return probabilities;
    }

    /// Tells scored pairs that look like two relatives: the surnames agree and the given names do not.
    public Selection.Relatives relatives() {
        PatternScorer scorer = scorers.get();
        return pair -> areLikelyRelatives(scorer.pattern(pairs.left(pair), pairs.right(pair)));
    }

    private boolean areLikelyRelatives(long pattern) {
        PatternCode code = model().code();
        double given = 1;
        double surname = 0;
        for (int f = 0; f < code.fields(); f++) {
            double closeness = code.levels(f).get(code.level(pattern, f)).closeness();
            switch (code.comparisons().get(f).trait()) {
                case GIVEN_NAME -> given = f == 0 ? closeness : given;
                case SURNAME -> surname = Math.max(surname, closeness);
                case BIRTH, EVENT, PLACE, DOCUMENT, CONTACT, OTHER -> {}
            }
        }
        return surname >= 0.8 && given < 0.5;
    }
}
