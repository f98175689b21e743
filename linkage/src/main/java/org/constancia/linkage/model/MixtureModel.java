package org.constancia.linkage.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.constancia.linkage.compare.Trait;

/// The Fellegi-Sunter model as a mixture of several kinds of pairs, fitted by EM on pattern counts without
/// labels.
///
/// The classical model has one kind of non-match, in which fields agree by chance and independently;
/// relatives, who share surnames, day and place, are then taken for one person. Here non-matches are of
/// several kinds, each with the traits that agree *for a reason*: relatives at one event (surname, event,
/// place), strangers at one event (event, place), namesakes (given name, surname), people brought together by
/// a blocking rule. A trait that has no reason to agree keeps its chance distribution, which is what makes
/// the kinds identifiable: relatives may share everything but what is a person's own.
///
/// The match is of kinds too: the same person at the same event, and the same person at another event, whose
/// day and place agree by chance only. Levels are compared within their group (see [Level]); what is stated
/// is no evidence. The share of each kind may depend on the context of the pair.
///
/// I. P. Fellegi and A. B. Sunter, "A theory for record linkage", JASA 64 (1969); W. E. Winkler (1988) for
/// EM; M. D. Larsen and D. B. Rubin, "Iterative automated record linkage using mixture models", JASA 96
/// (2001) for several classes.
public final class MixtureModel {
    private static final Set<Trait> PERSONAL =
            Set.of(Trait.GIVEN_NAME, Trait.SURNAME, Trait.BIRTH, Trait.DOCUMENT, Trait.CONTACT);
    static final int CONTEXTS = 16;
    private static final double NEGLIGIBLE = -35;
    private static final double MOST_BITS = 49;

    /// The log odds of a probability of .005.
    private static final double UNLIKELY = Math.log(0.005 / 0.995);

    private static final double IMPOSSIBLE = -1e9;

    private final PatternCode code;
    private final List<PairKind> kinds;
    private final double[][] chance;
    private final double[][][] probability;
    private final double[][] share;

    /// Kinds side by side, filled up to whole machine vectors: a row of kinds is added in a few instructions.
    private final int stride;

    private final boolean[] match;
    private final double[] logShare;
    private final double[] logRatio;
    private final int[] firstRow;
    private final boolean[] own;

    /// @param chance the chance of each level of each field among random pairs, within its group
    /// @param probability for each kind, the probability of each level of each field, within its group
    /// @param share for each kind, its share among the candidate pairs of each context
    public MixtureModel(
            PatternCode code, List<PairKind> kinds, double[][] chance, double[][][] probability, double[][] share) {
        this.code = code;
        this.kinds = List.copyOf(kinds);
        this.chance = chance;
        this.probability = probability;
        this.share = share;
        stride = (kinds.size() + 3) / 4 * 4;
        match = new boolean[kinds.size()];
        for (int k = 0; k < match.length; k++) {
            match[k] = kinds.get(k).match();
        }
        own = new boolean[code.fields()];
        firstRow = new int[code.fields() + 1];
        for (int f = 0; f < code.fields(); f++) {
            own[f] = PERSONAL.contains(code.comparisons().get(f).trait());
            firstRow[f + 1] = firstRow[f] + chance[f].length;
        }
        logShare = new double[CONTEXTS * stride];
        logRatio = new double[firstRow[code.fields()] * stride];
        prepare();
    }

    private boolean hasReason(int kind, int field) {
        return kinds.get(kind).reasons().contains(code.comparisons().get(field).trait());
    }

    /// Works out the logarithms again after parameters were changed.
    void prepare() {
        for (int z = 0; z < CONTEXTS; z++) {
            for (int k = 0; k < stride; k++) {
                logShare[z * stride + k] = k < match.length ? Math.log(share[k][z]) : IMPOSSIBLE;
            }
        }
        for (int k = 0; k < match.length; k++) {
            for (int f = 0; f < code.fields(); f++) {
                for (int level = 1; hasReason(k, f) && level < chance[f].length; level++) {
                    logRatio[(firstRow[f] + level) * stride + k] =
                            Math.log(probability[k][f][level] / chance[f][level]);
                }
            }
        }
    }

    /// How many numbers a row of kinds takes; those behind the last kind mean nothing.
    int stride() {
        return stride;
    }

    /// The logarithm of each kind's share times its likelihood ratio against chance.
    private void weigh(byte[] levels, int at, int context, double[] logs) {
        System.arraycopy(logShare, context * stride, logs, 0, stride);
        for (int f = 0; f < own.length; f++) {
            add((firstRow[f] + levels[at + f]) * stride, logs);
        }
    }

    private void add(int row, double[] logs) {
        for (int k = 0; k < stride; k++) {
            logs[k] += logRatio[row + k];
        }
    }

