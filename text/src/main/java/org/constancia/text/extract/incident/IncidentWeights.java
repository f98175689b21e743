package org.constancia.text.extract.incident;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.constancia.text.extract.lexicon.LexiconFile;

/// How much every sign counts: one logistic model for the type and one for each slot, with the level from which a
/// proposal is made.
///
/// The weights are fitted on reports with gold (`bench text incidents --fit`) and kept in `incident-weights.txt`, one
/// sign a line, so that anybody can see what speaks for what.
public final class IncidentWeights implements Judge {
    private final Map<String, Map<String, Double>> models = new HashMap<>();

    public IncidentWeights(Map<String, Map<String, Double>> models) {
        this.models.putAll(models);
    }

    static IncidentWeights bundled() {
        Map<String, Map<String, Double>> models = new HashMap<>();
        for (List<String> row : LexiconFile.rows("en/incident-weights.txt"))
            models.computeIfAbsent(row.get(0), _ -> new HashMap<>()).put(row.get(1), Double.valueOf(row.get(2)));
        return new IncidentWeights(models);
    }

    /// Probability that the signs are those of a right proposal.
    @Override
    public double probability(String model, List<String> signs) {
        Map<String, Double> weights = models.getOrDefault(model, Map.of());
        double sum = 0;
        for (String sign : signs) sum += weights.getOrDefault(sign, 0.0);
        return 1 / (1 + Math.exp(-sum));
    }

    /// From which probability a proposal is made.
    @Override
    public double level(String model) {
        return models.getOrDefault(model, Map.of()).getOrDefault("level", 0.5);
    }
}
