package org.constancia.linkage.model;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// A correction of the unsupervised model learned from reviewed pairs.
///
/// Two parts, both chosen so that labels can only help: a recalibration of the model's log odds by weighted
/// logistic regression, held near the identity by a prior (J. Platt, 1999), and boosted trees on the levels
/// of all fields, as many as five-fold cross-validation asks for, possibly none.
///
/// Reviewed pairs are rarely a fair sample: people review what is doubtful. Each label is weighted by how
/// many candidate pairs of about its probability stand behind it, so that the result is calibrated for all
/// candidates; and where nobody reviewed pairs of about that probability, the model stays as it was.
public final class LearnedModel implements PatternScorer.Model {
    private static final int TREES = 120;
    private static final int STEP = 10;
    private static final int FOLDS = 5;
    private static final double CERTAIN = 12;
    private static final double HEAVIEST = 20;

    /// Strata of the model's log odds: -8 to 8 in steps of 2.
    private static final int STRATA = 9;

    private static final double LOWEST = 8;
    private static final double WIDTH = 2;

    /// So many labels in a stratum are believed by half.
    private static final double HALF_TRUSTED = 25;

    private final MixtureModel mixture;
    private final double intercept;
    private final double slope;
    private final BoostedTrees trees;
    private final int used;
    private final double[] trust;

    private LearnedModel(
            MixtureModel mixture, double intercept, double slope, BoostedTrees trees, int used, double[] trust) {
        this.trust = trust;
        this.mixture = mixture;
        this.intercept = intercept;
        this.slope = slope;
        this.trees = trees;
        this.used = used;
    }

    /// Learns from labels.
    ///
    /// @param patterns the pattern of each reviewed pair
    /// @param same the verdict on each
    /// @param population counts of all candidate patterns, for the weights
    /// @param seed of the folds
    public static LearnedModel fit(
            MixtureModel mixture, long[] patterns, boolean[] same, PatternCounts population, long seed) {
        double[] logOdds = Arrays.stream(patterns)
                .mapToDouble(pattern -> logOdds(mixture, pattern))
                .toArray();
        double[] answer = new double[same.length];
        Arrays.setAll(answer, i -> same[i] ? 1 : 0);
        double[] weight = weights(mixture, logOdds, population);
        double[] line = line(logOdds, answer, weight);
        double[] offset = new double[logOdds.length];
        Arrays.setAll(offset, i -> line[0] + line[1] * logOdds[i]);
        double[][] features = new double[patterns.length][];
        Arrays.setAll(features, i -> features(mixture, patterns[i]));
        int used = validated(features, answer, weight, offset, seed);
        BoostedTrees trees = BoostedTrees.fit(features, answer, weight, offset, used);
        double[] trust = new double[STRATA];
        for (double value : logOdds) {
            trust[stratum(value)]++;
        }
        Arrays.setAll(trust, stratum -> trust[stratum] / (trust[stratum] + HALF_TRUSTED));
        return new LearnedModel(mixture, line[0], line[1], trees, used, trust);
    }

    @Override
    public double probability(long pattern) {
        double before = logOdds(mixture, pattern);
        double correction = intercept + (slope - 1) * before;
        if (used > 0) {
            correction += trees.correction(features(mixture, pattern), used);
        }
        return 1 / (1 + Math.exp(-(before + trust(before) * correction)));
    }

    /// How far labels of about these log odds are to be believed, between the strata's middles by a straight
    /// line.
    private double trust(double logOdds) {
        double at = Math.clamp((logOdds + LOWEST) / WIDTH, 0, STRATA - 1);
        int below = (int) Math.min(STRATA - 2, at);
        return trust[below] + (at - below) * (trust[below + 1] - trust[below]);
    }

    /// All that was learned, as plain numbers.
    ///
    /// @param intercept and `slope` the line through the log odds
    /// @param trees the trees in use, node by node
    /// @param trust how far each stratum of log odds is corrected
    public record Parameters(double intercept, double slope, List<List<List<Double>>> trees, List<Double> trust) {}

    public Parameters parameters() {
        return new Parameters(
                intercept,
                slope,
                trees.parameters().subList(0, used),
                Arrays.stream(trust).boxed().toList());
    }

