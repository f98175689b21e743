package org.constancia.app.cli.estimate;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.estimation.Estimate;
import org.constancia.estimation.EstimationSettings;
import org.constancia.estimation.Estimator;
import org.constancia.estimation.capture.CaptureColumns;
import org.constancia.estimation.capture.CaptureSheet;
import org.constancia.estimation.capture.CaptureSheetReader;
import org.constancia.estimation.lcmcr.LatentClassPrior;
import org.constancia.estimation.lcmcr.LcmcrSettings;
import org.constancia.estimation.verdict.Method;
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

    @Option(names = "--sweeps", defaultValue = "400000", description = "sweeps of a chain at most (400000)")
    private int sweeps = 400_000;

    @Option(names = "--delta", description = "prior count of each cell in the graph models (default: 2^-J)")
    private @Nullable Double delta;

    @Option(names = "--threads", description = "threads (default: one for each processor); the result is the same")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--allow-unidentified", description = "show figures, marked, even where they are not identified")
    private boolean allowUnidentified;

    @Option(names = "--lang", paramLabel = "en|es", description = "language of the text (default: the system's)")
    private String language = Locale.getDefault().getLanguage();

    @Override
    public Integer call() throws IOException {
        CaptureSheet sheet = read();
        Locale locale = language.equals("es") ? Locale.of("es") : Locale.ENGLISH;
        try (TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr(), locale, json)) {
            ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, threads), runnable -> {
                Thread thread = new Thread(runnable, "estimate");
                thread.setDaemon(true);
                return thread;
            });
            Estimate estimate;
            try {
                estimate = Estimator.estimate(sheet.onlyTable(), settings(), executor, progress);
            } finally {
                executor.shutdownNow();
            }
            progress.close();
            print(estimate, locale);
        }
        return 0;
    }

    private void print(Estimate estimate, Locale locale) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonMapper mapper = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            out.println(mapper.writeValueAsString(new EstimateDocument(estimate, allowUnidentified).toMap()));
        } else {
            out.print(new EstimateText(estimate, allowUnidentified, locale).text());
        }
        out.flush();
    }

    private CaptureSheet read() throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return CaptureSheetReader.read(reader, new CaptureColumns(lists, null, null));
        } catch (NoSuchFileException missing) {
            throw new ConstanciaException(Problem.INPUT_NOT_FOUND, "There is no such file", missing).with("file", file);
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