    /// The probability of each kind for a pair of these levels; those below `exp(negligible)` times the
    /// greatest are 0.
    void posterior(byte[] levels, int at, int context, double negligible, double[] posterior) {
        weigh(levels, at, context, posterior);
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < match.length; k++) {
            most = Math.max(most, posterior[k]);
        }
        double sum = 0;
        for (int k = 0; k < match.length; k++) {
            double below = posterior[k] - most;
            posterior[k] = below < negligible ? 0 : Math.exp(below);
            sum += posterior[k];
        }
        for (int k = 0; k < match.length; k++) {
            posterior[k] /= sum;
        }
    }

    /// The probability that a pair with this pattern is a match; 0 when both sides state nothing of what is a
    /// person's own.
    public double probability(long pattern) {
        return probability(pattern, Double.NEGATIVE_INFINITY);
    }

    /// As [#probability], but 0 for a probability below .005, which one likelier kind is enough to tell.
    double probabilityIfLikely(long pattern) {
        return probability(pattern, UNLIKELY);
    }

    private double probability(long pattern, double least) {
        double[] logs = new double[stride];
        System.arraycopy(logShare, code.context(pattern) * stride, logs, 0, stride);
        boolean stated = false;
        for (int f = 0; f < own.length; f++) {
            int level = code.level(pattern, f);
            stated |= own[f] && level > 0;
            add((firstRow[f] + level) * stride, logs);
        }
        return stated ? shareOfMatches(logs, least) : 0;
    }

    private double shareOfMatches(double[] logs, double least) {
        double mostMatch = IMPOSSIBLE;
        double mostOther = IMPOSSIBLE;
        int matches = 0;
        for (int k = 0; k < match.length; k++) {
            if (match[k]) {
                mostMatch = Math.max(mostMatch, logs[k]);
                matches++;
            } else {
                mostOther = Math.max(mostOther, logs[k]);
            }
        }
        if (mostMatch + Math.log(matches) - mostOther < least) {
            return 0;
        }
        double most = Math.max(mostMatch, mostOther);
        double ofMatches = 0;
        double ofOthers = 0;
        for (int k = 0; k < match.length; k++) {
            double below = logs[k] - most;
            double weight = below < NEGLIGIBLE ? 0 : Math.exp(below);
            ofMatches += match[k] ? weight : 0;
            ofOthers += match[k] ? 0 : weight;
        }
        return ofMatches / (ofMatches + ofOthers);
    }

    /// Why a pair with this pattern gets its probability: fields taken in their order, each with the change
    /// of the log odds.
    ///
    /// @param scored the probability it was given in the end; what differs from this model's is a step of its
    ///     own
    public Explanation explain(long pattern, double scored) {
        byte[] levels = new byte[code.fields()];
        double[] posterior = new double[stride];
        double before = bits(levels, code.context(pattern), posterior);
        double start = before;
        List<Explanation.Step> steps = new ArrayList<>();
        for (int f = 0; f < levels.length; f++) {
            levels[f] = (byte) code.level(pattern, f);
            double after = bits(levels, code.context(pattern), posterior);
            steps.add(new Explanation.Step(
                    code.comparisons().get(f).name(),
                    code.levels(f).get(levels[f]).label(),
                    after - before));
            before = after;
        }
        double end = Math.clamp(Math.log(scored / (1 - scored)) / Math.log(2), -MOST_BITS, MOST_BITS);
        if (Math.abs(end - Math.clamp(before, -MOST_BITS, MOST_BITS)) > 0.01) {
            steps.add(new Explanation.Step("labels", "learned from reviewed pairs", end - before));
        }
        return new Explanation(start, steps, scored);
    }

    private double bits(byte[] levels, int context, double[] posterior) {
        posterior(levels, 0, context, NEGLIGIBLE, posterior);
        double same = 0;
        double other = 0;
        for (int k = 0; k < match.length; k++) {
            if (match[k]) {
                same += posterior[k];
            } else {
                other += posterior[k];
            }
        }
        return Math.log(Math.max(same, 1e-15) / Math.max(other, 1e-15)) / Math.log(2);
    }

    /// The kinds with their shares in the candidate pairs of a context.
    public double share(int kind, int context) {
        return share[kind][context];
    }

    public List<PairKind> kinds() {
        return kinds;
    }

    public PatternCode code() {
        return code;
    }

    /// The chance of a level among random pairs, within its group.
    public double chance(int field, int level) {
        return chance[field][level];
    }

    /// The probability of a level under a kind, within the level's group.
    public double probability(int kind, int field, int level) {
        return probability[kind][field][level];
    }

    /// How many contexts a pattern can have.
    public static int contexts() {
        return CONTEXTS;
    }
}
