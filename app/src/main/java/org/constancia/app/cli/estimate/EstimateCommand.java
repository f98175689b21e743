package org.constancia.app.cli.estimate;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.constancia.app.chart.Charts;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.estimation.Estimate;
import org.constancia.estimation.EstimationSettings;
import org.constancia.estimation.Estimator;
import org.constancia.estimation.capture.CaptureColumns;
import org.constancia.estimation.capture.CaptureSheet;
import org.constancia.estimation.capture.CaptureSheetReader;
import org.constancia.estimation.capture.TableKey;
import org.constancia.estimation.lcmcr.LatentClassPrior;
import org.constancia.estimation.lcmcr.LcmcrSettings;
import org.constancia.estimation.loglinear.BcaBootstrap;
import org.constancia.estimation.loglinear.BcaInterval;
import org.constancia.estimation.progress.Progress;
import org.constancia.estimation.replicates.CombinationRule;
import org.constancia.estimation.sensitivity.SensitivityAnalysis;
import org.constancia.estimation.sensitivity.Variation;
import org.constancia.estimation.strata.ManyTables;
import org.constancia.estimation.strata.TableOutcome;
import org.constancia.estimation.verdict.Method;
import org.constancia.estimation.verdict.Reason;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `constancia estimate TABLE.csv`: how many no list has, or why this cannot be known.
@Command(
        name = "estimate",
        description = {
            "Estimates how many victims no list has, from overlapping lists.",
            "TABLE.csv has one 0/1 column per list and a column 'count', one row per capture pattern;",
            "or one row per person with 0/1 columns and no 'count'."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class EstimateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "TABLE.csv", description = "the capture table")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            split = ",",
            defaultValue = "all",
            description = "all, lcmcr, graphs, loglinear, chao; several with commas (default: all)")
    private List<String> methods = List.of("all");

    @Option(names = "--seed", defaultValue = "1", description = "seed of everything drawn (default: 1)")
    private long seed = 1;

    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

    @Option(
            names = "--lists",
            paramLabel = "COLUMN",
            split = ",",
            description = "the list columns, when the file has others")
    private List<String> lists = List.of();

    @Option(names = "--classes", defaultValue = "10", description = "latent classes at most (default: 10)")
    private int classes = 10;

    @Option(names = "--alpha-shape", defaultValue = "0.25", description = "shape of the prior of alpha (0.25)")
    private double alphaShape = .25;

    @Option(names = "--alpha-rate", defaultValue = "0.25", description = "rate of the prior of alpha (0.25)")
    private double alphaRate = .25;

    @Option(names = "--cap", defaultValue = "20", description = "unseen at most so many times the observed (20)")
    private double cap = 20;

    @Option(names = "--chains", defaultValue = "4", description = "independent chains, 4 or more (4)")
    private int chains = 4;

    @Option(names = "--ess", defaultValue = "1000", description = "effective draws to reach (1000)")
    private double effectiveSize = 1000;

    @Option(names = "--sweeps", defaultValue = "120000", description = "sweeps of a chain at most (120000)")
    private int sweeps = 120_000;

    @Option(names = "--delta", description = "prior count of each cell in the graph models (default: 2^-J)")
    private @Nullable Double delta;

    @Option(names = "--threads", description = "threads (default: one for each processor); the result is the same")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--allow-unidentified", description = "show figures, marked, even where they are not identified")
    private boolean allowUnidentified;

    @Option(names = "--lang", paramLabel = "en|es", description = "language of the text (default: the system's)")
    private String language = Locale.getDefault().getLanguage();

    @Option(names = "--stratum", paramLabel = "COLUMN", description = "estimate each value of this column apart")
    private @Nullable String stratum;

    @Option(
            names = "--replicate",
            paramLabel = "COLUMN",
            description = "the column that names imputations or linkage draws, to be combined")
    private @Nullable String replicate;

    @Option(
            names = "--combine",
            paramLabel = "RULE",
            defaultValue = "rubin1987",
            description = "how replicates are combined: rubin1987 or verdata-compat (default: rubin1987)")
    private String combine = "rubin1987";

    @Option(names = "--pool", description = "also draw strata towards their common mean (a sensitivity analysis)")
    private boolean pool;

    @Option(names = "--sensitivity", description = "run again with one thing changed at a time")
    private boolean sensitivity;

    @Option(names = "--bootstrap", paramLabel = "B", description = "BCa interval of the log-linear estimate")
    private int bootstrap;

    @Option(names = "--report", paramLabel = "FILE.html", description = "write a report that needs nothing else")
    private @Nullable Path report;

    @Option(names = "--journal", paramLabel = "FILE", description = "with strata: keep results here and go on from it")
    private @Nullable Path journal;

    @Override
    public Integer call() throws IOException {
        CaptureSheet sheet = read();
        EstimationSettings settings = settings();
        Locale locale = language.equals("es") ? Locale.of("es") : Locale.ENGLISH;
        ExecutorService executor = Executors.newFixedThreadPool(
                Math.max(1, threads),
                Thread.ofPlatform().daemon().name("estimate-", 0).factory());
        try (TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr(), locale, json)) {
            Thread onInterrupt = new Thread(progress::cancel);
            Runtime.getRuntime().addShutdownHook(onInterrupt);
            if (sheet.isSingle()) {
                single(sheet, settings, locale, executor, progress);
            } else {
                many(sheet, settings, locale, executor, progress);
            }
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } finally {
            executor.shutdownNow();
        }
        return 0;
    }

    private void single(
            CaptureSheet sheet,
            EstimationSettings settings,
            Locale locale,
            ExecutorService executor,
            TerminalProgress progress)
            throws IOException {
        boolean more = sensitivity || bootstrap > 0 || report != null;
        Estimate plain = Estimator.estimate(sheet.onlyTable(), settings, executor, progress.part(0, more ? .4 : 1));
        Estimate estimate = plain.withReasons(readerReasons(sheet));
        BcaInterval interval = bootstrap > 0 && estimate.used().listCount() >= 3
                ? BcaBootstrap.interval(estimate.used(), bootstrap, seed, executor, progress.part(.4, .5))
                : null;
        boolean varies = (sensitivity || report != null) && (estimate.isEstimable() || allowUnidentified);
        List<Variation> variations = varies
                ? SensitivityAnalysis.of(
                        estimate.used(),
                        settings.withLcmcr(settings.lcmcr().withEffort(400, 15_000)),
                        executor,
                        progress.part(.5, .95))
                : List.of();
        if (report != null) {
            try (Charts charts = new Charts()) {
                ReportPage page = new ReportPage(estimate, variations, allowUnidentified, locale, charts);
                Files.writeString(report, page.html(), StandardCharsets.UTF_8);
            }
        }
        progress.close();
        if (json) {
            print(new EstimateDocument(estimate, allowUnidentified, variations, interval).toMap());
        } else {
            print(new EstimateText(estimate, allowUnidentified, locale).text());
            if (interval != null && estimate.isEstimable()) {
                print(Messages.in(locale)
                                .text(
                                        "bca",
                                        interval.resamples(),
                                        String.format(locale, "%,d", Math.round(interval.lower())),
                                        String.format(locale, "%,d", Math.round(interval.upper())))
                        + "\n");
            }
        }
    }

    private void many(
            CaptureSheet sheet,
            EstimationSettings settings,
            Locale locale,
            ExecutorService executor,
            TerminalProgress progress)
            throws IOException {
        CombinationRule rule = switch (combine) {
            case "rubin1987" -> CombinationRule.RUBIN_1987;
            case "verdata-compat" -> CombinationRule.VERDATA_COMPATIBLE;
            default -> throw usage("--combine is rubin1987 or verdata-compat").with("combine", combine);
        };
        Map<TableKey, TableOutcome> outcomes;
        if (journal == null) {
            outcomes = ManyTables.estimate(sheet, settings, Map.of(), _ -> {}, executor, progress);
        } else {
            try (Journal kept = Journal.open(journal, runName(sheet, settings))) {
                outcomes = ManyTables.estimate(sheet, settings, kept.known(), kept::add, executor, progress);
            }
        }
        Estimate unstratified = sheet.strata().size() > 1
                ? Estimator.estimate(
                        sheet.pooledOverStrata(sheet.replicates().get(0)), settings, executor, Progress.SILENT)
                : null;
        ManyTablesResult result = new ManyTablesResult(sheet, outcomes, settings, rule, pool, unstratified);
        if (report != null) {
            try (Charts charts = new Charts()) {
                Files.writeString(report, new StrataReportPage(result, locale, charts).html(), StandardCharsets.UTF_8);
            }
        }
        progress.close();
        if (json) {
            print(result.toMap());
        } else {
            print(result.text(locale));
        }
    }

    /// What identifies a run for its journal: all tables, the seed and the settings.
    private static String runName(CaptureSheet sheet, EstimationSettings settings) {
        StringBuilder all = new StringBuilder(settings.toString());
        sheet.tables().forEach((key, table) -> all.append('\n').append(key).append(table.sha256()));
        return Hashes.sha256(all.toString());
    }

    private static List<Reason> readerReasons(CaptureSheet sheet) {
        List<Reason> reasons = new ArrayList<>();
        for (CaptureSheet.Notice notice : sheet.notices()) {
            switch (notice) {
                case CaptureSheet.Notice.AllZeroRowLeftOut zero ->
                    reasons.add(Reason.of(Reason.Code.ALL_ZERO_ROW_LEFT_OUT, zero.count()));
                case CaptureSheet.Notice.PatternAddedUp added ->
                    reasons.add(Reason.of(Reason.Code.PATTERNS_ADDED_UP, added.pattern()));
                case CaptureSheet.Notice.RowsLeftOut rows ->
                    reasons.add(Reason.of(Reason.Code.ROWS_LEFT_OUT, rows.rows()));
                // Told by the checks of the table itself.
                case CaptureSheet.Notice.ListWithoutCaptures _ -> {}
            }
        }
        return reasons;
    }

    private void print(Map<String, Object> document) {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        print(mapper.writeValueAsString(document) + "\n");
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }

    private CaptureSheet read() throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return CaptureSheetReader.read(reader, new CaptureColumns(lists, stratum, replicate));
        } catch (NoSuchFileException missing) {
            throw new ConstanciaException(Problem.INPUT_NOT_FOUND, "There is no such file", missing).with("file", file);
        } catch (CharacterCodingException notText) {
            throw new ConstanciaException(Problem.BAD_INPUT, "The file is not UTF-8 text", notText).with("file", file);
        }
    }

    private EstimationSettings settings() {
        if (chains < 2) throw usage("--chains must be at least 2").with("chains", chains);
        LatentClassPrior prior = new LatentClassPrior(classes, alphaShape, alphaRate, 1, 1, cap);
        LcmcrSettings lcmcr = new LcmcrSettings(prior, chains, seed, effectiveSize, sweeps);
        OptionalDouble cell = delta == null ? OptionalDouble.empty() : OptionalDouble.of(delta);
        return new EstimationSettings(chosenMethods(), lcmcr, cell);
    }

    private Set<Method> chosenMethods() {
        Set<Method> chosen = EnumSet.noneOf(Method.class);
        for (String name : methods) {
            if (name.equals("all")) return EnumSet.allOf(Method.class);
            try {
                chosen.add(Method.valueOf(name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw new ConstanciaException(Problem.USAGE, "There is no such method", unknown).with("method", name);
            }
        }
        return chosen;
    }

    private static ConstanciaException usage(String text) {
        return new ConstanciaException(Problem.USAGE, text);
    }
}
