package org.constancia.app.cli.estimate;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.estimation.capture.TableKey;
import org.constancia.estimation.strata.TableOutcome;
import org.constancia.estimation.verdict.Figures;
import org.constancia.estimation.verdict.Reason;
import org.constancia.estimation.verdict.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Outcomes of a long run, one JSON object a line, written as they come, so that an interrupted run goes on where it
/// stopped. The first line says which run it is; a journal of another run is refused.
final class Journal implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BufferedWriter writer;
    private final Map<TableKey, TableOutcome> known;

    private Journal(BufferedWriter writer, Map<TableKey, TableOutcome> known) {
        this.writer = writer;
        this.known = known;
    }

    /// Opens a journal, new or interrupted.
    ///
    /// @param run what identifies the run: the hash of its input, its seed and its settings
    static Journal open(Path file, String run) throws IOException {
        Map<TableKey, TableOutcome> known = new LinkedHashMap<>();
        boolean isNew = !Files.exists(file) || cutTornLine(file) == 0;
        if (!isNew) read(file, run, known);
        BufferedWriter writer = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Journal journal = new Journal(writer, known);
        if (isNew) journal.line(Map.of("run", run));
        return journal;
    }

    /// Removes what an interruption left of a line, so that the next one does not grow onto it; the table is estimated
    /// again. Returns the bytes that are left.
    private static long cutTornLine(Path file) throws IOException {
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size();
            ByteBuffer one = ByteBuffer.allocate(1);
            while (end > 0) {
                one.clear();
                channel.position(end - 1).read(one);
                if (one.get(0) == '\n') break;
                end--;
            }
            channel.truncate(end);
            return end;
        }
    }

    private static void read(Path file, String run, Map<TableKey, TableOutcome> known) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                JsonNode node = node(line, number);
                if (number > 1) {
                    TableOutcome outcome = outcome(node);
                    known.put(outcome.key(), outcome);
                } else if (!node.path("run").asString("").equals(run)) {
                    throw new ConstanciaException(
                                    Problem.BAD_INPUT, "The journal belongs to another run; name another file")
                            .with("file", file);
                }
            }
        }
    }

    private static JsonNode node(String line, int number) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException damaged) {
            throw new ConstanciaException(Problem.BAD_INPUT, "The journal is damaged; remove it to start anew", damaged)
                    .with("line", number);
        }
    }

    /// What was done before.
    Map<TableKey, TableOutcome> known() {
        return known;
    }

    /// Writes an outcome through to the file.
    synchronized void add(TableOutcome outcome) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("stratum", outcome.key().stratum());
        map.put("replicate", outcome.key().replicate());
        map.put("observed", outcome.observed());
        map.put("verdict", outcome.verdict().name());
        map.put(
                "reasons",
                outcome.reasons().stream()
                        .map(reason -> Map.of("code", reason.code().name(), "facts", reason.facts()))
                        .toList());
        map.put("figures", outcome.figures());
        map.put("unseen", outcome.unseen());
        line(map);
    }

    private void line(Map<String, ?> map) {
        try {
            writer.write(JSON.writeValueAsString(map));
            writer.write('\n');
            writer.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static TableOutcome outcome(JsonNode node) {
        List<Reason> reasons = new ArrayList<>();
        for (JsonNode reason : node.path("reasons")) {
            List<Object> facts = new ArrayList<>();
            for (JsonNode fact : reason.path("facts")) {
                facts.add(fact.isNumber() ? fact.numberValue() : fact.asString());
            }
            reasons.add(new Reason(Reason.Code.valueOf(reason.path("code").asString()), facts));
        }
        List<Double> unseen = new ArrayList<>();
        for (JsonNode draw : node.path("unseen")) unseen.add(draw.asDouble());
        return new TableOutcome(
                new TableKey(
                        node.path("stratum").asString(), node.path("replicate").asString()),
                node.path("observed").asLong(),
                Verdict.valueOf(node.path("verdict").asString()),
                reasons,
                figures(node.path("figures")),
                unseen);
    }

    private static @Nullable Figures figures(JsonNode node) {
        if (!node.isObject()) return null;
        return new Figures(
                value(node, "mean"),
                value(node, "median"),
                value(node, "lower"),
                value(node, "upper"),
                value(node, "errorOfMean"),
                value(node, "errorOfMedian"),
                value(node, "errorOfLower"),
                value(node, "errorOfUpper"));
    }

    private static double value(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isNumber() ? value.asDouble() : Double.NaN;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
