package org.constancia.app.cli.link;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.constancia.linkage.Linkage;
import org.constancia.linkage.LinkageResult;
import org.constancia.linkage.LinkageSettings;
import org.constancia.linkage.StageTimes;
import org.constancia.linkage.cluster.ClusterIds;
import org.constancia.linkage.model.TrainedModel;
import org.constancia.linkage.read.CsvTables;
import org.constancia.linkage.record.ColumnRole;
import org.constancia.linkage.record.People;
import org.constancia.linkage.record.RawTable;
import org.constancia.linkage.report.ReportPage;
import org.constancia.linkage.review.Labels;
import org.constancia.linkage.review.Selection;
import org.constancia.linkage.write.DrawsFile;
import org.constancia.linkage.write.InputHashes;
import org.constancia.linkage.write.JsonText;
import org.constancia.linkage.write.ModelFile;
import org.constancia.linkage.write.OutputFolder;
import org.constancia.linkage.write.ResultFiles;
import org.constancia.linkage.write.ReviewFile;
import org.constancia.linkage.write.ReviewSampleFile;
import org.constancia.linkage.write.StoredModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `link`: finds the records of one or many lists that are about the same person.
@Command(
        name = "link",
        description = "Finds the records of one or many lists that are about the same person.",
        mixinStandardHelpOptions = true,
        subcommands = EvaluateCommand.class)
