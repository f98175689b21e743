package org.constancia.bench.estimation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.constancia.estimation.Estimate;
import org.constancia.estimation.EstimationSettings;
import org.constancia.estimation.Estimator;
import org.constancia.estimation.bounds.ChaoLowerBound;
import org.constancia.estimation.bounds.NoHighestOrderInteraction;
import org.constancia.estimation.capture.CaptureColumns;
import org.constancia.estimation.capture.CaptureSheetReader;
import org.constancia.estimation.capture.CaptureTable;
import org.constancia.estimation.graphs.GraphAveraging;
import org.constancia.estimation.graphs.GraphPosterior;
import org.constancia.estimation.lcmcr.LcmcrPosterior;
import org.constancia.estimation.lcmcr.LcmcrSettings;
import org.constancia.estimation.loglinear.ExistenceCheck;
import org.constancia.estimation.loglinear.HierarchicalModel;
import org.constancia.estimation.loglinear.LogLinearFit;
import org.constancia.estimation.loglinear.LogLinearSearch;
import org.constancia.estimation.loglinear.ProfileLikelihood;
import org.constancia.estimation.loglinear.SelectionRule;
import org.constancia.estimation.progress.Progress;
import org.constancia.estimation.verdict.Reason;

/// Sets every value of a reference file beside ours: `ReferenceComparison FOLDER`. The folder holds
/// `reference.csv` with
/// the columns table, method, settings, quantity, value, mc_error, and the tables themselves as CSV. Prints Markdown,
/// and
/// at the end the verdict on each table. The sampler runs once a table, to an effective size of 4,000.
public final class ReferenceComparison {
    private static final Pattern DELTA = Pattern.compile("delta=([0-9.e-]+);");
    private static final Pattern GRID = Pattern.compile("every integer 0\\.\\.([0-9]+);");
    private static final Pattern MODEL = Pattern.compile("best model (\\[[0-9,]+\\])");
    private static final Pattern PAIRS = Pattern.compile("pairwise terms ([A-Z+]+)");

    private final Path folder;
    private final Map<String, CaptureTable> tables = new HashMap<>();
    private final Map<String, GraphPosterior> graphs = new HashMap<>();
    private final Map<String, Estimate> estimates = new TreeMap<>();
    private final Map<String, LogLinearSearch.Outcome> searches = new HashMap<>();

    private ReferenceComparison(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        new ReferenceComparison(Path.of(arguments[0])).run();
    }

