package org.constancia.linkage.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.constancia.linkage.compare.Level;
import org.constancia.linkage.compare.Trait;

/// The Fellegi-Sunter model as a mixture of several kinds of pairs, fitted by EM on pattern counts without
/// labels.
///
/// The classical model has one kind of non-match, in which fields agree by chance and independently;
/// relatives, who
/// share
/// surnames, day and place, are then taken for one person. Here non-matches are of several kinds, each with the
/// traits
/// that
/// agree *for a reason*: relatives at one event (surname, event, place), strangers at one event (event, place),
/// namesakes
/// (given name, surname), people brought together by a blocking rule. A trait that has no reason to agree
/// keeps its
/// chance
/// distribution, which is what makes the kinds identifiable: relatives may share everything but what is a
/// person's
/// own.
///
/// The match is of kinds too: the same person at the same event, and the same person at another event, whose
/// day and
/// place
/// agree by chance only. Levels are compared within their group (see [Level]); what is stated is no evidence.
/// The
/// share
/// of
/// each kind may depend on the context of the pair.
///
/// I. P. Fellegi and A. B. Sunter, "A theory for record linkage", JASA 64 (1969); W. E. Winkler (1988) for EM;
/// M. D. Larsen and D. B. Rubin, "Iterative automated record linkage using mixture models", JASA 96 (2001) for
/// several
/// classes.
public final class MixtureModel {
    /// One kind of pair: its name, whether it is a match, and the traits that agree for a reason.
    public record Kind(String name, boolean match, Set<Trait> reasons) {
        public Kind {
            reasons = Set.copyOf(reasons);
        }
    }

    private static final Set<Trait> PERSONAL =
            Set.of(Trait.GIVEN_NAME, Trait.SURNAME, Trait.BIRTH, Trait.DOCUMENT, Trait.CONTACT);
    private static final int CONTEXTS = 16;
    private static final int PARTS = 16;
    private static final double NEGLIGIBLE = -35;
    private static final double MOST_BITS = 49;
    private static final double M_PRIOR = 15;
    private static final double KIND_PRIOR = 30;

    /// No kind of different people is ever ruled out, whatever the list holds: each is at least this share of
    /// the matches.
    private static final double LEAST_SHARE = 0.02;

    private final PatternCode code;
    private final List<Kind> kinds;
    private final double[][] chance;
    private final double[][][] probability;
    private final double[][] share;
    private final int[][] reasonFields;
    private final double[][] logShare;
    private double[][][] logRatio = new double[0][][];

    private MixtureModel(PatternCode code, List<Kind> kinds, double[][] chance) {
        this.code = code;
        this.kinds = List.copyOf(kinds);
        this.chance = chance;
        probability = new double[kinds.size()][code.fields()][];
        share = new double[kinds.size()][CONTEXTS];
        logShare = new double[kinds.size()][CONTEXTS];
        reasonFields = new int[kinds.size()][];
        for (int k = 0; k < kinds.size(); k++) {
            int kind = k;
            reasonFields[k] = IntStream.range(0, code.fields())
                    .filter(f -> hasReason(kind, f))
                    .toArray();
        }
    }