public final class LinkCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE.csv",
            arity = "0..*",
            description = "Delimited files with a header; read as one table.")
    private List<Path> files = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where clusters.csv, pairs.csv, model.json and report.html go.")
    private @Nullable Path out;

    @Option(
            names = "--config",
            paramLabel = "link.yaml",
            description = "What the columns mean, where their names do not tell.")
    private @Nullable Path config;

    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            description = "The column with the record's id (default: record_id, id ...).")
    private @Nullable String id;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            description = "Follow rules up to this number of candidate pairs (default: the rules worth their pairs).")
    private long pairs;

    @Option(
            names = "--threshold",
            paramLabel = "P",
            description = "Average probability of one person (default: chosen from the model).")
    private double threshold = Double.NaN;

    @Option(names = "--one-to-one", description = "Two lists that hold nobody twice: link record to record.")
    private boolean oneToOne;

    @Option(
            names = "--unique-list",
            paramLabel = "LIST",
            description = "A list known to hold nobody twice; may be repeated.")
    private List<String> uniqueLists = List.of();

    @Option(
            names = "--previous",
            paramLabel = "clusters.csv",
            description = "Clusters of an earlier run, whose ids are to be kept.")
    private @Nullable Path previous;

    @Option(
            names = "--only-new",
            description = "With --previous: keep its clusters as they are and compare new records only.")
    private boolean onlyNew;

    @Option(
            names = "--model",
            paramLabel = "model.json",
            description = "Score with the model of an earlier run; nothing is fitted again.")
    private @Nullable Path model;

    @Option(names = "--plan", description = "Show the blocking plan and its estimated recall, and stop.")
    private boolean planOnly;

    @Option(
            names = "--documents-exclude",
            description = "Records with clearly different documents of one kind are never one person.")
    private boolean documentsExclude;

    @Option(
            names = "--labels",
            paramLabel = "labels.csv",
            description = "Reviewed pairs: id_l, id_r, verdict (same, different, unsure).")
    private @Nullable Path labels;

    @Option(
            names = "--review",
            paramLabel = "N",
            description =
                    "Write review.csv with the N pairs whose review teaches most, and which were drawn at random.")
    private int review;

    @Option(
            names = "--draws",
            paramLabel = "R",
            description = "Write draws.csv with R draws of the clusters, for estimates that carry the doubt.")
    private int draws;

    @Option(
            names = "--language",
            paramLabel = "es|en",
            defaultValue = "es",
            description = "The report's language (default: ${DEFAULT-VALUE}).")
    private String language = "es";

    @Option(names = "--show-values", description = "Show what the records say in the report; masked otherwise.")
    private boolean showValues;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of every draw (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--timings", description = "Tell the wall and processor seconds of every stage.")
    private boolean timings;

    @Option(names = "--json", description = "Print a summary as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        requireSense();
        try (ForkJoinPool threads = new ForkJoinPool(Runtime.getRuntime().availableProcessors())) {
            return threads.submit(this::link).join();
        }
    }

    /// Everything, as one task of a pool with a thread for each processor: who waits for a task of others
    /// works on it.
    private int link() {
        PrintWriter progress = spec.commandLine().getErr();
        LinkConfiguration configuration = LinkConfiguration.read(config);
        long start = System.nanoTime();
        StageTimes times = new StageTimes();
        ForkJoinTask<Map<String, String>> hashes =
                ForkJoinTask.adapt(() -> InputHashes.of(files)).fork();
        People people = read(configuration, times);
        progress.printf(Locale.ROOT, "%,d records read in %.1f s%n", people.size(), (System.nanoTime() - start) / 1e9);
        LinkageSettings settings = settings(configuration);
        Optional<StoredModel> stored = Optional.ofNullable(model).map(ModelDocument::read);
        Linkage linkage = Linkage.of(people, threshold(settings, stored), times)
                .progress(stage -> progress.println(stage + " ..."));
        Map<String, String> earlier = earlier();
        if (onlyNew) {
            linkage.keep(earlier);
        }
        Labels reviewed = labels(people, progress);
        TrainedModel trained =
                stored.map(known -> known.model(linkage.code())).orElseGet(() -> linkage.train(reviewed));
        PlanSummary plan = new PlanSummary(linkage.plan().rules(), linkage.recall());
        if (planOnly) {
            tell(plan);
            return 0;
        }
        progress.print(plan.text());
        progress.flush();
        LinkageResult result = linkage.run(trained, reviewed);
        progress.println("writing ...");
        ClusterIds ids = ClusterIds.of(result.clusters(), people::id, earlier);
        times.end("naming clusters");
        write(result, ids, reviewed, ModelFile.document(result, settings, hashes.join()), times);
        times.end("report");
        tell(result, ids, (System.nanoTime() - start) / 1e9, progress);
        return 0;
    }

    private void requireSense() {
        if (files.isEmpty() || (out == null && !planOnly)) {
            throw new ParameterException(spec.commandLine(), "link needs at least one FILE.csv and --out DIR");
        }
        if (onlyNew && previous == null) {
            throw new ParameterException(spec.commandLine(), "--only-new needs --previous");
        }
        if (onlyNew && oneToOne) {
            throw new ParameterException(spec.commandLine(), "--only-new and --one-to-one exclude each other");
        }
    }

    /// The threshold asked for, or that of the model's run, or none.
    private static LinkageSettings threshold(LinkageSettings settings, Optional<StoredModel> stored) {
        return Double.isNaN(settings.threshold()) && stored.isPresent()
                ? settings.withThreshold(stored.get().threshold())
                : settings;
    }

    private People read(LinkConfiguration configuration, StageTimes times) {
        Map<String, ColumnRole> roles = new LinkedHashMap<>(configuration.columns());
        if (id != null) {
            roles.put(id, ColumnRole.ID);
        }
        RawTable raw = CsvTables.read(files, roles, Set.of());
        raw.arrangeByName();
        times.end("reading");
        People people = People.of(raw, LocalDate.now(Clock.systemUTC()).getYear());
        times.end("standardising");
        return people;
    }

    private LinkageSettings settings(LinkConfiguration configuration) {
        Set<String> unique = new TreeSet<>(configuration.uniqueLists());
        unique.addAll(uniqueLists);
        return new LinkageSettings(
                pairs > 0 ? pairs : configuration.pairs(),
                threshold,
                oneToOne,
                unique,
                documentsExclude || configuration.documentsExclude(),
                configuration.rules(),
                seed);
    }

    private void tell(PlanSummary plan) {
        PrintWriter target = spec.commandLine().getOut();
        target.print(json ? JsonText.of(plan.document()) + System.lineSeparator() : plan.text());
        target.flush();
    }

    private Labels labels(People people, PrintWriter progress) {
        if (labels == null) {
            return Labels.none();
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (int record = 0; record < people.size(); record++) {
            numbers.put(people.id(record), record);
        }
        List<String> unknown = new ArrayList<>();
        Labels read = LabelFile.read(labels, numbers, unknown);
        Labels.Agreement agreement = read.agreement();
        progress.printf(
                Locale.ROOT,
                "%,d pairs reviewed; %d of them by several people, who agree on %d (kappa %.2f)%n",
                read.decided().size(),
                agreement.pairs(),
                agreement.agreed(),
                agreement.kappa());
        if (!unknown.isEmpty()) {
            progress.printf(
                    Locale.ROOT,
                    "%,d labels name a record that is not there: %s ...%n",
                    unknown.size(),
                    unknown.getFirst());
        }
        return read;
    }

    private void write(
            LinkageResult result, ClusterIds ids, Labels reviewed, Map<String, Object> document, StageTimes times) {
        try (OutputFolder output = new OutputFolder(Objects.requireNonNull(out))) {
            new ResultFiles(result, ids).writeTo(output);
            times.end("writing tables");
            text(output, "model.json", JsonText.of(document));
            text(output, "report.html", new ReportPage(result, reviewed, !language.equals("en"), showValues).html());
            if (review > 0) {
                Selection chosen = toReview(result, reviewed);
                output.write("review.csv", new ReviewFile(result, chosen.shown())::writeTo);
                output.write("review-sample.csv", new ReviewSampleFile(result, chosen.drawn())::writeTo);
            }
            if (draws > 0) {
                output.write("draws.csv", new DrawsFile(result, draws, seed)::writeTo);
            }
            if (previous != null) {
                text(output, "changes.json", JsonText.of(changes(ids.changes())));
            }
            output.publish();
        }
    }

    private static void text(OutputFolder output, String name, String text) {
        output.write(name, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Selection toReview(LinkageResult result, Labels reviewed) {
        Set<Long> done = new HashSet<>();
        reviewed.decided().forEach(label -> done.add((long) label.left() << 32 | label.right()));
        Set<Integer> doneNumbers = new HashSet<>();
        for (int pair = 0; pair < result.pairs().size() && !done.isEmpty(); pair++) {
            if (done.contains(
                    (long) result.pairs().left(pair) << 32 | result.pairs().right(pair))) {
                doneNumbers.add(pair);
            }
        }
        double[] ofModel = result.modelProbabilities();
        Selection.Scores scores =
                new Selection.Scores(ofModel.length, result.pairs()::probability, pair -> ofModel[pair]);
        return Selection.choose(scores, result.relatives(), doneNumbers, review, seed);
    }

    private static Map<String, Object> changes(ClusterIds.Changes changes) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kept", changes.kept());
        told.put("absorbed", changes.absorbed());
        told.put("merged", changes.merged());
        told.put("split", changes.split());
        told.put("created", changes.created().size());
        return told;
    }

    private Map<String, String> earlier() {
        return previous == null ? Map.of() : ClustersFile.read(previous);
    }

    private void tell(LinkageResult result, ClusterIds ids, double seconds, PrintWriter progress) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("records", result.people().size());
        summary.put("candidate_pairs", result.candidates());
        summary.put("expected_matches", result.pairs().expectedMatches());
        summary.put("clusters", ids.count());
        summary.put("threshold", result.clusters().threshold());
        summary.put("rejections", result.people().raw().rejections().size());
        summary.put("seconds", seconds);
        Map<String, Object> stages = new LinkedHashMap<>();
        result.times().stages().forEach((stage, time) -> stages.put(stage, time.wall()));
        summary.put("stages", stages);
        if (json) {
            spec.commandLine().getOut().println(JsonText.of(summary));
        } else {
            progress.printf(
                    Locale.ROOT,
                    "%,d records are %,d people (%,.0f true pairs expected, %,d pairs compared) in %.1f s%n",
                    result.people().size(),
                    ids.count(),
                    result.pairs().expectedMatches(),
                    result.candidates(),
                    seconds);
        }
        if (timings) {
            tellTimes(result.times(), progress);
        }
        int told = result.people().raw().rejections().size();
        if (told > 0) {
            progress.printf(Locale.ROOT, "%,d rows had something wrong: see rejections.csv%n", told);
        }
    }

    private static void tellTimes(StageTimes times, PrintWriter progress) {
        progress.printf(Locale.ROOT, "%-20s %8s %11s%n", "stage", "wall s", "processor s");
        times.stages()
                .forEach((stage, time) ->
                        progress.printf(Locale.ROOT, "%-20s %8.2f %11.2f%n", stage, time.wall(), time.processor()));
        progress.flush();
    }
}
