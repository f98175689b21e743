package org.constancia.app.sources;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.source.SourceFamily;
import org.constancia.app.web.source.SourceFamily.Changed;
import org.constancia.app.web.source.SourceFamily.Member;
import org.constancia.app.web.source.SourceFamily.Standing;
import org.constancia.core.record.SourceId;
import org.constancia.store.family.FamilyRows;
import org.constancia.store.family.FamilyRows.MemberRow;
import org.constancia.text.duplicate.Comparison;
import org.constancia.text.duplicate.Family;
import org.constancia.text.duplicate.FigureChange;
import org.constancia.text.duplicate.SharedPassage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Shows the family of a source: the likely original, and what each copy keeps, adds and changes.
final class FamilyReading {
    private static final int MOST_COMPARED = 24;
    private static final int MOST_ADDED = 5;
    private static final int AROUND = 40;
    private static final int LONGEST = 280;

    private FamilyReading() {}

    /// Empty when the source is alone, and always was.
    static Optional<SourceFamily> find(JdbcClient jdbc, SourceId source) {
        return FamilyRows.listOf(jdbc, source).stream()
                .filter(row -> row.family() != null)
                .findFirst()
                .flatMap(row -> family(jdbc, row));
    }

    private static Optional<SourceFamily> family(JdbcClient jdbc, MemberRow shown) {
        List<MemberRow> rows = FamilyRows.listMembers(jdbc, String.valueOf(shown.family()));
        if (rows.size() < 2) return Optional.empty();
        List<MemberRow> together = rows.stream()
                .filter(row -> !row.isSeparated())
                .limit(MOST_COMPARED)
                .toList();
        if (together.isEmpty()) together = List.of(rows.getFirst());
        Map<SourceId, String> texts = new HashMap<>();
        Map<SourceId, @Nullable LocalDate> days = new HashMap<>();
        for (MemberRow row : together) days.put(row.source(), StoredLayer.anchor(row.published()));
        Family<SourceId> family = Family.of(
                together.stream().map(MemberRow::source).toList(),
                id -> texts.computeIfAbsent(id, key -> FamilyProposals.comparableText(jdbc, key)),
                id -> Optional.ofNullable(days.get(id)));
        Map<SourceId, Comparison> comparisons = new HashMap<>();
        for (Family.Copy<SourceId> copy : family.copies()) comparisons.put(copy.key(), copy.comparison());
        List<Member> members = rows.stream()
                .map(row -> member(
                        row,
                        shown,
                        family.original(),
                        comparisons.get(row.source()),
                        texts.getOrDefault(row.source(), "")))
                .sorted(java.util.Comparator.comparing(Member::isSeparated))
                .toList();
        return Optional.of(new SourceFamily(
                String.valueOf(shown.family()),
                standing(shown),
                family.reason() == Family.Reason.PUBLISHED_FIRST,
                members,
                together.size()));
    }

    private static Standing standing(MemberRow row) {
        if (row.isSeparated()) return Standing.SEPARATED;
        return row.isStatedByPerson() ? Standing.CONFIRMED : Standing.PROPOSED;
    }

    private static Member member(
            MemberRow row, MemberRow shown, SourceId original, @Nullable Comparison comparison, String text) {
        return new Member(
                new Link(row.title(), "/sources/" + row.source()),
                row.number(),
                row.publisher() == null ? "" : row.publisher(),
                SourcePages.date(row.published()),
                standing(row),
                row.source().equals(original),
                row.source().equals(shown.source()),
                comparison == null ? 0 : comparison.paragraphs(),
                comparison == null ? 0 : comparison.identical(),
                comparison == null
                        ? List.of()
                        : comparison.changes().stream()
                                .map(change -> changed(change, text))
                                .toList(),
                comparison == null
                        ? List.of()
                        : comparison.added().stream()
                                .limit(MOST_ADDED)
                                .map(span -> shortened(text.substring(span.start(), span.end())))
                                .toList(),
                comparison == null
                        ? ""
                        : comparison.passages().stream()
                                .findFirst()
                                .map(passage -> shared(passage, text))
                                .orElse(""));
    }

    private static Changed changed(FigureChange change, String text) {
        int start = Math.max(text.lastIndexOf('\n', change.afterStart()) + 1, change.afterStart() - AROUND);
        int line = text.indexOf('\n', change.afterEnd());
        int end = Math.min(line < 0 ? text.length() : line, change.afterEnd() + AROUND);
        return new Changed(
                change.before(), change.after(), text.substring(start, end).strip());
    }

    private static String shared(SharedPassage passage, String text) {
        return shortened(text.substring(passage.copyStart(), passage.copyEnd()));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST).strip() + "…";
    }
}
