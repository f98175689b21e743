package org.constancia.app.web.accountability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.constancia.app.chart.Chart;
import org.constancia.app.chart.Charts;
import org.constancia.app.web.accountability.AccountabilityPage.Definition;
import org.constancia.app.web.accountability.AccountabilityPage.Durations;
import org.constancia.app.web.accountability.AccountabilityPage.StageCount;
import org.constancia.app.web.page.Words;
import org.jspecify.annotations.Nullable;

/// The accountability page with its charts drawn.
///
/// @param funnel SVG; absent for an empty selection
/// @param survival SVG; absent when there is nothing to draw
public record AccountabilityView(
        AccountabilityPage page,
        @Nullable String funnel,
        @Nullable String survival) {

    public static AccountabilityView of(AccountabilityPage page, Words words, Charts charts) {
        return new AccountabilityView(
                page,
                page.all() == 0 || page.stages().isEmpty() ? null : charts.svg(funnel(page, words)),
                page.durations() == null || page.durations().steps().isEmpty()
                        ? null
                        : charts.svg(survival(page.durations(), words)));
    }

    public Optional<Definition> definition(String code) {
        return page.definitions().stream()
                .filter(one -> one.code().equals(code))
                .findFirst();
    }

    private static Chart funnel(AccountabilityPage page, Words words) {
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(row(words.say("accountability.all-acts"), page.all(), page.all(), false, words));
        StageCount last = page.stages().getLast();
        for (StageCount stage : page.stages()) {
            rows.add(row(stageName(stage, words), stage.count(), page.all(), stage.equals(last), words));
        }
        return Chart.of("funnel", funnelInWords(page, words), Map.of(), rows);
    }

    private static Map<String, Object> row(String stage, long count, long all, boolean last, Words words) {
        double share = 100.0 * count / all;
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("stage", stage);
        row.put("share", share);
        row.put("label", words.number(count) + " · " + words.percent(share));
        row.put("last", last);
        return row;
    }

    /// The finding of the funnel, for those who do not see it.
    private static String funnelInWords(AccountabilityPage page, Words words) {
        List<String> parts = new ArrayList<>();
        for (StageCount stage : page.stages()) parts.add(stageName(stage, words) + ": " + words.number(stage.count()));
        return words.say("accountability.funnel-in-words", page.all(), String.join(", ", parts));
    }

    private static String stageName(StageCount stage, Words words) {
        return stage.stage() == null ? words.say("accountability.no-known-proceeding") : words.of(stage.stage());
    }

    private static Chart survival(Durations durations, Words words) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Durations.Step step : durations.steps()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("months", step.months());
            row.put("without", step.without());
            row.put("low", step.low());
            row.put("high", step.high());
            rows.add(row);
        }
        Durations.Step end = durations.steps().getLast();
        String description = words.say("accountability.survival-in-words", end.months(), words.percent(end.without()));
        return Chart.of(
                "survival",
                description,
                Map.of(
                        "months", words.say("accountability.months-since"),
                        "without", words.say("accountability.percent-without")),
                rows);
    }
}
