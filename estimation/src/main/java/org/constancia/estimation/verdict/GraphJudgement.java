package org.constancia.estimation.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.constancia.estimation.graphs.GraphPosterior;

/// Reads a posterior over graphs critically.
public final class GraphJudgement {
    /// Probability of the saturated graph above which the answer is an artefact.
    public static final double LARGEST_SATURATED = .05;

    private static final double LARGEST_TAIL = .001;

    private GraphJudgement() {}

    /// The result with its reasons.
    public static MethodResult judge(GraphPosterior posterior, double cpuSeconds) {
        List<Reason> reasons = new ArrayList<>();
        if (posterior.saturatedProbability() > LARGEST_SATURATED) {
            reasons.add(Reason.of(Reason.Code.SATURATED_GRAPH, posterior.saturatedProbability()));
        }
        if (posterior.tailMass() > LARGEST_TAIL) reasons.add(Reason.of(Reason.Code.GRAPH_TAIL));
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("delta", posterior.delta());
        settings.put("graph_prior", "uniform");
        settings.put("prior_of_N", "1/N");
        Map<String, Object> diagnostics = new LinkedHashMap<>();
        diagnostics.put("graphs", posterior.graphs().size());
        diagnostics.put("p_saturated", posterior.saturatedProbability());
        diagnostics.put(
                "top_graph", posterior.graphs().get(posterior.topGraph()).name());
        diagnostics.put("top_graph_probability", posterior.graphProbability(posterior.topGraph()));
        diagnostics.put("mode", posterior.mode());
        diagnostics.put("tail_mass", posterior.tailMass());
        diagnostics.put("largest_unseen", posterior.largestUnseen());
        Figures figures = Figures.exact(
                posterior.mean(), posterior.quantile(.5), posterior.quantile(.025), posterior.quantile(.975));
        return new MethodResult(Method.GRAPHS, settings, reasons, figures, diagnostics, 0, cpuSeconds);
    }
}
