package org.constancia.app.web.geography;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.constancia.app.chart.Chart;
import org.constancia.app.chart.Charts;
import org.constancia.app.web.page.Words;
import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;

/// The timeline with its chart drawn: a dot for a day, a bar as long as the date is vague.
///
/// @param chart SVG; absent when nothing is dated
public record TimelineView(TimelinePage page, @Nullable String chart) {

    static TimelineView of(TimelinePage page, Words words, Charts charts) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (TimelinePage.Entry entry : page.entries()) {
            PartialDate when = entry.when();
            if (when == null || when.earliest().isEmpty() || when.latest().isEmpty()) continue;
            LocalDate from = when.earliest().get();
            LocalDate to = when.latest().get();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("row", rows.size());
            row.put("from", from.toString());
            row.put("to", to.toString());
            row.put("day", from.equals(to));
            rows.add(row);
        }
        if (rows.isEmpty()) return new TimelineView(page, null);
        String description = words.say(
                "timeline.in-words",
                rows.size(),
                words.date(
                        page.entries().getFirst().when() == null
                                ? PartialDate.parse("XXXX-01-01")
                                : page.entries().getFirst().when()));
        return new TimelineView(page, charts.svg(Chart.of("timeline", description, Map.of(), rows)));
    }
}
