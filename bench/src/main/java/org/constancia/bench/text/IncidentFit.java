package org.constancia.bench.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A logistic model over named signs, fitted by stochastic gradient steps with shrinkage (L2); the same examples give
/// the same weights.
final class IncidentFit {
    /// @param right whether the gold has it
    record Example(List<String> signs, boolean right) {}

    private static final int ROUNDS = 40;

    private IncidentFit() {}

    static Map<String, Double> fit(List<Example> examples) {
        Map<String, Integer> counts = new HashMap<>();
        for (Example example : examples) for (String sign : example.signs()) counts.merge(sign, 1, Integer::sum);
        Map<String, double[]> weights = new HashMap<>();
        counts.forEach((sign, count) -> {
            if (count >= Integer.getInteger("mc", 8)) weights.put(sign, new double[2]);
        });
        List<Example> order = new ArrayList<>(examples);
        Random random = new Random(1);
        double perExample = 1.0 / Math.max(1, examples.size());
        for (int round = 0; round < ROUNDS; round++) {
            java.util.Collections.shuffle(order, random);
            for (Example example : order) step(example, weights, perExample);
        }
        Map<String, Double> fitted = new HashMap<>();
        weights.forEach((sign, weight) -> {
            if (Math.abs(weight[0]) >= 0.01) fitted.put(sign, weight[0]);
        });
        return fitted;
    }

    /// AdaGrad.
    private static void step(Example example, Map<String, double[]> weights, double shrinkage) {
        double sum = 0;
        for (String sign : example.signs()) {
            double[] weight = weights.get(sign);
            if (weight != null) sum += weight[0];
        }
        double error = (example.right() ? 1 : 0) - 1 / (1 + Math.exp(-sum));
        for (String sign : example.signs()) {
            double[] weight = weights.get(sign);
            if (weight == null) continue;
            double gradient = error - shrinkage * weight[0] * (sign.equals("bias") ? 0 : Integer.getInteger("l2", 20));
            weight[1] += gradient * gradient;
            weight[0] += 0.2 * gradient / Math.sqrt(weight[1] + 1e-6);
        }
    }
}
