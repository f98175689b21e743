package org.constancia.linkage.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.constancia.linkage.compare.Level;

/// Fits a [MixtureModel] by expectation maximisation on pattern counts, without labels.
///
/// The start is a model in which matches agree and each kind of different people agrees on its reasons. In
/// every round, matches of all kinds share the distribution of a field; priors keep a kind of few pairs near
/// the start. A kind of different people never gets less than a small share of the number of matches: no list
/// rules out that two people share what that kind shares.
///
/// A. P. Dempster, N. M. Laird, D. B. Rubin, "Maximum likelihood from incomplete data via the EM algorithm",
/// JRSS B 39 (1977); on pattern counts: T. Enamorado, B. Fifield, K. Imai, "Using a probabilistic model to
/// assist merging of large-scale administrative records", APSR 113 (2019).
public final class MixtureFit {
    private static final int PARTS = 16;
    private static final double NEGLIGIBLE = -20;
    private static final double M_PRIOR = 15;
    private static final double KIND_PRIOR = 30;

    /// No kind of different people is ever ruled out, whatever the list holds: each is at least this share of
    /// the matches.
    private static final double LEAST_SHARE = 0.02;

    private final PatternCode code;
    private final List<PairKind> kinds;
    private final double[][] chance;
    private final double[][][] probability;
    private final double[][] share;
    private final MixtureModel model;

    private MixtureFit(PatternCode code, ChanceAgreement known, List<PairKind> kinds) {
        this.code = code;
        this.kinds = kinds;
        chance = new double[code.fields()][];
        for (int f = 0; f < chance.length; f++) {
            chance[f] = new double[code.levels(f).size()];
            for (int level = 0; level < chance[f].length; level++) {
                chance[f][level] = known.of(f, level);
            }
        }
        probability = new double[kinds.size()][code.fields()][];
        share = new double[kinds.size()][MixtureModel.CONTEXTS];
        start();
        model = new MixtureModel(code, kinds, chance, probability, share);
    }

    /// Fits a model.
    ///
    /// @param counts patterns of candidate pairs (all of them or a fair sample)
    /// @param rounds rounds of EM
    public static MixtureModel fit(
            PatternCode code, ChanceAgreement chance, List<PairKind> kinds, PatternCounts counts, int rounds) {
        MixtureFit fit = new MixtureFit(code, chance, kinds);
        Sample sample = new Sample(code, counts);
        for (int round = 0; round < rounds; round++) {
            fit.step(sample);
        }
        return fit.model;
    }

    private MixtureFit(MixtureModel known) {
        code = known.code();
        kinds = known.kinds();
        chance = new double[code.fields()][];
        probability = new double[kinds.size()][code.fields()][];
        share = new double[kinds.size()][MixtureModel.CONTEXTS];
        for (int f = 0; f < chance.length; f++) {
            int field = f;
            chance[f] = new double[code.levels(f).size()];
            Arrays.setAll(chance[f], level -> known.chance(field, level));
            for (int k = 0; k < kinds.size(); k++) {
                int kind = k;
                probability[k][f] = new double[chance[f].length];
                Arrays.setAll(probability[k][f], level -> known.probability(kind, field, level));
            }
        }
        for (int k = 0; k < share.length; k++) {
            int kind = k;
            Arrays.setAll(share[k], context -> known.share(kind, context));
        }
        model = new MixtureModel(code, kinds, chance, probability, share);
    }

    /// The same model for other candidate pairs: how the kinds of pairs come out stays, how many there are of each is
    /// fitted anew.
    ///
    /// @param counts patterns of the other candidate pairs
    public static MixtureModel withShares(MixtureModel model, PatternCounts counts, int rounds) {
        MixtureFit fit = new MixtureFit(model);
        Sample sample = new Sample(fit.code, counts);
        for (int round = 0; round < rounds; round++) {
            fit.learnShares(fit.expectation(sample).kind);
            fit.model.prepare();
        }
        return fit.model;
    }

    private boolean hasReason(int kind, int field) {
        return kinds.get(kind).reasons().contains(code.comparisons().get(field).trait());
    }

    private void start() {
        for (int k = 0; k < kinds.size(); k++) {
            Arrays.fill(share[k], kinds.get(k).match() ? 0.05 : 1.0 / kinds.size());
            for (int f = 0; f < code.fields(); f++) {
                probability[k][f] = hasReason(k, f) ? agreeing(f, kinds.get(k).match() ? 1 : 0.6) : chance[f];
            }
        }
    }

    /// A distribution in which agreement is the rule: weight by closeness, shared out within the group by
    /// chance.
    private double[] agreeing(int field, double strength) {
        List<Level> levels = code.levels(field);
        double[] result = new double[levels.size()];
        double[] sum = new double[levels.size() + 1];
        for (int level = 1; level < result.length; level++) {
            double closeness = levels.get(level).closeness();
            result[level] = Math.pow(closeness, 6) * Math.pow(chance[field][level], 0.6) + 0.0005;
            sum[levels.get(level).group()] += result[level];
        }
        result[0] = 1;
        for (int level = 1; level < result.length; level++) {
            double agreeing = result[level] / sum[levels.get(level).group()];
            result[level] =
                    strength * (0.95 * agreeing + 0.05 * chance[field][level]) + (1 - strength) * chance[field][level];
        }
        return result;
    }

    private void step(Sample sample) {
        Expectation sum = expectation(sample);
        learnLevels(sum.level);
        learnShares(sum.kind);
        model.prepare();
    }

