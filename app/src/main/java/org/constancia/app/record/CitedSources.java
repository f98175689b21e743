package org.constancia.app.record;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.constancia.app.record.value.Dates;
import org.constancia.app.record.value.RecordLinks;
import org.constancia.app.web.page.SourceLine;
import org.constancia.store.source.CitedSourceRows.CitedSourceRow;
import org.jspecify.annotations.Nullable;

/// The sources of a page, and how many of them are independent: those of one family carry one text and count as one.
///
/// @param independent the number of families, a source without one being a family of its own
public record CitedSources(List<SourceLine> lines, int independent) {
    public static CitedSources of(List<CitedSourceRow> rows) {
        Map<String, Long> families =
                rows.stream().collect(Collectors.groupingBy(CitedSources::family, Collectors.counting()));
        return new CitedSources(
                rows.stream()
                        .map(row -> line(row, families.getOrDefault(family(row), 1L) > 1))
                        .toList(),
                families.size());
    }

    private static String family(CitedSourceRow row) {
        @Nullable String family = row.family();
        return family == null || family.isBlank() ? "source:" + row.id() : "family:" + family.strip();
    }

    private static SourceLine line(CitedSourceRow row, boolean repeats) {
        return new SourceLine(
                RecordLinks.source(row.id(), row.title()),
                row.publisher() == null ? "" : row.publisher(),
                Dates.read(row.published()),
                row.sha256(),
                repeats && row.family() != null ? row.family() : "",
                row.url());
    }
}
