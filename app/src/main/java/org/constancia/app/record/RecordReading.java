package org.constancia.app.record;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.constancia.app.log.Coverage;
import org.constancia.app.record.value.Dates;
import org.constancia.app.record.value.Places;
import org.constancia.app.record.value.RecordIds;
import org.constancia.app.record.value.RecordLinks;
import org.constancia.app.web.record.ActGridPage;
import org.constancia.app.web.record.ConflictPage;
import org.constancia.app.web.record.EventPage;
import org.constancia.app.web.record.EventsPage;
import org.constancia.app.web.record.HistoryPage;
import org.constancia.app.web.record.PersonPage;
import org.constancia.app.web.record.RecordPages;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.store.event.EventPartRows;
import org.constancia.store.event.EventRow;
import org.constancia.store.event.EventRows;
import org.constancia.store.history.ChangeRows;
import org.constancia.store.party.PartyRows;
import org.constancia.store.party.PartyRows.ListedRow;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.constancia.store.statement.EntityNames;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the pages of the record, each in one snapshot of the session.
public final class RecordReading implements RecordPages {
    private final Records records;
    private final Supplier<Session> session;
    private final Places places;
    private final Histories histories;
    private final EventReading events;
    private final PartyReading parties;

    /// A record whose log nobody outside vouches for.
    ///
    /// @param clock gives the day to which the days since a last step are counted
    public RecordReading(Records records, Supplier<Session> session, Places places, Clock clock) {
        this(records, session, places, clock, (log, index) -> Coverage.NONE);
    }

    /// @param coverage says what vouches for an entry of the log
    public RecordReading(
            Records records, Supplier<Session> session, Places places, Clock clock, Coverage.Source coverage) {
        this.records = records;
        this.session = session;
        this.places = places;
        this.histories = new Histories(coverage);
        this.events = new EventReading(places, histories, clock);
        this.parties = new PartyReading(histories, clock);
    }

    private <T> T read(Function<JdbcClient, T> question) {
        return records.read(session.get(), question);
    }

    @Override
    public EventsPage listEvents(int page) {
        return read(jdbc -> Paging.page(
                "events",
                EventRows.list(jdbc, Paging.offset(page), Paging.SIZE).stream()
                        .map(event -> row(event, places))
                        .toList(),
                EventRows.count(jdbc),
                page,
                "/events"));
    }

    /// An event as a line of a list.
    public static EventsPage.Row row(EventRow event, Places places) {
        return new EventsPage.Row(
                RecordLinks.event(event.id(), event.title(), event.number()),
                RecordLinks.reference(event.number()),
                Dates.read(event.date()),
                places.path(event.place()),
                event.victims(),
                event.isPublic(),
                event.contradictions(),
                event.sources());
    }

    @Override
    public EventsPage listPersons(int page) {
        return read(jdbc -> Paging.page(
                "persons",
                PartyRows.list(jdbc, Paging.offset(page), Paging.SIZE).stream()
                        .map(RecordReading::row)
                        .toList(),
                PartyRows.count(jdbc),
                page,
                "/persons"));
    }

    private static EventsPage.Row row(ListedRow party) {
        return new EventsPage.Row(
                RecordLinks.party(party.kind(), party.id(), party.name()),
                "",
                Dates.read(party.birth()),
                "",
                party.detail(),
                party.isPublic(),
                party.contradictions(),
                party.sources());
    }

    @Override
    public EventPage getEvent(String id) {
        return read(jdbc -> events.get(jdbc, id, false));
    }

    @Override
    public EventPage getEventWithAllActs(String id) {
        return read(jdbc -> events.get(jdbc, id, true));
    }

    @Override
    public PersonPage getPerson(String id) {
        return read(jdbc -> parties.get(jdbc, id, EntityKind.PERSON));
    }

    @Override
    public PersonPage getGroup(String id) {
        return read(jdbc -> parties.get(jdbc, id, EntityKind.GROUP));
    }

    @Override
    public EventsPage listConflicts(int page) {
        return read(jdbc -> Contradictions.list(jdbc, page));
    }

    @Override
    public ConflictPage getConflict(String subjectId, Property property) {
        return read(jdbc -> Contradictions.get(jdbc, subjectId, property, histories));
    }

    /// An event's history is that of all its parts.
    @Override
    public HistoryPage getHistory(String subjectId, int page) {
        return read(jdbc -> {
            EntityId subject = RecordIds.get(jdbc, subjectId);
            List<EntityId> parts =
                    subject.kind() == EntityKind.EVENT ? EventPartRows.list(jdbc, subject.value()) : List.of(subject);
            int total = ChangeRows.count(jdbc, parts);
            return new HistoryPage(
                    RecordLinks.thing(
                            subject,
                            EntityNames.read(jdbc, List.of(subject.value())).get(subject.value())),
                    histories.list(jdbc, parts, Paging.offset(page), Paging.SIZE),
                    total,
                    Math.max(1, page),
                    Paging.pages(total),
                    "/history/" + subject.value());
        });
    }

    @Override
    public ActGridPage getActGrid(String eventId, @Nullable String passage) {
        return read(jdbc -> ActGridReading.get(jdbc, eventId, passage));
    }
}