    private Expectation expectation(Sample sample) {
        int parts = Math.max(1, Math.min(PARTS, sample.size() / 512));
        List<Expectation> done = IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> expectation(sample, (int) ((long) sample.size() * part / parts), (int)
                        ((long) sample.size() * (part + 1) / parts)))
                .toList();
        Expectation sum = done.getFirst();
        for (Expectation part : done.subList(1, done.size())) {
            sum.add(part);
        }
        return sum;
    }

    /// Expected counts, rows of kinds for every level of every field and for every context. Parts are always
    /// the same and added in order, so that rounding does not depend on threads.
    private static final class Expectation {
        final double[][] level;
        final double[][] kind;

        Expectation(int stride, double[][] fields) {
            level = new double[fields.length][];
            for (int f = 0; f < fields.length; f++) {
                level[f] = new double[fields[f].length * stride];
            }
            kind = new double[MixtureModel.CONTEXTS][stride];
        }

        void add(Expectation other) {
            for (int f = 0; f < level.length; f++) {
                addRow(level[f], 0, other.level[f]);
            }
            for (int z = 0; z < MixtureModel.CONTEXTS; z++) {
                addRow(kind[z], 0, other.kind[z]);
            }
        }
    }

    private static void addRow(double[] target, int at, double[] row) {
        for (int i = 0; i < row.length; i++) {
            target[at + i] += row[i];
        }
    }

    private Expectation expectation(Sample sample, int from, int to) {
        int stride = model.stride();
        Expectation sum = new Expectation(stride, chance);
        double[] row = new double[stride];
        int fields = code.fields();
        byte[] levels = sample.levels;
        for (int p = from; p < to; p++) {
            int at = p * fields;
            model.posterior(levels, at, sample.context[p], NEGLIGIBLE, row);
            double count = sample.count[p];
            for (int k = 0; k < row.length; k++) {
                row[k] *= count;
            }
            addRow(sum.kind[sample.context[p]], 0, row);
            for (int f = 0; f < fields; f++) {
                addRow(sum.level[f], levels[at + f] * stride, row);
            }
        }
        return sum;
    }

    private void learnLevels(double[][] expected) {
        int stride = model.stride();
        for (int f = 0; f < code.fields(); f++) {
            double[] matched = new double[chance[f].length];
            for (int k = 0; k < kinds.size(); k++) {
                if (kinds.get(k).match() && hasReason(k, f)) {
                    addRow(matched, 0, ofKind(expected[f], k, stride));
                }
            }
            double[] m = normalised(f, matched, agreeing(f, 1), M_PRIOR);
            for (int k = 0; k < kinds.size(); k++) {
                if (hasReason(k, f)) {
                    probability[k][f] = kinds.get(k).match()
                            ? m
                            : normalised(f, ofKind(expected[f], k, stride), agreeing(f, 0.6), KIND_PRIOR);
                }
            }
        }
    }

    private void learnShares(double[][] countByContext) {
        double[][] kindCount = new double[kinds.size()][MixtureModel.CONTEXTS];
        for (int k = 0; k < kindCount.length; k++) {
            for (int z = 0; z < MixtureModel.CONTEXTS; z++) {
                kindCount[k][z] = countByContext[z][k];
            }
        }
        double[] overall = new double[kinds.size()];
        double total = 0;
        double matches = 0;
        for (int k = 0; k < kinds.size(); k++) {
            matches += kinds.get(k).match() ? Arrays.stream(kindCount[k]).sum() : 0;
        }
        for (int k = 0; k < kinds.size(); k++) {
            double least = kinds.get(k).match() ? 1 : Math.max(1, LEAST_SHARE * matches);
            overall[k] = Math.max(least, Arrays.stream(kindCount[k]).sum());
            total += overall[k];
        }
        for (int z = 0; z < MixtureModel.CONTEXTS; z++) {
            double here = 0;
            for (int k = 0; k < kinds.size(); k++) {
                here += kindCount[k][z];
            }
            for (int k = 0; k < kinds.size(); k++) {
                double seen = (kindCount[k][z] + 50 * overall[k] / total) / (here + 50);
                share[k][z] = kinds.get(k).match() ? seen : Math.max(LEAST_SHARE * matches / total, seen);
            }
        }
    }

    /// The column of a kind in rows of kinds.
    private static double[] ofKind(double[] rows, int kind, int stride) {
        double[] column = new double[rows.length / stride];
        Arrays.setAll(column, level -> rows[level * stride + kind]);
        return column;
    }

    private double[] normalised(int field, double[] expected, double[] prior, double weight) {
        List<Level> levels = code.levels(field);
        double[] result = new double[expected.length];
        double[] sum = new double[expected.length + 1];
        for (int level = 1; level < result.length; level++) {
            result[level] = expected[level] + weight * prior[level];
            sum[levels.get(level).group()] += result[level];
        }
        for (int level = 1; level < result.length; level++) {
            result[level] /= sum[levels.get(level).group()];
        }
        result[0] = 1;
        return result;
    }

    /// The patterns of a sample with their levels unpacked.
    private static final class Sample {
        final byte[] levels;
        final byte[] context;
        final double[] count;

        Sample(PatternCode code, PatternCounts counts) {
            long[] patterns = counts.sortedPatterns();
            levels = new byte[patterns.length * code.fields()];
            context = new byte[patterns.length];
            count = new double[patterns.length];
            for (int p = 0; p < patterns.length; p++) {
                for (int f = 0; f < code.fields(); f++) {
                    levels[p * code.fields() + f] = (byte) code.level(patterns[p], f);
                }
                context[p] = (byte) code.context(patterns[p]);
                count[p] = counts.count(patterns[p]);
            }
        }

        int size() {
            return count.length;
        }
    }
}
