package org.constancia.linkage.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gradient boosted regression trees for a yes-or-no answer, small and deterministic.
///
/// J. H. Friedman, "Greedy function approximation: a gradient boosting machine", Annals of Statistics 29
/// (2001), with the second-order gain and shrinkage of leaves of T. Chen and C. Guestrin, "XGBoost" (2016).
/// Features are cut into at most 32 bins by their quantiles; trees have depth 3; each case starts from an
/// offset, so that the trees learn a correction.
final class BoostedTrees {
    private static final int BINS = 32;
    private static final int DEPTH = 3;
    private static final double RATE = 0.06;
    private static final double SHRINKAGE = 4;
    private static final double MIN_WEIGHT = 8;

    /// A node: leaves have feature -1 and a value; others send a case left if its feature is at most the cut.
    private record Node(int feature, double cut, int left, int right, double value) {}

    private final List<List<Node>> trees = new ArrayList<>();

    /// Learns trees.
    ///
    /// @param features the features of each case
    /// @param answer 1 for yes, 0 for no
    /// @param weight the weight of each case; about 1 on average
    /// @param offset the log odds each case starts from
    static BoostedTrees fit(double[][] features, double[] answer, double[] weight, double[] offset, int count) {
        BoostedTrees model = new BoostedTrees();
        double[] score = offset.clone();
        double[][] cuts = cuts(features);
        byte[][] bins = bins(features, cuts);
        double[] gradient = new double[score.length];
        double[] curvature = new double[score.length];
        int[] all = new int[score.length];
        Arrays.setAll(all, i -> i);
        for (int tree = 0; tree < count; tree++) {
            for (int i = 0; i < score.length; i++) {
                double probability = 1 / (1 + Math.exp(-score[i]));
                gradient[i] = weight[i] * (answer[i] - probability);
                curvature[i] = weight[i] * Math.max(1e-6, probability * (1 - probability));
            }
            List<Node> nodes = new ArrayList<>();
            grow(nodes, all, bins, cuts, gradient, curvature, DEPTH);
            model.trees.add(nodes);
            for (int i = 0; i < score.length; i++) {
                score[i] += value(nodes, features[i]);
            }
        }
        return model;
    }

    /// All trees as plain numbers: for every node its feature, cut, left and right child, and value.
    List<List<List<Double>>> parameters() {
        return trees.stream()
                .map(nodes -> nodes.stream()
                        .map(node -> List.of(
                                (double) node.feature(),
                                node.cut(),
                                (double) node.left(),
                                (double) node.right(),
                                node.value()))
                        .toList())
                .toList();
    }

    /// Trees from what [#parameters()] gave.
    static BoostedTrees of(List<List<List<Double>>> parameters) {
        BoostedTrees model = new BoostedTrees();
        for (List<List<Double>> nodes : parameters) {
            model.trees.add(nodes.stream()
                    .map(node -> new Node(
                            node.get(0).intValue(),
                            node.get(1),
                            node.get(2).intValue(),
                            node.get(3).intValue(),
                            node.get(4)))
                    .toList());
        }
        return model;
    }

    /// What the first `count` trees add to the log odds of a case.
    double correction(double[] features, int count) {
        double sum = 0;
        for (int tree = 0; tree < Math.min(count, trees.size()); tree++) {
            sum += value(trees.get(tree), features);
        }
        return sum;
    }

    private static double value(List<Node> nodes, double[] features) {
        Node node = nodes.getFirst();
        while (node.feature() >= 0) {
            node = nodes.get(features[node.feature()] <= node.cut() ? node.left() : node.right());
        }
        return node.value();
    }

    private static double[][] cuts(double[][] features) {
        int count = features.length == 0 ? 0 : features[0].length;
        double[][] cuts = new double[count][];
        for (int f = 0; f < count; f++) {
            int feature = f;
            double[] sorted = Arrays.stream(features)
                    .mapToDouble(row -> row[feature])
                    .sorted()
                    .distinct()
                    .toArray();
            int wanted = Math.min(BINS - 1, Math.max(0, sorted.length - 1));
            cuts[f] = new double[wanted];
            for (int cut = 0; cut < wanted; cut++) {
                int at = (int) ((long) (cut + 1) * (sorted.length - 1) / (wanted + 1));
                cuts[f][cut] = (sorted[at] + sorted[Math.min(at + 1, sorted.length - 1)]) / 2;
            }
        }
        return cuts;
    }

    private static byte[][] bins(double[][] features, double[][] cuts) {
        byte[][] bins = new byte[features.length][cuts.length];
        for (int i = 0; i < features.length; i++) {
            for (int f = 0; f < cuts.length; f++) {
                int bin = 0;
                while (bin < cuts[f].length && features[i][f] > cuts[f][bin]) {
                    bin++;
                }
                bins[i][f] = (byte) bin;
            }
        }
        return bins;
    }

    private static int grow(
            List<Node> nodes,
            int[] cases,
            byte[][] bins,
            double[][] cuts,
            double[] gradient,
            double[] curvature,
            int depth) {
        int number = nodes.size();
        nodes.add(new Node(-1, 0, 0, 0, 0));
        double sumGradient = 0;
        double sumCurvature = 0;
        for (int i : cases) {
            sumGradient += gradient[i];
            sumCurvature += curvature[i];
        }
        Split split = depth == 0 ? null : bestSplit(cases, bins, cuts, gradient, curvature);
        if (split == null) {
            nodes.set(number, new Node(-1, 0, 0, 0, RATE * sumGradient / (sumCurvature + SHRINKAGE)));
            return number;
        }
        int feature = split.feature();
        int cut = split.cut();
        int[] leftCases =
                Arrays.stream(cases).filter(i -> bins[i][feature] <= cut).toArray();
        int[] rightCases =
                Arrays.stream(cases).filter(i -> bins[i][feature] > cut).toArray();
        int left = grow(nodes, leftCases, bins, cuts, gradient, curvature, depth - 1);
        int right = grow(nodes, rightCases, bins, cuts, gradient, curvature, depth - 1);
        nodes.set(number, new Node(feature, cuts[feature][cut], left, right, 0));
        return number;
    }

    private record Split(int feature, int cut) {}

    /// The split of these cases with the largest gain; null when none gains anything.
    private static @Nullable Split bestSplit(
            int[] cases, byte[][] bins, double[][] cuts, double[] gradient, double[] curvature) {
        double bestGain = 1e-6;
        Split best = null;
        for (int f = 0; f < cuts.length && cases.length >= 2 * MIN_WEIGHT; f++) {
            double[] g = new double[BINS];
            double[] h = new double[BINS];
            int[] n = new int[BINS];
            for (int i : cases) {
                g[bins[i][f]] += gradient[i];
                h[bins[i][f]] += curvature[i];
                n[bins[i][f]]++;
            }
            double allG = Arrays.stream(g).sum();
            double allH = Arrays.stream(h).sum();
            double leftG = 0;
            double leftH = 0;
            int leftN = 0;
            for (int cut = 0; cut < cuts[f].length; cut++) {
                leftG += g[cut];
                leftH += h[cut];
                leftN += n[cut];
                if (leftN < MIN_WEIGHT || cases.length - leftN < MIN_WEIGHT) {
                    continue;
                }
                double gain = gain(leftG, leftH) + gain(allG - leftG, allH - leftH) - gain(allG, allH);
                if (gain > bestGain) {
                    bestGain = gain;
                    best = new Split(f, cut);
                }
            }
        }
        return best;
    }

    private static double gain(double gradient, double curvature) {
        return gradient * gradient / (curvature + SHRINKAGE);
    }
}
