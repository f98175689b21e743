package org.constancia.app.cli.link;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.linkage.evaluate.ClusterMeasures;
import org.constancia.linkage.evaluate.PairMeasures;
import org.constancia.linkage.evaluate.SampleMeasures;
import org.constancia.linkage.read.SmallTable;
import org.constancia.linkage.review.Verdict;
import org.constancia.linkage.write.JsonText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `link evaluate`: how good a result is, against a truth column or a reviewed sample of its pairs.
@Command(
        name = "evaluate",
        description = {
            "Measures a result of link: with --truth against a column that says who is who,",
            "with --truth-sample against reviewed pairs, as estimates with 95 % intervals."
        },
        mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.csv", arity = "0..*", description = "The files that were linked (for --truth).")
    private List<Path> files = List.of();

    @Option(names = "--result", paramLabel = "DIR", required = true, description = "The --out of the run.")
    private Path result;

    @Option(
            names = "--truth",
            paramLabel = "COLUMN",
            description = "The column that tells the person; records in which it is blank are left out.")
    private @Nullable String truth;

    @Option(
            names = "--truth-pattern",
            paramLabel = "REGEX",
            description = "The part of --truth that tells the person: the first group.")
    private @Nullable Pattern truthPattern;

    @Option(names = "--id", paramLabel = "COLUMN", description = "The column with the record's id.")
    private @Nullable String id;

    @Option(names = "--truth-sample", paramLabel = "labels.csv", description = "Reviewed pairs: id_l, id_r, verdict.")
    private @Nullable Path sample;

    @Option(
            names = "--threshold",
            paramLabel = "P",
            description = "For --truth-sample: pairs from here on are links (default: ${DEFAULT-VALUE}).")
    private double threshold = 0.5;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (truth == null && sample == null) {
            throw new ParameterException(spec.commandLine(), "evaluate needs --truth or --truth-sample");
        }
        Map<String, Object> measures = new LinkedHashMap<>();
        if (truth != null) {
            measures.putAll(againstTruth(truth));
        }
        if (sample != null) {
            measures.putAll(againstSample(sample));
        }
        PrintWriter print = spec.commandLine().getOut();
        if (json) {
            print.println(JsonText.of(measures));
        } else {
            measures.forEach((name, value) -> print.println(name + ": "
                    + (value instanceof Double number ? String.format(Locale.ROOT, "%.4f", number) : value)));
        }
        return 0;
    }

    private Map<String, Object> againstTruth(String column) {
        Truth known = new Truth();
        files.forEach(file -> known.add(file, id, column, this::person));
        ClusterMeasures ofClusters = known.clusters(result.resolve("clusters.csv"));
        if (ofClusters.records() == 0) {
            throw new ConstanciaException(
                    Problem.BAD_INPUT, "No record of the files is in clusters.csv; is --id right?");
        }
        PairMeasures ofPairs = known.pairs(result.resolve("pairs.csv"), ofClusters.truePairs());
        Map<String, Object> measures = new LinkedHashMap<>();
        measures.put("records", ofClusters.records());
        measures.put("true_pairs", ofClusters.truePairs());
        measures.put("cluster_precision", ofClusters.precision());
        measures.put("cluster_recall", ofClusters.recall());
        measures.put("cluster_f1", ofClusters.f1());
        measures.put("b3_precision", ofClusters.bCubedPrecision());
        measures.put("b3_recall", ofClusters.bCubedRecall());
        measures.put("b3_f1", ofClusters.bCubedF1());
        measures.put("pair_precision_at_half", ofPairs.precision());
        measures.put("pair_recall_at_half", ofPairs.recall());
        measures.put("pair_f1_at_half", ofPairs.f1());
        measures.put("pair_f1_best", ofPairs.bestF1());
        measures.put("pair_threshold_best", ofPairs.bestThreshold());
        measures.put("expected_over_true", ofPairs.expectedOverTrue());
        return measures;
    }

    private String person(String cell) {
        if (truthPattern == null) {
            return cell;
        }
        Matcher matcher = truthPattern.matcher(cell);
        return matcher.find() && matcher.groupCount() > 0
                ? Optional.ofNullable(matcher.group(1)).orElse(cell)
                : cell;
    }

    private Map<String, Object> againstSample(Path reviewed) {
        SmallTable labels = SmallTable.read(reviewed);
        int left = labels.column("id_l");
        int right = labels.column("id_r");
        int verdict = labels.column("verdict", "label", "match");
        Map<String, Verdict> verdicts = new HashMap<>();
        for (List<String> row : labels.rows()) {
            Verdict.parse(row.get(verdict))
                    .ifPresent(clear -> verdicts.put(ReviewedStrata.key(row.get(left), row.get(right)), clear));
        }
        SampleMeasures measures = SampleMeasures.of(strata(verdicts, result));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("reviewed", measures.reviewed());
        interval(told, "precision", measures.precision());
        interval(told, "recall_among_scored", measures.recall());
        interval(told, "true_pairs", measures.truePairs());
        return told;
    }

    /// Where the run that chose the pairs said which it drew at random, and most of them were reviewed, only
    /// those count; of other labels each is taken as drawn from all pairs of about its probability.
    private List<SampleMeasures.Stratum> strata(Map<String, Verdict> verdicts, Path folder) {
        ReviewedStrata strata = new ReviewedStrata(verdicts, threshold);
        Path pairs = folder.resolve("pairs.csv");
        Path drawn = folder.resolve("review-sample.csv");
        return Files.exists(drawn) && strata.areOfDrawn(drawn) ? strata.ofDrawn(drawn, pairs) : strata.ofAll(pairs);
    }

    private static void interval(Map<String, Object> told, String name, SampleMeasures.Interval interval) {
        told.put(name, interval.estimate());
        told.put(name + "_low", interval.low());
        told.put(name + "_high", interval.high());
    }
}
