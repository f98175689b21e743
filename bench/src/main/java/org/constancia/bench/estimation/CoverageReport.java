package org.constancia.bench.estimation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Sets the coverage of all methods side by side: `CoverageReport FOLDER` reads `ours.csv` and, where it is there,
/// `lcmcr.csv`, prints a Markdown table and writes `coverage.vl.json`, a Vega-Lite plot.
public final class CoverageReport {
    private static final List<String> METHODS = List.of("lcmcr", "lcmcr-package", "graphs", "loglinear");

    private CoverageReport() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<CoverageTrial> trials = new ArrayList<>(CoverageTrial.readAll(folder.resolve("ours.csv")));
        Path peer = folder.resolve("lcmcr.csv");
        if (Files.exists(peer)) trials.addAll(CoverageTrial.readAll(peer));
        List<String> points = new ArrayList<>();
        System.out.println("| scenario | method | tables | refused | cover | MC error | median | median width |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (int s = 0; s < Scenario.all().size(); s++) {
            int scenario = s;
            for (String method : METHODS) {
                List<CoverageTrial> own = trials.stream()
                        .filter(trial -> trial.scenario() == scenario
                                && trial.method().equals(method)
                                && !Double.isNaN(trial.median()))
                        .toList();
                if (!own.isEmpty()) points.add(line(Scenario.all().get(s), method, own));
            }
        }
        Files.writeString(folder.resolve("coverage.vl.json"), plot(points));
    }

    private static String line(Scenario scenario, String method, List<CoverageTrial> trials) {
        double covered = trials.stream()
                .filter(trial -> trial.covers(scenario.population()))
                .count();
        double rate = covered / trials.size();
        double error = Math.sqrt(Math.max(rate * (1 - rate), .95 * .05) / trials.size());
        System.out.printf(
                "| %s | %s | %d | %d | %.3f | %.3f | %.0f | %.0f |%n",
                scenario.name(),
                method,
                trials.size(),
                trials.stream().filter(CoverageTrial::refused).count(),
                rate,
                error,
                median(trials.stream().mapToDouble(CoverageTrial::median).toArray()),
                median(trials.stream()
                        .mapToDouble(trial -> trial.upper() - trial.lower())
                        .toArray()));
        return "{\"scenario\":\"%s\",\"method\":\"%s\",\"cover\":%.4f,\"low\":%.4f,\"high\":%.4f}"
                .formatted(scenario.name(), method, rate, Math.max(0, rate - 2 * error), Math.min(1, rate + 2 * error));
    }

    private static double median(double[] values) {
        java.util.Arrays.sort(values);
        return values[values.length / 2];
    }

    private static String plot(List<String> points) {
        return """
                {"$schema":"https://vega.github.io/schema/vega-lite/v5.json",
                "title":"Share of 95 %% intervals that hold the truth, with two Monte Carlo errors",
                "data":{"values":[%s]},
                "facet":{"row":{"field":"scenario","title":null,"sort":null}},
                "spec":{"layer":[
                {"mark":{"type":"rule","strokeDash":[4,3]},"encoding":{"x":{"datum":0.95}}},
                {"mark":"rule","encoding":{"x":{"field":"low","type":"quantitative","scale":{"domain":[0,1]},"title":"coverage"},
                "x2":{"field":"high"},"y":{"field":"method","type":"nominal","title":null}}},
                {"mark":{"type":"point","filled":true},"encoding":{"x":{"field":"cover","type":"quantitative"},
                "y":{"field":"method","type":"nominal"}}}]}}
                """.formatted(String.join(",\n", points));
    }
}
