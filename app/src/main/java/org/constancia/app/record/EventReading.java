package org.constancia.app.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.constancia.app.accountability.ActCourse;
import org.constancia.app.accountability.Tracks;
import org.constancia.app.log.Coverage;
import org.constancia.app.record.value.Dates;
import org.constancia.app.record.value.Places;
import org.constancia.app.record.value.RecordIds;
import org.constancia.app.record.value.RecordLinks;
import org.constancia.app.record.value.Values;
import org.constancia.app.web.accountability.Track;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.page.Value;
import org.constancia.app.web.record.EventPage;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.store.event.ActRows;
import org.constancia.store.event.EventPartRows;
import org.constancia.store.event.EventRow;
import org.constancia.store.event.EventRows;
import org.constancia.store.event.FigureRows;
import org.constancia.store.history.ChangeRows;
import org.constancia.store.search.RelatedRows;
import org.constancia.store.source.CitedSourceRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Puts together the page of an event. The number of questions to the database does not grow with the event.
public final class EventReading {
    private static final int FIRST_ACTS = 20;

    /// Acts without a proceeding that are shown as tracks; those with one are all shown.
    private static final int FIRST_TRACKS = 10;

    private static final int RELATED = 8;
    private static final int NEWEST_CHANGES = 5;

    private final Places places;
    private final Histories histories;
    private final Clock clock;

    /// Reads events without saying what vouches for the log.
    public EventReading(Places places, Clock clock) {
        this(places, new Histories((log, index) -> Coverage.NONE), clock);
    }

    EventReading(Places places, Histories histories, Clock clock) {
        this.places = places;
        this.histories = histories;
        this.clock = clock;
    }

    /// @param allActs all acts and tracks, or only the first ones
    public EventPage get(JdbcClient jdbc, String text, boolean allActs) {
        EntityId id = RecordIds.parse(text, EntityKind.EVENT);
        EventRow event = EventRows.find(jdbc, id.value()).orElseThrow(() -> RecordIds.notFound(text));
        List<ActRows.ActRow> rows = ActRows.listOfEvent(jdbc, id.value());
        EventActs acts = new EventActs(
                id,
                rows,
                ActRows.listInvolved(jdbc, rows.stream().map(ActRows.ActRow::id).toList()));
        int shown = allActs ? rows.size() : FIRST_ACTS;
        List<FigureRows.FigureRow> figures = FigureRows.listOfEvent(jdbc, id.value());
        Values values = Values.read(
                jdbc,
                Stream.of(Stream.of(id), acts.subjectsOfFirst(shown).stream(), figureIds(figures))
                        .flatMap(part -> part)
                        .toList());
        Sayings declarations = Sayings.ofEvent(jdbc, EntityKind.DECLARATION, id);
        List<ActCourse> courses = Tracks.read(jdbc, rows);
        CitedSources sources = CitedSources.of(CitedSourceRows.listOfEvent(jdbc, id.value()));
        List<EntityId> parts = EventPartRows.list(jdbc, id.value());
        @Nullable Value place = values.find(id, Property.EVENT_PLACE).orElse(null);
        return new EventPage(
                id.value().toString(),
                RecordLinks.reference(event.number()),
                values.get(id, Property.EVENT_TITLE, RecordLinks.reference(event.number())),
                Dates.read(event.date()),
                values.find(id, Property.EVENT_DATE).orElse(null),
                places.shown(event.place()),
                place,
                values.find(id, Property.EVENT_SUMMARY).orElse(null),
                whole(event),
                event.isPublic(),
                event.contradictions(),
                CitedSourceRows.countWaiting(jdbc, id.value()),
                acts.lines(values, shown),
                rows.size(),
                new FigureComparison(places).compare(figures, values, acts),
                declarations.otherVersions(acts),
                tracks(jdbc, courses, allActs),
                Tracks.withoutProceeding(courses),
                acts.counts(),
                declarations.listOfOthers(acts),
                Sayings.ofEvent(jdbc, EntityKind.COMMITMENT, id).list(),
                Sayings.ofEvent(jdbc, EntityKind.DEMAND, id).list(),
                sources.lines(),
                sources.independent(),
                related(jdbc, id),
                histories.list(jdbc, parts, 0, NEWEST_CHANGES),
                ChangeRows.count(jdbc, parts));
    }

    private static Stream<EntityId> figureIds(List<FigureRows.FigureRow> figures) {
        return figures.stream().map(figure -> new EntityId(EntityKind.FIGURE, figure.id()));
    }

    private static @Nullable Link whole(EventRow event) {
        return event.partOf() == null
                ? null
                : new Link(
                        event.partOfTitle() == null ? RecordLinks.NO_NAME : event.partOfTitle(),
                        "/events/" + event.partOf());
    }

    private List<Track> tracks(JdbcClient jdbc, List<ActCourse> courses, boolean all) {
        List<ActCourse> shown = new ArrayList<>();
        int without = 0;
        for (ActCourse course : courses) {
            if (course.proceeding() != null || all || without++ < FIRST_TRACKS) shown.add(course);
        }
        return Tracks.show(jdbc, shown, LocalDate.now(clock));
    }

    private static List<Link> related(JdbcClient jdbc, EntityId id) {
        return RelatedRows.list(jdbc, id.value(), RELATED).stream()
                .map(row -> RecordLinks.event(row.id(), row.title(), row.number()))
                .toList();
    }
}
