package org.constancia.app.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.constancia.app.record.value.Dates;
import org.constancia.app.record.value.RecordLinks;
import org.constancia.app.web.page.Duplicate;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.search.Pick;
import org.constancia.app.web.search.RecordSearch;
import org.constancia.app.web.search.SearchPage;
import org.constancia.app.web.search.SearchPage.Hit;
import org.constancia.app.web.search.SearchPage.Kind;
import org.constancia.app.web.search.SearchPage.Run;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.time.PartialDate;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.constancia.store.search.DuplicateRows;
import org.constancia.store.search.DuplicateRows.DuplicateRow;
import org.constancia.store.search.DuplicateRows.Wanted;
import org.constancia.store.search.SearchRows;
import org.constancia.store.search.SearchRows.HitRow;
import org.jspecify.annotations.Nullable;

/// Searches the index that the database keeps of the record.
public final class IndexedSearch implements RecordSearch {
    private static final int HITS = 50;
    private static final int PICKS = 8;
    private static final int DUPLICATES = 5;

    private final Records records;
    private final Supplier<Session> session;

    public IndexedSearch(Records records, Supplier<Session> session) {
        this.records = records;
        this.session = session;
    }

    @Override
    public SearchPage search(String query, @Nullable Kind kind) {
        String asked = query.strip();
        if (asked.isEmpty()) return new SearchPage("", kind, List.of(), 0);
        @Nullable String code = kind == null ? null : code(kind);
        return records.read(
                session.get(),
                jdbc -> new SearchPage(
                        asked,
                        kind,
                        SearchRows.list(jdbc, asked, code, HITS).stream()
                                .map(IndexedSearch::hit)
                                .toList(),
                        SearchRows.count(jdbc, asked, code)));
    }

    @Override
    public List<Pick> pick(String query, Kind kind) {
        String typed = query.strip();
        if (typed.isEmpty()) return List.of();
        return records.read(session.get(), jdbc -> SearchRows.pick(jdbc, typed, code(kind), PICKS)).stream()
                .map(row -> new Pick(
                        row.id().toString(),
                        link(row).text(),
                        detail(row.date(), row.place(), row.excerpt()),
                        link(row).href()))
                .toList();
    }

    @Override
    public List<Duplicate> listDuplicates(Kind kind, String name, String date, String place) {
        if (name.isBlank()) return List.of();
        Optional<PartialDate> when = PartialDate.find(date);
        @Nullable LocalDate earliest = when.flatMap(PartialDate::earliest).orElse(null);
        @Nullable LocalDate latest = when.flatMap(PartialDate::latest).orElse(earliest);
        Wanted wanted = new Wanted(name.strip(), earliest, latest, place.strip());
        return switch (kind) {
            case EVENT -> duplicates(kind, wanted);
            case PERSON -> duplicates(kind, wanted);
            case GROUP, SOURCE, PLACE ->
                pick(name, kind).stream()
                        .map(pick -> new Duplicate(pick.id(), new Link(pick.label(), pick.href()), pick.detail()))
                        .limit(DUPLICATES)
                        .toList();
        };
    }

    private List<Duplicate> duplicates(Kind kind, Wanted wanted) {
        List<DuplicateRow> rows = records.read(
                session.get(),
                jdbc -> kind == Kind.EVENT
                        ? DuplicateRows.listEvents(jdbc, wanted, DUPLICATES)
                        : DuplicateRows.listPersons(jdbc, wanted, DUPLICATES));
        return rows.stream()
                .map(row -> new Duplicate(
                        row.id().toString(),
                        kind == Kind.EVENT
                                ? RecordLinks.event(row.id(), row.title(), row.number())
                                : RecordLinks.party(EntityKind.PERSON.code(), row.id(), row.title()),
                        detail(row.date(), row.place(), null)))
                .toList();
    }

    private static String code(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Hit hit(HitRow row) {
        Kind kind = Kind.valueOf(row.kind().toUpperCase(Locale.ROOT));
        return new Hit(
                kind,
                link(row),
                kind == Kind.EVENT ? RecordLinks.reference(row.number()) : "",
                Dates.read(row.date()),
                row.place() == null ? "" : row.place(),
                runs(row.excerpt() == null ? "" : row.excerpt()),
                row.similar());
    }

    private static Link link(HitRow row) {
        EntityId id = new EntityId(EntityKind.of(row.kind()), row.id());
        return id.kind() == EntityKind.EVENT
                ? RecordLinks.event(row.id(), row.title(), row.number())
                : RecordLinks.thing(id, row.title());
    }

    /// Date and place as they stand in the record: the detail of a picker has no words of its own.
    private static String detail(@Nullable String date, @Nullable String place, @Nullable String more) {
        return Stream.of(Optional.ofNullable(date), Optional.ofNullable(place), Optional.ofNullable(more))
                .flatMap(Optional::stream)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private static List<Run> runs(String excerpt) {
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean hit = false;
        for (char character : excerpt.toCharArray()) {
            if (character == SearchRows.HIT_BEGINS || character == SearchRows.HIT_ENDS) {
                if (!run.isEmpty()) runs.add(new Run(run.toString(), hit));
                run.setLength(0);
                hit = character == SearchRows.HIT_BEGINS;
            } else {
                run.append(character);
            }
        }
        if (!run.isEmpty()) runs.add(new Run(run.toString(), hit));
        return runs;
    }
}
