package org.constancia.bench.text;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.constancia.core.place.Gazetteer;
import org.constancia.text.clean.Block;
import org.constancia.text.document.TextLayer;
import org.constancia.text.extract.incident.Evidence;
import org.constancia.text.extract.incident.Incident;
import org.constancia.text.extract.incident.IncidentReader;
import org.constancia.text.extract.incident.IncidentSlot;
import org.constancia.text.extract.incident.IncidentType;
import org.constancia.text.extract.incident.IncidentWeights;
import org.constancia.text.extract.incident.Judge;

/// `bench text incidents TRAIN.json DEV.json [--fit WEIGHTS] [--show N]`: the template metric of MUC-4.
///
/// Documents with odd numbers are read by people who write rules, those with even numbers are only scored; both
/// figures are printed. `--fit` fits the weights on TRAIN and writes them.
public final class IncidentReport {
    private static final int FOLDS = 5;

    private record Read(MucDocument document, Evidence evidence) {}

    private final PrintStream out;
    private final IncidentReader reader;

    private IncidentReport(PrintStream out, IncidentReader reader) {
        this.out = out;
        this.reader = reader;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> options = List.of(arguments);
        IncidentReader bare = new IncidentReader(Gazetteer.bundled(), new IncidentWeights(Map.of()));
        IncidentReport report = new IncidentReport(out, bare);
        List<Read> dev = report.read(Path.of(arguments[1]));
        if (options.contains("--fit")) {
            List<Read> train = report.read(Path.of(arguments[0]));
            Map<String, Map<String, Double>> models = report.fit(train);
            report.print("train, fitted", train, models);
            report.print("dev, looked at (odd)", keep(dev, IncidentReport::isOdd), models);
            report.print("dev, only scored (even)", keep(dev, one -> !isOdd(one)), models);
            report.print("dev, all", dev, models);
            write(models, Path.of(options.get(options.indexOf("--fit") + 1)));
        } else {
            IncidentReader bundled = IncidentReader.bundled();
            report.print("dev, looked at (odd)", keep(dev, IncidentReport::isOdd), bundled);
            report.print("dev, only scored (even)", keep(dev, one -> !isOdd(one)), bundled);
            report.print("dev, all", dev, bundled);
        }
    }

    private static List<Read> keep(List<Read> all, Predicate<Read> test) {
        return all.stream().filter(test).toList();
    }

    private static boolean isOdd(Read read) {
        String id = read.document().id();
        return (id.charAt(id.length() - 1) - '0') % 2 == 1;
    }

    private List<Read> read(Path file) throws IOException {
        List<Read> all = new ArrayList<>();
        for (MucDocument document : MucDocument.read(file))
            all.add(new Read(document, reader.examine(layerOf(document.text()))));
        return all;
    }