    /// The same model again.
    public static LearnedModel of(MixtureModel mixture, Parameters parameters) {
        return new LearnedModel(
                mixture,
                parameters.intercept(),
                parameters.slope(),
                BoostedTrees.of(parameters.trees()),
                parameters.trees().size(),
                parameters.trust().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// How many trees cross-validation asked for.
    public int trees() {
        return used;
    }

    private static double logOdds(MixtureModel mixture, long pattern) {
        double probability = mixture.probability(pattern);
        return Math.clamp(Math.log(probability / Math.max(1e-300, 1 - probability)), -CERTAIN, CERTAIN);
    }

    /// The model's log odds, the context, and for every field its weight of evidence and closeness (-1 when
    /// not stated).
    private static double[] features(MixtureModel mixture, long pattern) {
        PatternCode code = mixture.code();
        double[] features = new double[2 + 2 * code.fields()];
        features[0] = logOdds(mixture, pattern);
        features[1] = code.context(pattern);
        for (int f = 0; f < code.fields(); f++) {
            int level = code.level(pattern, f);
            features[2 + 2 * f] =
                    level == 0 ? 0 : Math.log(mixture.probability(0, f, level) / mixture.chance(f, level));
            features[3 + 2 * f] = level == 0 ? -1 : code.levels(f).get(level).closeness();
        }
        return features;
    }

    private static int stratum(double logOdds) {
        return (int) Math.clamp(Math.round((logOdds + LOWEST) / WIDTH), 0, STRATA - 1);
    }

    private static double[] weights(MixtureModel mixture, double[] logOdds, PatternCounts population) {
        double[] behind = new double[STRATA];
        for (long pattern : population.sortedPatterns()) {
            behind[stratum(logOdds(mixture, pattern))] += population.count(pattern);
        }
        double[] labelled = new double[behind.length];
        for (double value : logOdds) {
            labelled[stratum(value)]++;
        }
        double[] weight = new double[logOdds.length];
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            int stratum = stratum(logOdds[i]);
            weight[i] = Math.max(1, behind[stratum]) / labelled[stratum];
            sum += weight[i];
        }
        for (int i = 0; i < weight.length; i++) {
            weight[i] = Math.clamp(weight[i] * weight.length / sum, 1 / HEAVIEST, HEAVIEST);
        }
        return weight;
    }

    /// Intercept and slope by Newton's method, with a normal prior around (0, 1).
    private static double[] line(double[] x, double[] answer, double[] weight) {
        double a = 0;
        double b = 1;
        double priorA = 4;
        double priorB = 20;
        for (int round = 0; round < 30; round++) {
            double ga = -priorA * a;
            double gb = -priorB * (b - 1);
            double haa = priorA;
            double hab = 0;
            double hbb = priorB;
            for (int i = 0; i < x.length; i++) {
                double probability = 1 / (1 + Math.exp(-(a + b * x[i])));
                double residual = weight[i] * (answer[i] - probability);
                double curvature = weight[i] * probability * (1 - probability);
                ga += residual;
                gb += residual * x[i];
                haa += curvature;
                hab += curvature * x[i];
                hbb += curvature * x[i] * x[i];
            }
            double determinant = haa * hbb - hab * hab;
            a += Math.clamp((hbb * ga - hab * gb) / determinant, -1, 1);
            b += Math.clamp((haa * gb - hab * ga) / determinant, -0.5, 0.5);
        }
        return new double[] {a, Math.max(0.2, b)};
    }

    /// The number of trees with the least loss on pairs they did not see; one tree more must be worth it.
    private static int validated(double[][] features, double[] answer, double[] weight, double[] offset, long seed) {
        int[] fold = new int[answer.length];
        SplittableRandom random = new SplittableRandom(seed);
        Arrays.setAll(fold, i -> random.nextInt(FOLDS));
        double[] loss = new double[TREES / STEP + 1];
        for (int held = 0; held < FOLDS; held++) {
            int test = held;
            int[] in = java.util.stream.IntStream.range(0, answer.length)
                    .filter(i -> fold[i] != test)
                    .toArray();
            double[][] x = Arrays.stream(in).mapToObj(i -> features[i]).toArray(double[][]::new);
            BoostedTrees trees = BoostedTrees.fit(x, chosen(answer, in), chosen(weight, in), chosen(offset, in), TREES);
            for (int i = 0; i < answer.length; i++) {
                for (int step = 0; fold[i] == test && step < loss.length; step++) {
                    double score = offset[i] + trees.correction(features[i], step * STEP);
                    loss[step] += weight[i] * Math.log1p(Math.exp(answer[i] > 0.5 ? -score : score));
                }
            }
        }
        int best = 0;
        for (int step = 1; step < loss.length; step++) {
            if (loss[step] < loss[best] * 0.995) {
                best = step;
            }
        }
        return best * STEP;
    }

    private static double[] chosen(double[] values, int[] in) {
        return Arrays.stream(in).mapToDouble(i -> values[i]).toArray();
    }
}
