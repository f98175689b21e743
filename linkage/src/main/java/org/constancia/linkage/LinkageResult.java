package org.constancia.linkage;

import java.util.List;
import java.util.Map;
import org.constancia.linkage.block.RuleSummary;
import org.constancia.linkage.cluster.Clusters;
import org.constancia.linkage.cluster.ScoredPairs;
import org.constancia.linkage.model.MixtureModel;
import org.constancia.linkage.record.People;

/// What a run found.
///
/// @param people the records
/// @param pairs the pairs with a probability of at least .01, sorted by record
/// @param clusters who is one person
/// @param model the fitted model
/// @param scorers makes what compares and scores any pair, for explanations; one for each thread
/// @param rules the blocking plan
/// @param candidates how many pairs were compared
/// @param histogram candidate pairs by probability, in hundredths
/// @param seconds wall time of every stage in order
public record LinkageResult(
        People people,
        ScoredPairs pairs,
        Clusters clusters,
        MixtureModel model,
        java.util.function.Supplier<org.constancia.linkage.model.PatternScorer> scorers,
        List<RuleSummary> rules,
        long candidates,
        List<Long> histogram,
        Map<String, Double> seconds) {
    public LinkageResult {
        rules = List.copyOf(rules);
        histogram = List.copyOf(histogram);
        seconds = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(seconds));
    }
}