    static TextLayer layerOf(String text) {
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) blocks.add(Block.body(start, start + line.length()));
            start += line.length() + 1;
        }
        return new TextLayer(text, "en", null, null, null, blocks, List.of());
    }

    private void print(String title, List<Read> documents, Map<String, Map<String, Double>> models) {
        print(title, documents, reader.with(new IncidentWeights(models)));
    }

    private void print(String title, List<Read> documents, IncidentReader decider) {
        MucScorer scorer = score(documents, decider);
        out.printf("%s: %d documents%n", title, documents.size());
        scorer.totals().forEach((role, counts) -> out.printf("  %-10s %s%n", role, counts));
        out.printf(
                "  %-10s %s%n  %-10s %s%n  %-10s %s%n",
                "all roles", scorer.micro(false), "strings", scorer.micro(true), "relevance", scorer.relevance());
    }

    private static MucScorer score(List<Read> documents, IncidentReader decider) {
        MucScorer scorer = new MucScorer();
        for (Read read : documents) {
            String text = read.document().text();
            List<Incident> incidents = decider.decide(read.evidence(), text);
            scorer.add(IncidentTemplates.of(text, incidents), read.document().templates());
        }
        return scorer;
    }

    /// Weights from all documents; levels from probabilities of models that did not see the document.
    private Map<String, Map<String, Double>> fit(List<Read> documents) {
        Map<List<String>, Double> unseen = new IdentityHashMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            List<Read> others = new ArrayList<>();
            List<Read> kept = new ArrayList<>();
            for (int i = 0; i < documents.size(); i++) (i % FOLDS == left ? kept : others).add(documents.get(i));
            Judge judge = new IncidentWeights(weights(others));
            for (Read read : kept) foretell(judge, read.evidence(), unseen);
        }
        Map<String, Map<String, Double>> models = weights(documents);
        for (int round = 0; round < 2; round++)
            for (String model : List.copyOf(models.keySet())) level(model, models, documents, unseen);
        MucScorer scorer = score(documents, reader.with(remembering(new IncidentWeights(models), unseen)));
        out.printf("cross-validated on %d: all roles %s%n", documents.size(), scorer.micro(false));
        return models;
    }

    private static Map<String, Map<String, Double>> weights(List<Read> documents) {
        Map<String, Map<String, Double>> models = new TreeMap<>();
        examples(documents).forEach((model, list) -> models.put(model, IncidentFit.fit(list)));
        return models;
    }

    private static void foretell(Judge judge, Evidence evidence, Map<List<String>, Double> known) {
        evidence.types().values().forEach(signs -> known.put(signs, judge.probability("type", signs)));
        for (Evidence.Filler one : evidence.fillers()) {
            known.put(one.signs(), judge.probability(one.slot().code(), one.signs()));
            if (!isHit(one)) continue;
            for (Evidence.Filler other : evidence.fillers()) {
                if (one.type() != other.type() || !isHit(other)) continue;
                List<String> signs = evidence.together(one, other);
                known.put(signs, judge.probability("together", signs));
            }
        }
    }

    private static boolean isHit(Evidence.Filler filler) {
        return filler.slot() == IncidentSlot.VICTIM || filler.slot() == IncidentSlot.TARGET;
    }

    /// Sets the level of one model to what gives the highest template score.
    private void level(
            String model,
            Map<String, Map<String, Double>> models,
            List<Read> documents,
            Map<List<String>, Double> known) {
        double best = -1;
        double chosen = 0.5;
        Map<String, Double> weights = Objects.requireNonNull(models.get(model));
        for (double level = 0.2; level < 0.75; level += 0.05) {
            weights.put("level", level);
            double f1 = score(documents, reader.with(remembering(new IncidentWeights(models), known)))
                    .micro(false)
                    .f1();
            if (f1 > best) {
                best = f1;
                chosen = level;
            }
        }
        weights.put("level", chosen);
    }

    /// The same judge, which does not reckon twice: levels change, probabilities do not.
    private static Judge remembering(Judge judge, Map<List<String>, Double> known) {
        return new Judge() {
            @Override
            public double probability(String model, List<String> signs) {
                return known.computeIfAbsent(signs, _ -> judge.probability(model, signs));
            }

            @Override
            public double level(String model) {
                return judge.level(model);
            }
        };
    }

    private static Map<String, List<IncidentFit.Example>> examples(List<Read> documents) {
        Map<String, List<IncidentFit.Example>> examples = new LinkedHashMap<>();
        for (Read read : documents) {
            List<MucTemplate> gold = read.document().templates();
            for (IncidentType type : IncidentType.values()) {
                List<String> signs = read.evidence().types().get(type);
                if (signs == null) continue;
                List<MucTemplate> same = gold.stream()
                        .filter(one -> one.type().contains(type.code()))
                        .toList();
                examples.computeIfAbsent("type", _ -> new ArrayList<>())
                        .add(new IncidentFit.Example(signs, !same.isEmpty()));
                if (same.isEmpty()) continue;
                pairs(read, same, type, examples.computeIfAbsent("together", _ -> new ArrayList<>()));
                for (Evidence.Filler filler : read.evidence().fillers()) {
                    if (filler.type() != type) continue;
                    boolean right = isIn(same, filler, read.document().text());
                    examples.computeIfAbsent(filler.slot().code(), _ -> new ArrayList<>())
                            .add(new IncidentFit.Example(filler.signs(), right));
                }
            }
        }
        return examples;
    }

    /// Pairs of things hit that the gold has: in one template, or only in different ones.
    private static void pairs(
            Read read, List<MucTemplate> same, IncidentType type, List<IncidentFit.Example> examples) {
        List<Evidence.Filler> hit = read.evidence().fillers().stream()
                .filter(filler -> filler.type() == type && isHit(filler))
                .filter(filler -> isIn(same, filler, read.document().text()))
                .toList();
        for (int i = 0; i < hit.size(); i++)
            for (int j = 0; j < i; j++) {
                Evidence.Filler one = hit.get(j);
                Evidence.Filler other = hit.get(i);
                boolean together = same.stream()
                        .anyMatch(template ->
                                isIn(List.of(template), one, read.document().text())
                                        && isIn(
                                                List.of(template),
                                                other,
                                                read.document().text()));
                examples.add(new IncidentFit.Example(read.evidence().together(one, other), together));
            }
    }

    private static boolean isIn(List<MucTemplate> templates, Evidence.Filler filler, String text) {
        String slot = nameOf(filler.slot());
        String words = MucScorer.normalise(filler.span().of(text));
        return templates.stream()
                .flatMap(template -> template.entities(slot).stream())
                .flatMap(List::stream)
                .anyMatch(mention -> MucScorer.normalise(mention).equals(words));
    }

    private static String nameOf(IncidentSlot slot) {
        for (Map.Entry<String, IncidentSlot> entry : IncidentTemplates.SLOTS.entrySet())
            if (entry.getValue() == slot) return entry.getKey();
        throw new IllegalArgumentException(slot.code());
    }

    private static void write(Map<String, Map<String, Double>> models, Path file) throws IOException {
        try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
            writer.println(
                    "# Signs of incidents and how much they count: model : sign : weight (logistic). Fitted by `bench text incidents --fit`.");
            models.forEach((model, weights) -> new TreeMap<>(weights)
                    .forEach((sign, weight) -> writer.printf(Locale.ROOT, "%s : %s : %.3f%n", model, sign, weight)));
        }
    }
}
