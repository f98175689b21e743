package org.constancia.linkage;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.linkage.block.BlockingPlan;
import org.constancia.linkage.block.BlockingRecall;
import org.constancia.linkage.block.BlockingRule;
import org.constancia.linkage.block.DefaultRules;
import org.constancia.linkage.block.RuleSummary;
import org.constancia.linkage.cluster.Clustering;
import org.constancia.linkage.cluster.Clusters;
import org.constancia.linkage.cluster.Constraints;
import org.constancia.linkage.cluster.OneToOne;
import org.constancia.linkage.cluster.ScoredPairs;
import org.constancia.linkage.cluster.SharedEvidence;
import org.constancia.linkage.compare.Comparison;
import org.constancia.linkage.compare.Comparisons;
import org.constancia.linkage.compare.Trait;
import org.constancia.linkage.model.ChanceAgreement;
import org.constancia.linkage.model.LearnedModel;
import org.constancia.linkage.model.MixtureFit;
import org.constancia.linkage.model.MixtureModel;
import org.constancia.linkage.model.PairKind;
import org.constancia.linkage.model.PatternCode;
import org.constancia.linkage.model.PatternCounts;
import org.constancia.linkage.model.PatternScorer;
import org.constancia.linkage.model.TrainedModel;
import org.constancia.linkage.record.People;
import org.constancia.linkage.review.Label;
import org.constancia.linkage.review.Labels;
import org.constancia.linkage.review.Verdict;
import org.jspecify.annotations.Nullable;

/// The record linkage engine: finds the records that are about the same person.
///
/// Two steps, so that the plan can be shown before the work: [#of] works out the blocking plan, [#run]
/// compares, fits the model, scores and clusters. Nothing depends on the order of the records or on the
/// number of threads: samples are chosen by the records' ids, sums are made in a fixed order.
public final class Linkage {
    private static final int TRAINING_PAIRS = 160_000;
    private static final int CHANCE_DRAWS = 60_000;
    private static final int ROUNDS = 20;
    private static final int FEWEST_LABELS = 50;
    private static final double LEAST_YIELD = 1.0 / 1000;

    private final People people;
    private final LinkageSettings settings;
    private final BlockingPlan plan;
    private final KnownLinks known;
    private final CandidatePass candidates;
    private final Comparisons comparisons;
    private final PatternCode code;
    private final boolean severalLists;
    private final StageTimes times;
    private Set<Integer> hopeless = Set.of();
    private Optional<BlockingRecall> recall = Optional.empty();
    private @Nullable SampledPairs sampled;
    private Consumer<String> progress = stage -> {};

    private Linkage(People people, LinkageSettings settings, StageTimes times) {
        this.times = times;
        this.people = people;
        this.settings = settings;
        severalLists = IntStream.range(0, people.size())
                        .map(people::list)
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
        if (settings.oneToOne()
                && IntStream.range(0, people.size())
                                .map(people::list)
                                .distinct()
                                .count()
                        != 2) {
            throw new ConstanciaException(Problem.USAGE, "One-to-one linkage needs exactly two lists")
                    .with("lists", people.listNames());
        }
        List<BlockingRule> rules = settings.rules().isEmpty()
                ? DefaultRules.of(people)
                : settings.rules().stream().map(BlockingRule::parse).toList();
        known = new KnownLinks(people, settings);
        plan = BlockingPlan.of(people, rules, settings.budget(people.size()), true);
        times.end("blocking plan");
        candidates = new CandidatePass(plan, people, known::isCompared);
        comparisons = new Comparisons(people);
        code = new PatternCode(PatternCode.fitting(comparisons.forWorker()));
    }

    /// Works out the blocking plan of a run.
    public static Linkage of(People people, LinkageSettings settings) {
        return of(people, settings, new StageTimes());
    }

    /// As [#of(People, LinkageSettings)], with the stages told to `times`.
    public static Linkage of(People people, LinkageSettings settings, StageTimes times) {
        return new Linkage(people, settings, times);
    }

    /// Told the name of each stage when it begins.
    public Linkage progress(Consumer<String> listener) {
        progress = listener;
        return this;
    }

    /// Has the clusters of an earlier run kept: their records stay together and are not compared with each
    /// other again; new records join them or make clusters of their own, and may join two of them.
    ///
    /// @param clusterOfRecord the name of the earlier cluster of each record id
    public Linkage keep(Map<String, String> clusterOfRecord) {
        known.keep(clusterOfRecord);
        sampled = null;
        return this;
    }

    /// Estimates, with a trained model, which share of the true pairs the plan finds. Rules found to bring less
    /// than one true pair in 1,000 are not followed by a later [#run].
    public BlockingRecall recall(TrainedModel model) {
        CandidatePass.Estimate estimate = candidates.estimate(() -> scorer(model::probabilityIfLikely), sample());
        BlockingRecall estimated = plan.isWhole() ? new BlockingRecall(0, 0, 0) : estimate.recall();
        hopeless = estimate.hopeless(LEAST_YIELD);
        recall = Optional.of(estimated);
        times.end("blocking recall");
        return estimated;
    }

    /// The numbers of the rules that are not worth their pairs; known after [#recall].
    public Set<Integer> hopelessRules() {
        return hopeless;
    }

    /// One record in so many is enough to train and to estimate on.
    private int every() {
        if (plan.isWhole()) {
            return 1;
        }
        long found = plan.rules().stream().mapToLong(RuleSummary::newPairs).sum();
        return (int) Math.max(1, found / TRAINING_PAIRS);
    }

    public BlockingPlan plan() {
        return plan;
    }

