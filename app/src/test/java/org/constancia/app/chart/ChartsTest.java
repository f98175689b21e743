package org.constancia.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.constancia.core.failure.ConstanciaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Charts against golden files; renew them with `-Dgolden.update=true` and read the difference in review.
class ChartsTest {
    private static final Charts CHARTS = new Charts();
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    @AfterAll
    static void close() {
        CHARTS.close();
    }

    /// The stages announced in April 2021 for 416 killings of human-rights defenders in Colombia.
    @Test
    void theFunnelOfTheAnnouncedStages() throws IOException {
        Chart funnel = Chart.of(
                "funnel",
                "Of 416 acts: 259, 207, 181 and 70.",
                Map.of(),
                List.of(
                        row("All acts", 416, false),
                        row("Arrest warrant", 259, false),
                        row("Charges", 207, false),
                        row("Trial", 181, false),
                        row("Sentence", 70, true)));
        String svg = CHARTS.svg(funnel);
        assertThat(svg).startsWith("<svg").contains("70 · 16.8 %").doesNotContain("style=");
        golden("funnel.svg", svg);
    }

    private static Map<String, Object> row(String stage, int count, boolean last) {
        double share = 100.0 * count / 416;
        return Map.of("stage", stage, "share", share, "last", last, "label", "%d · %.1f %%".formatted(count, share));
    }

    @Test
    void wordsAreFilledInAsTextAndNotAsSpecification() {
        Chart chart = Chart.of(
                "survival",
                "A \"quoted\" description",
                Map.of("months", "months \"since\"", "without", "% not yet"),
                List.of(Map.of("months", 0, "without", 100, "low", 100, "high", 100)));
        assertThat(chart.specification()).contains("months \\\"since\\\"").doesNotContain("{{");
        assertThat(CHARTS.svg(chart)).contains("% not yet");
    }

    @Test
    void numbersAreWrittenAsTheLanguageWritesThem() {
        Chart chart = Chart.of(
                "estimate-intervals",
                "",
                Map.of("total", "total N"),
                List.of(Map.of("label", "Chao", "kind", "cota", "N", 12_000, "low", 9_000, "high", 15_000)));
        assertThat(CHARTS.svg(chart.in(Locale.of("es")))).contains(">12.000<").doesNotContain(">12,000<");
        assertThat(CHARTS.svg(chart.in(Locale.ENGLISH))).contains(">12,000<");
    }

    @Test
    void whatCannotBeDrawnIsAFailureAndTheNextChartIsDrawn() {
        assertThatThrownBy(() -> CHARTS.svg(new Chart("{\"mark\": \"nonsense\"}")))
                .isInstanceOf(ConstanciaException.class);
        assertThat(CHARTS.svg(Chart.of("timeline", "One day", Map.of(), List.of(day()))))
                .startsWith("<svg");
    }

    private static Map<String, Object> day() {
        return Map.of("row", 0, "from", "2021-05-03", "to", "2021-05-03", "day", true);
    }

    @Test
    void aScriptInASpecificationReachesNothing() {
        Chart chart = new Chart("""
                {"data": {"values": [{"a": 1}]}, "mark": "point",
                 "transform": [{"calculate": "java.lang.System.exit(1)", "as": "b"}],
                 "encoding": {"x": {"field": "b", "type": "quantitative"}}}
                """);
        assertThatThrownBy(() -> CHARTS.svg(chart)).isInstanceOf(ConstanciaException.class);
    }

    private static void golden(String name, String found) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, found);
        }
        assertThat(found).isEqualTo(Files.readString(file));
    }
}
