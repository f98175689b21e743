package org.constancia.linkage.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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

    private final PatternCode code;
    private final List<PairKind> kinds;
    private final double[][] chance;
    private final double[][][] probability;
    private final double[][] share;
    private final int[][] reasonFields;
    private final double[][] logShare;
    private final double[][][] logRatio;

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
        logShare = new double[kinds.size()][CONTEXTS];
        logRatio = new double[kinds.size()][code.fields()][0];
        reasonFields = new int[kinds.size()][];
        for (int k = 0; k < kinds.size(); k++) {
            int kind = k;
            reasonFields[k] = IntStream.range(0, code.fields())
                    .filter(f -> hasReason(kind, f))
                    .toArray();
        }
        prepare();
    }

    private boolean hasReason(int kind, int field) {
        return kinds.get(kind).reasons().contains(code.comparisons().get(field).trait());
    }

    /// Works out the logarithms again after parameters were changed.
    void prepare() {
        for (int k = 0; k < kinds.size(); k++) {
            for (int z = 0; z < CONTEXTS; z++) {
                logShare[k][z] = Math.log(share[k][z]);
            }
            for (int f : reasonFields[k]) {
                double[] ratio = new double[probability[k][f].length];
                for (int level = 1; level < ratio.length; level++) {
                    ratio[level] = Math.log(probability[k][f][level] / chance[f][level]);
                }
                logRatio[k][f] = ratio;
            }
        }
    }

    /// The probability of each kind for a pair of these levels.
    void posterior(byte[] levels, int at, int context, double[] posterior) {
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < posterior.length; k++) {
            double log = logShare[k][context];
            for (int f : reasonFields[k]) {
                log += logRatio[k][f][levels[at + f]];
            }
            posterior[k] = log;
            most = Math.max(most, log);
        }
        double sum = 0;
        for (int k = 0; k < posterior.length; k++) {
            double below = posterior[k] - most;
            posterior[k] = below < NEGLIGIBLE ? 0 : Math.exp(below);
            sum += posterior[k];
        }
        for (int k = 0; k < posterior.length; k++) {
            posterior[k] /= sum;
        }
    }

    /// The probability that a pair with this pattern is a match; 0 when both sides state nothing of what is a
    /// person's own.
    public double probability(long pattern) {
        if (!statesAPerson(pattern)) {
            return 0;
        }
        byte[] levels = new byte[code.fields()];
        for (int f = 0; f < levels.length; f++) {
            levels[f] = (byte) code.level(pattern, f);
        }
        double[] posterior = new double[kinds.size()];
        posterior(levels, 0, code.context(pattern), posterior);
        double match = 0;
        for (int k = 0; k < posterior.length; k++) {
            match += kinds.get(k).match() ? posterior[k] : 0;
        }
        return match;
    }

    private boolean statesAPerson(long pattern) {
        for (int f = 0; f < code.fields(); f++) {
            boolean own = PERSONAL.contains(code.comparisons().get(f).trait());
            if (own && code.level(pattern, f) > 0) {
                return true;
            }
        }
        return false;
    }

    /// Why a pair with this pattern gets its probability: fields taken in their order, each with the change
    /// of the log odds.
    ///
    /// @param scored the probability it was given in the end; what differs from this model's is a step of its
    ///     own
    public Explanation explain(long pattern, double scored) {
        byte[] levels = new byte[code.fields()];
        double[] posterior = new double[kinds.size()];
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
        posterior(levels, 0, context, posterior);
        double match = 0;
        double other = 0;
        for (int k = 0; k < posterior.length; k++) {
            if (kinds.get(k).match()) {
                match += posterior[k];
            } else {
                other += posterior[k];
            }
        }
        return Math.log(Math.max(match, 1e-15) / Math.max(other, 1e-15)) / Math.log(2);
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

    /// The fields that agree for a reason in a kind.
    int[] reasonFields(int kind) {
        return reasonFields[kind];
    }

    /// How many contexts a pattern can have.
    public static int contexts() {
        return CONTEXTS;
    }
}