    /// Compares, fits, scores and clusters.
    public LinkageResult run() {
        return run(Labels.none());
    }

    /// As [#run()], with pairs people decided: the model is corrected by them, and what they said holds.
    public LinkageResult run(Labels labels) {
        return run(train(labels), labels);
    }

    /// Fits a model to the candidate pairs without labels, and corrects it by labels if there are enough.
    public TrainedModel train(Labels labels) {
        PatternCounts counts = sample().counts();
        MixtureModel mixture = fit(counts);
        return new TrainedModel(mixture, learned(mixture, labels, counts));
    }

    /// Scores and clusters with a model that was trained before, on these records or on others.
    public LinkageResult run(TrainedModel model, Labels labels) {
        Supplier<PatternScorer> scorers = () -> scorer(model::probabilityIfLikely);
        progress.accept("scoring");
        CandidatePass.Scored scored = candidates.score(scorers, hopeless);
        decide(scored.pairs(), labels);
        times.end("scoring");
        progress.accept("clustering");
        Constraints constraints = known.constraints(labels);
        Clusters clusters = cluster(scored.pairs(), scorers, constraints);
        times.end("clustering");
        return new LinkageResult(
                people,
                scored.pairs(),
                clusters,
                constraints,
                model,
                scorers,
                plan.rules(),
                recall,
                scored.candidates(),
                Arrays.stream(scored.histogram()).boxed().toList(),
                times);
    }

    /// How patterns are packed for this table: which comparisons it has, with which levels.
    public PatternCode code() {
        return code;
    }

    private PatternScorer scorer(PatternScorer.Model model) {
        return new PatternScorer(code, PatternCode.fitting(comparisons.forWorker()), this::context, model);
    }

    /// Whether both records come from one list: a list repeats a person less often than two lists share one.
    private int context(int left, int right) {
        return severalLists && people.list(left) == people.list(right) ? 1 : 0;
    }

    /// The pairs that models are trained on and plans are judged by, compared when they are first asked for.
    private SampledPairs sample() {
        SampledPairs known = sampled;
        if (known == null) {
            progress.accept("training");
            known = candidates.sample(() -> scorer(pattern -> 0), every());
            sampled = known;
            times.end("training sample");
        }
        return known;
    }

    private MixtureModel fit(PatternCounts counts) {
        List<Comparison> fields = PatternCode.fitting(comparisons.forWorker());
        int[] byId = recordsById();
        ChanceAgreement chance =
                ChanceAgreement.sample(fields, byId, CHANCE_DRAWS, new SplittableRandom(settings.seed()));
        times.end("chance agreement");
        Set<Trait> present = EnumSet.noneOf(Trait.class);
        fields.forEach(field -> present.add(field.trait()));
        MixtureModel model = MixtureFit.fit(code, chance, PairKind.listFor(present), counts, ROUNDS);
        times.end("fitting");
        return model;
    }

    private Optional<LearnedModel> learned(MixtureModel model, Labels labels, PatternCounts sample) {
        List<Label> clear = labels.decided().stream()
                .filter(label -> label.verdict() != Verdict.UNSURE)
                .toList();
        if (clear.size() < FEWEST_LABELS) {
            return Optional.empty();
        }
        PatternScorer scorer = scorer(model::probability);
        long[] patterns = clear.stream()
                .mapToLong(label -> scorer.pattern(label.left(), label.right()))
                .toArray();
        boolean[] same = new boolean[patterns.length];
        for (int i = 0; i < same.length; i++) {
            same[i] = clear.get(i).verdict() == Verdict.SAME;
        }
        LearnedModel learned = LearnedModel.fit(model, patterns, same, sample, settings.seed());
        times.end("learning from labels");
        return Optional.of(learned);
    }

    /// A reviewed pair is as certain as the reviewers are.
    private static void decide(ScoredPairs pairs, Labels labels) {
        if (labels.isEmpty()) {
            return;
        }
        Map<Long, Verdict> verdicts = new TreeMap<>();
        labels.decided().forEach(label -> verdicts.put((long) label.left() << 32 | label.right(), label.verdict()));
        for (int pair = 0; pair < pairs.size(); pair++) {
            Verdict verdict = verdicts.remove((long) pairs.left(pair) << 32 | pairs.right(pair));
            if (verdict != null && verdict != Verdict.UNSURE) {
                pairs.setProbability(pair, verdict == Verdict.SAME ? 1 : 0);
            }
        }
        verdicts.forEach((pair, verdict) -> {
            if (verdict == Verdict.SAME) {
                pairs.add((int) (pair >>> 32), (int) (long) pair, 1);
            }
        });
    }

    private int[] recordsById() {
        long[] order = new long[people.size()];
        for (int record = 0; record < order.length; record++) {
            order[record] = (long) people.idHash(record) << 32 | record;
        }
        Arrays.parallelSort(order);
        return Arrays.stream(order).mapToInt(entry -> (int) entry).toArray();
    }

    private Clusters cluster(ScoredPairs pairs, Supplier<PatternScorer> scorers, Constraints constraints) {
        if (settings.oneToOne()) {
            int[] lists = IntStream.range(0, people.size()).map(people::list).toArray();
            OneToOne.compete(pairs, lists);
            double threshold = Double.isNaN(settings.threshold()) ? 0.5 : settings.threshold();
            return OneToOne.link(people.size(), pairs, threshold);
        }
        Clustering clustering = new Clustering(people.size(), pairs, () -> scorers.get()::probability, constraints);
        Clusters clusters = clustering.run(settings.threshold());
        pairs.addAll(clustering.addedPairs());
        SharedEvidence.share(pairs, clusters);
        return clusters;
    }
}