    /// Fits the model.
    ///
    /// @param counts patterns of candidate pairs (all of them or a fair sample)
    /// @param iterations rounds of EM
    public static MixtureModel fit(
            PatternCode code, ChanceAgreement chance, List<Kind> kinds, PatternCounts counts, int iterations) {
        double[][] chances = new double[code.fields()][];
        for (int f = 0; f < chances.length; f++) {
            chances[f] = new double[code.levels(f).size()];
            for (int level = 0; level < chances[f].length; level++) {
                chances[f][level] = chance.of(f, level);
            }
        }
        MixtureModel model = new MixtureModel(code, kinds, chances);
        model.start();
        Sample sample = new Sample(code, counts);
        for (int round = 0; round < iterations; round++) {
            model.step(sample);
        }
        return model;
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
        prepare();
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

    private void prepare() {
        logRatio = new double[kinds.size()][code.fields()][];
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

    private void step(Sample sample) {
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
        maximise(sum.level, sum.kind);
        prepare();
    }

    /// Expected counts; parts are always the same and added in order, so that rounding does not depend on
    /// threads.
    private static final class Expectation {
        final double[][][] level;
        final double[][] kind;

        Expectation(int kinds, double[][] fields) {
            level = new double[kinds][fields.length][];
            for (double[][] ofKind : level) {
                for (int f = 0; f < fields.length; f++) {
                    ofKind[f] = new double[fields[f].length];
                }
            }
            kind = new double[kinds][CONTEXTS];
        }

        void add(Expectation other) {
            for (int k = 0; k < level.length; k++) {
                for (int f = 0; f < level[k].length; f++) {
                    for (int l = 0; l < level[k][f].length; l++) {
                        level[k][f][l] += other.level[k][f][l];
                    }
                }
                for (int z = 0; z < CONTEXTS; z++) {
                    kind[k][z] += other.kind[k][z];
                }
            }
        }
    }

    private Expectation expectation(Sample sample, int from, int to) {
        Expectation sum = new Expectation(kinds.size(), chance);
        double[] posterior = new double[kinds.size()];
        int fields = code.fields();
        byte[] levels = sample.levels;
        for (int p = from; p < to; p++) {
            int at = p * fields;
            posterior(levels, at, sample.context[p], posterior);
            for (int k = 0; k < posterior.length; k++) {
                double weight = posterior[k] * sample.count[p];
                if (weight < 1e-9) {
                    continue;
                }
                sum.kind[k][sample.context[p]] += weight;
                for (int f : reasonFields[k]) {
                    sum.level[k][f][levels[at + f]] += weight;
                }
            }
        }
        return sum;
    }

    private void maximise(double[][][] expected, double[][] kindCount) {
        for (int f = 0; f < code.fields(); f++) {
            double[] matched = new double[chance[f].length];
            for (int k = 0; k < kinds.size(); k++) {
                if (kinds.get(k).match() && hasReason(k, f)) {
                    for (int level = 0; level < matched.length; level++) {
                        matched[level] += expected[k][f][level];
                    }
                }
            }
            double[] m = normalised(f, matched, agreeing(f, 1), M_PRIOR);
            for (int k = 0; k < kinds.size(); k++) {
                if (hasReason(k, f)) {
                    probability[k][f] =
                            kinds.get(k).match() ? m : normalised(f, expected[k][f], agreeing(f, 0.6), KIND_PRIOR);
                }
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
        for (int z = 0; z < CONTEXTS; z++) {
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

    private void posterior(byte[] levels, int at, int context, double[] posterior) {
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

    /// Why a pair with this pattern gets its probability: fields taken in their order, each with the change of
    /// the log odds.
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

    public List<Kind> kinds() {
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

    /// The kinds a table with these traits calls for.
    public static List<Kind> kinds(Set<Trait> present) {
        List<Kind> kinds = new ArrayList<>();
        kinds.add(new Kind("the same person", true, present));
        if (present.contains(Trait.EVENT)) {
            Set<Trait> own = EnumSet.copyOf(present);
            own.removeAll(EnumSet.of(Trait.EVENT, Trait.PLACE));
            if (own.size() > 2) {
                kinds.add(new Kind("the same person at another event", true, own));
            }
        }
        List<Set<Trait>> reasons = new ArrayList<>();
        reasons.add(EnumSet.noneOf(Trait.class));
        reasons.add(EnumSet.of(Trait.SURNAME, Trait.EVENT, Trait.PLACE));
        reasons.add(EnumSet.of(Trait.EVENT, Trait.PLACE));
        reasons.add(EnumSet.of(Trait.GIVEN_NAME, Trait.SURNAME));
        reasons.add(EnumSet.of(Trait.SURNAME, Trait.PLACE));
        reasons.add(EnumSet.of(Trait.SURNAME, Trait.EVENT));
        reasons.add(EnumSet.of(Trait.GIVEN_NAME, Trait.PLACE));
        reasons.add(EnumSet.of(Trait.GIVEN_NAME, Trait.SURNAME, Trait.EVENT));
        reasons.add(EnumSet.of(Trait.GIVEN_NAME, Trait.SURNAME, Trait.PLACE));
        reasons.add(EnumSet.of(Trait.GIVEN_NAME, Trait.SURNAME, Trait.CONTACT));
        reasons.add(EnumSet.of(Trait.GIVEN_NAME, Trait.EVENT, Trait.PLACE));
        reasons.add(EnumSet.of(Trait.BIRTH));
        reasons.add(EnumSet.of(Trait.BIRTH, Trait.PLACE));
        reasons.add(EnumSet.of(Trait.DOCUMENT));
        reasons.add(EnumSet.of(Trait.CONTACT));
        reasons.add(EnumSet.of(Trait.OTHER));
        reasons.add(EnumSet.of(Trait.GIVEN_NAME, Trait.OTHER));
        reasons.add(EnumSet.of(Trait.SURNAME, Trait.OTHER));
        reasons.add(EnumSet.of(Trait.BIRTH, Trait.OTHER));
        List<Set<Trait>> seen = new ArrayList<>();
        for (Set<Trait> set : reasons) {
            Set<Trait> here = EnumSet.noneOf(Trait.class);
            here.addAll(set);
            here.retainAll(present);
            if (!seen.contains(here) && here.size() < present.size()) {
                seen.add(here);
                kinds.add(new Kind("different people: " + here, false, here));
            }
        }
        return kinds;
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
