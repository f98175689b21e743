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
import org.constancia.linkage.block.RuleScout;
import org.constancia.linkage.cluster.Clustering;
import org.constancia.linkage.cluster.Clusters;
import org.constancia.linkage.cluster.Constraints;
import org.constancia.linkage.cluster.OneToOne;
import org.constancia.linkage.cluster.ScoredPairs;
import org.constancia.linkage.cluster.SharedEvidence;
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

/// The record linkage engine: finds the records that are about the same person.
///
/// Two steps, so that the plan can be shown before the work: [#of] tries rules on a sample of the records and
/// chooses those worth their pairs, [#run] compares, fits the model, scores and clusters. Nothing depends on
/// the order of the records or on the number of threads: samples are chosen by the records' ids, sums are
/// made in a fixed order.
public final class Linkage {
    private static final int CHANCE_DRAWS = 60_000;
    private static final int ROUNDS = 20;
    private static final int FEWEST_LABELS = 50;
    private static final int ROUNDS_OF_SHARES = 3;

    /// In a list of a million records or more, rules are followed down to one true pair in so many compared;
    /// in a shorter one further, because pairs cost less there than a missed person: at a hundred thousand
    /// records to one in 560.
    private static final double PAIRS_FOR_A_MATCH = 100;

    private static final double YIELD_EXPONENT = 0.75;

    private static final long EVERY_RULE = -1;
    private static final double LONG_LIST = 1_000_000;

    private final People people;
    private final LinkageSettings settings;
    private final BlockingPlan plan;
    private final BlockingRecall recall;
    private final KnownLinks known;
    private final SampledPairs sample;
    private final ChanceAgreement chance;

    /// Fitted to the pairs of the usual rules, as far as the budget reaches for them.
    private final MixtureModel usual;

    private final CandidatePass candidates;
    private final Comparisons comparisons;
    private final PatternCode code;
    private final boolean severalLists;
    private final StageTimes times;
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
        requireSense();
        known = new KnownLinks(people, settings);
        comparisons = new Comparisons(people);
        code = new PatternCode(PatternCode.fitting(comparisons.forWorker()));
        long budget = settings.budget(people.size());
        RuleScout scout = RuleScout.of(people, rules(), searching(), budget);
        sample = SampledPairs.compared(scout.pairs(), () -> scorer(pattern -> 0));
        times.end("trying rules");
        chance = ChanceAgreement.sample(
                PatternCode.fitting(comparisons.forWorker()),
                recordsById(),
                CHANCE_DRAWS,
                new SplittableRandom(settings.seed()));
        times.end("chance agreement");
        usual = fit(sample.counts(scout.withinBudget(budget)));
        times.end("fitting");
        MixtureModel ofAllRules = MixtureFit.withShares(usual, sample.counts(EVERY_RULE), ROUNDS_OF_SHARES);
        double[] probabilities = sample.probabilities(() -> scorer(ofAllRules::probability));
        plan = settings.rules().isEmpty() ? best(scout, probabilities, budget) : scout.inOrder(budget);
        recall = plan.isWhole() ? new BlockingRecall(0, 0, 0, 0) : sample.recall(plan, probabilities);
        times.end("blocking plan");
        candidates = new CandidatePass(plan, people, known::isCompared);
    }

    private void requireSense() {
        if (settings.oneToOne()
                && IntStream.range(0, people.size())
                                .map(people::list)
                                .distinct()
                                .count()
                        != 2) {
            throw new ConstanciaException(Problem.USAGE, "One-to-one linkage needs exactly two lists")
                    .with("lists", people.listNames());
        }
        if (settings.rules().size() > RuleScout.MOST_RULES) {
            throw new ConstanciaException(Problem.USAGE, "There are more blocking rules than are tried at once")
                    .with("rules", settings.rules().size())
                    .with("most", RuleScout.MOST_RULES);
        }
    }

    private List<BlockingRule> rules() {
        return settings.rules().isEmpty()
                ? DefaultRules.of(people)
                : settings.rules().stream().map(BlockingRule::parse).toList();
    }

    private List<BlockingRule> searching() {
        return settings.rules().isEmpty() ? DefaultRules.searching(people) : List.of();
    }

    private BlockingPlan best(RuleScout scout, double[] probabilities, long budget) {
        boolean asFarAsItReaches = settings.pairBudget() > 0;
        double leastYield = asFarAsItReaches ? 0 : leastYield(people.size());
        return scout.best(probabilities, leastYield, budget);
    }

    private static double leastYield(int records) {
        return Math.pow(Math.min(1, records / LONG_LIST), YIELD_EXPONENT) / PAIRS_FOR_A_MATCH;
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
        return this;
    }

    /// Which share of the true pairs the plan is estimated to find.
    public BlockingRecall recall() {
        return recall;
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
        progress.accept("training");
        PatternCounts counts = sample.counts(plan, known::isCompared);
        MixtureModel mixture = MixtureFit.withShares(usual, counts, ROUNDS_OF_SHARES);
        times.end("fitting");
        return new TrainedModel(mixture, learned(mixture, labels, counts));
    }

    /// Scores and clusters with a model that was trained before, on these records or on others.
    public LinkageResult run(TrainedModel model, Labels labels) {
        Supplier<PatternScorer> scorers = () -> scorer(model::probabilityIfLikely);
        progress.accept("scoring");
        CandidatePass.Scored scored = candidates.score(scorers);
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

    private MixtureModel fit(PatternCounts counts) {
        Set<Trait> present = EnumSet.noneOf(Trait.class);
        code.comparisons().forEach(field -> present.add(field.trait()));
        return MixtureFit.fit(code, chance, PairKind.listFor(present), counts, ROUNDS);
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