    private void run() throws IOException {
        System.out.println("| table | method | quantity | reference | ours | relative error | combined MC errors |");
        System.out.println("|---|---|---|---|---|---|---|");
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve("reference.csv"))) {
            for (NamedCsvRecord row : rows) compare(row);
        }
        verdicts();
    }

    private void compare(NamedCsvRecord row) throws IOException {
        double reference = Double.parseDouble(row.getField("value"));
        String settings = row.getField("settings");
        CaptureTable table = table(row.getField("table"));
        String quantity = row.getField("quantity");
        double[] error = {0};
        OptionalDouble ours = switch (row.getField("method")) {
            case "lcmcr" -> lcmcr(row.getField("table"), table, settings, quantity, error);
            case "dga_bma" -> graph(row.getField("table"), table, settings, quantity);
            case "rcapture_closedpMS" -> search(row.getField("table"), table, settings, quantity);
            case "rcapture_closedpCI" -> profile(row.getField("table"), table, quantity);
            case "rcapture_closedp" -> independence(table, settings, quantity);
            case "sparsemse_stepwise" -> stepwise(table, quantity);
            case "chao_lower_bound" -> OptionalDouble.of(ChaoLowerBound.of(table));
            case "nhoi" -> NoHighestOrderInteraction.of(table, 1);
            case "existence_check" -> OptionalDouble.of(existence(table, settings));
            default -> OptionalDouble.empty();
        };
        if (ours.isEmpty()) return;
        double value = ours.getAsDouble();
        String given = row.getField("mc_error");
        double theirs = given.isEmpty() ? error[0] : Double.parseDouble(given);
        double combined = Math.sqrt(theirs * theirs + error[0] * error[0]);
        System.out.printf(
                "| %s | %s | %s %s | %s | %.10g | %.1e | %s |%n",
                row.getField("table"),
                row.getField("method"),
                quantity,
                detail(settings),
                row.getField("value"),
                value,
                reference == 0 ? Math.abs(value) : Math.abs(value / reference - 1),
                error[0] > 0 ? "%.1f".formatted(Math.abs(value - reference) / combined) : "");
    }

    private static String detail(String settings) {
        for (Pattern pattern : List.of(DELTA, MODEL, PAIRS)) {
            Matcher matcher = pattern.matcher(settings);
            if (matcher.find()) return matcher.group();
        }
        return settings.contains("chains=") ? settings.replaceAll(".*(chains=[0-9]+).*", "$1") : "";
    }

    private CaptureTable table(String name) throws IOException {
        CaptureTable known = tables.get(name);
        if (known != null) return known;
        try (var reader = Files.newBufferedReader(folder.resolve(name + ".csv"))) {
            CaptureTable table =
                    CaptureSheetReader.read(reader, CaptureColumns.BY_NAME).onlyTable();
            tables.put(name, table);
            return table;
        }
    }

    /// The customary settings only; a long run is made once for each table.
    private OptionalDouble lcmcr(String name, CaptureTable table, String settings, String quantity, double[] error) {
        if (settings.contains("sensitivity")) return OptionalDouble.empty();
        LcmcrPosterior posterior = estimate(name, table).lcmcr();
        if (posterior == null) return OptionalDouble.empty();
        double p = switch (quantity) {
            case "q2.5" -> .025;
            case "q25" -> .25;
            case "median" -> .5;
            case "q75" -> .75;
            case "q97.5" -> .975;
            case "mean" -> -1;
            default -> Double.NaN;
        };
        if (Double.isNaN(p)) return OptionalDouble.empty();
        error[0] = p < 0
                ? posterior.diagnostics().errorOfMean()
                : posterior.diagnostics().errorOfQuantile(p);
        return OptionalDouble.of(p < 0 ? posterior.mean() : posterior.quantile(p));
    }

    private Estimate estimate(String name, CaptureTable table) {
        return estimates.computeIfAbsent(name, _ -> {
            try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
                EstimationSettings settings = EstimationSettings.customary(1)
                        .withLcmcr(LcmcrSettings.customary(1).withEffort(4000, 60_000));
                return Estimator.estimate(table, settings, executor, Progress.SILENT);
            }
        });
    }

    private void verdicts() {
        System.out.println("\n| table | verdict | R-hat | ESS | 95 % interval | median | refusals |");
        System.out.println("|---|---|---|---|---|---|---|");
        estimates.forEach((name, estimate) -> {
            LcmcrPosterior posterior = estimate.lcmcr();
            String refusals = estimate.reasons().stream()
                    .filter(Reason::isRefusal)
                    .map(reason -> reason.code().word())
                    .collect(Collectors.joining(", "));
            System.out.printf(
                    "| %s | %s | %.3f | %.0f | %.0f to %.0f | %.0f | %s |%n",
                    name,
                    estimate.verdict().code(),
                    posterior == null ? Double.NaN : posterior.diagnostics().rHat(),
                    posterior == null ? Double.NaN : posterior.diagnostics().bulkEffectiveSize(),
                    posterior == null ? Double.NaN : posterior.quantile(.025),
                    posterior == null ? Double.NaN : posterior.quantile(.975),
                    posterior == null ? Double.NaN : posterior.quantile(.5),
                    refusals);
        });
    }

    private OptionalDouble graph(String name, CaptureTable table, String settings, String quantity) {
        Matcher grid = GRID.matcher(settings);
        Matcher delta = DELTA.matcher(settings);
        if (!grid.find() || !delta.find()) return OptionalDouble.empty();
        GraphPosterior posterior = graphs.computeIfAbsent(
                name + delta.group(1),
                _ -> GraphAveraging.averageUpTo(
                        table, Double.parseDouble(delta.group(1)), Integer.parseInt(grid.group(1))));
        return switch (quantity) {
            case "mean" -> OptionalDouble.of(posterior.mean());
            case "q2.5" -> OptionalDouble.of(posterior.quantile(.025));
            case "median" -> OptionalDouble.of(posterior.quantile(.5));
            case "q97.5" -> OptionalDouble.of(posterior.quantile(.975));
            case "mode" -> OptionalDouble.of(posterior.mode());
            default ->
                quantity.startsWith("top_model")
                        ? OptionalDouble.of(posterior.graphProbability(posterior.topGraph()))
                        : OptionalDouble.empty();
        };
    }

    private LogLinearSearch.Outcome all(String name, CaptureTable table) {
        return searches.computeIfAbsent(name, _ -> LogLinearSearch.all(table));
    }

    private OptionalDouble search(String name, CaptureTable table, String settings, String quantity) {
        LogLinearSearch.Outcome outcome = all(name, table);
        if (quantity.equals("models_fitted")) return OptionalDouble.of(outcome.tried());
        if (quantity.equals("weighted_mean_N")) return OptionalDouble.of(outcome.bicAverage());
        if (quantity.startsWith("min_N")) return OptionalDouble.of(outcome.bicRange()[0]);
        if (quantity.startsWith("max_N")) return OptionalDouble.of(outcome.bicRange()[1]);
        Matcher model = MODEL.matcher(settings);
        if (!model.find()) return OptionalDouble.empty();
        return outcome.fits().stream()
                .filter(fit -> fit.model().name().equals(model.group(1)))
                .map(fit -> figure(fit, quantity))
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble figure(LogLinearFit fit, String quantity) {
        return switch (quantity) {
            case "N" -> OptionalDouble.of(fit.total());
            case "se" -> OptionalDouble.of(fit.standardError());
            case "deviance" -> OptionalDouble.of(fit.deviance());
            case "df" -> OptionalDouble.of(fit.degreesOfFreedom());
            case "AIC" -> OptionalDouble.of(fit.aic());
            case "BIC" -> OptionalDouble.of(fit.bic());
            default -> OptionalDouble.empty();
        };
    }

    private OptionalDouble profile(String name, CaptureTable table, String quantity) {
        ProfileLikelihood profile = ProfileLikelihood.of(table, all(name, table).best());
        return switch (quantity) {
            case "N" -> OptionalDouble.of(profile.estimate());
            case "lower95" -> OptionalDouble.of(profile.lower());
            case "upper95" -> OptionalDouble.of(profile.upper());
            default -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble independence(CaptureTable table, String settings, String quantity) {
        if (!settings.endsWith("model=Mt")) return OptionalDouble.empty();
        return figure(LogLinearFit.of(table, HierarchicalModel.mainEffects(table.listCount())), quantity);
    }

    private static OptionalDouble stepwise(CaptureTable table, String quantity) {
        LogLinearFit fit =
                LogLinearSearch.stepwise(table, SelectionRule.P_BELOW_2_PERCENT).best();
        return switch (quantity) {
            case "N" -> OptionalDouble.of(fit.total());
            case "q2.5" -> OptionalDouble.of(fit.waldLimit(-1.959963984540054));
            case "q97.5" -> OptionalDouble.of(fit.waldLimit(1.959963984540054));
            default -> OptionalDouble.empty();
        };
    }

    private static double existence(CaptureTable table, String settings) {
        int lists = table.listCount();
        Matcher pairs = PAIRS.matcher(settings);
        if (settings.startsWith("main")) {
            return ExistenceCheck.of(table, HierarchicalModel.mainEffects(lists))
                    .code();
        }
        if (!pairs.find())
            return ExistenceCheck.of(table, HierarchicalModel.allPairs(lists)).code();
        List<Integer> generators = java.util.Arrays.stream(pairs.group(1).split("\\+"))
                .map(pair -> 1 << pair.charAt(0) - 'A' | 1 << pair.charAt(1) - 'A')
                .toList();
        return ExistenceCheck.of(table, HierarchicalModel.generatedBy(lists, generators))
                .code();
    }
}
