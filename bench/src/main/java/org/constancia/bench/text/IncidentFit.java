package org.constancia.bench.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A logistic model over named signs, fitted by stochastic gradient steps with shrinkage (L2); the same examples give
/// the same weights.
final class IncidentFit {
    /// @param right whether the gold has it
    record Example(List<String> signs, boolean right) {}

    private static final int ROUNDS = 25;
    private static final int SELDOM = 8;
    private static final double SHRINKAGE = 100;

    private IncidentFit() {}

    /// Weights of the signs that at least {@link #SELDOM} examples show.
    static Map<String, Double> fit(List<Example> examples) {
        Map<String, Integer> counts = new HashMap<>();
        for (Example example : examples) for (String sign : example.signs()) counts.merge(sign, 1, Integer::sum);
        List<String> signs = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= SELDOM)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < signs.size(); i++) numbers.put(signs.get(i), i);
        List<int[]> rows = new ArrayList<>();
        for (Example example : examples)
            rows.add(example.signs().stream()
                    .filter(numbers::containsKey)
                    .mapToInt(numbers::get)
                    .toArray());
        double[] weights = descend(rows, examples, signs);
        Map<String, Double> fitted = new HashMap<>();
        for (int i = 0; i < weights.length; i++) if (Math.abs(weights[i]) >= 0.01) fitted.put(signs.get(i), weights[i]);
        return fitted;
    }

    /// AdaGrad.
    private static double[] descend(List<int[]> rows, List<Example> examples, List<String> signs) {
        double[] weights = new double[signs.size()];
        double[] squares = new double[signs.size()];
        int bias = signs.indexOf("bias");
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) order.add(i);
        Random random = new Random(1);
        double shrinkage = SHRINKAGE / Math.max(1, examples.size());
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (int row : order) {
                double sum = 0;
                for (int sign : rows.get(row)) sum += weights[sign];
                double error = (examples.get(row).right() ? 1 : 0) - 1 / (1 + Math.exp(-sum));
                for (int sign : rows.get(row)) {
                    double gradient = error - (sign == bias ? 0 : shrinkage * weights[sign]);
                    squares[sign] += gradient * gradient;
                    weights[sign] += 0.2 * gradient / Math.sqrt(squares[sign] + 1e-6);
                }
            }
        }
        return weights;
    }
}
