package org.constancia.app.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.constancia.app.accountability.ActCourse;
import org.constancia.app.accountability.ImpunityReading;
import org.constancia.app.accountability.Tracks;
import org.constancia.app.geography.EventGeography;
import org.constancia.app.record.EventActs;
import org.constancia.app.record.FigureComparison;
import org.constancia.app.record.value.Dates;
import org.constancia.app.record.value.Places;
import org.constancia.app.record.value.RecordLinks;
import org.constancia.app.record.value.Values;
import org.constancia.app.web.accountability.AccountabilityPage;
import org.constancia.app.web.accountability.AccountabilityQuery;
import org.constancia.app.web.accountability.Track;
import org.constancia.app.web.geography.MapPage;
import org.constancia.app.web.open.NewReply;
import org.constancia.app.web.open.PublicEventPage;
import org.constancia.app.web.open.PublicEventPage.Reason;
import org.constancia.app.web.open.PublicEventPage.Related;
import org.constancia.app.web.open.PublicHomePage;
import org.constancia.app.web.open.PublicRecord;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.page.SourceLine;
import org.constancia.app.web.page.Value;
import org.constancia.app.web.record.EventPage;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.Basis;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.store.event.ActRows;
import org.constancia.store.event.EventRow;
import org.constancia.store.event.EventRows;
import org.constancia.store.event.FigureRows;
import org.constancia.store.publication.ReleasedRows;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.constancia.store.search.RelatedRows;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The public pages. Every question is asked in public scope: what is not released is not in the answer, because the
/// database does not show it, whatever the question. Passages and recorders stay inside; sources are cited by name.
public final class PublicReading implements PublicRecord {
    private static final int PAGE = 25;
    private static final int MOST_ACTS = 500;
    private static final int RELATED = 6;

    private final Records records;
    private final Supplier<Session> session;
    private final Places places;
    private final Clock clock;
    private final ImpunityReading impunity;
    private final EventGeography geography;

    /// @param session of a reader, in public scope
    public PublicReading(Records records, Supplier<Session> session, Places places, Clock clock) {
        this.records = records;
        this.session = () -> inPublicScope(session.get());
        this.places = places;
        this.clock = clock;
        this.impunity = new ImpunityReading(records, this.session, clock, "/public/accountability");
        this.geography = new EventGeography(records, this.session, places);
    }

    private static Session inPublicScope(Session session) {
        if (session.scope() != Session.Scope.PUBLIC) {
            throw new ConstanciaException(Problem.BUG, "A public page was asked for outside public scope");
        }
        return session;
    }

    @Override
    public PublicHomePage listEvents(String query, int page) {
        return records.read(session.get(), jdbc -> {
            int total = ReleasedRows.countEvents(jdbc, query);
            List<UUID> ids = ReleasedRows.listEvents(jdbc, query, (page - 1) * PAGE, PAGE);
            List<PublicHomePage.Row> rows = EventRows.listOf(jdbc, ids).stream()
                    .sorted(Comparator.comparingInt(event -> ids.indexOf(event.id())))
                    .map(this::row)
                    .toList();
            return new PublicHomePage(query, rows, total, page, Math.max(1, (total + PAGE - 1) / PAGE));
        });
    }

    private PublicHomePage.Row row(EventRow event) {
        return new PublicHomePage.Row(
                link(event.id(), title(event)),
                Dates.read(event.date()),
                places.path(event.place()),
                event.summary() == null ? "" : event.summary());
    }

    @Override
    public PublicEventPage getEvent(String id) {
        return records.read(session.get(), jdbc -> page(jdbc, id));
    }

    private PublicEventPage page(JdbcClient jdbc, String text) {
        UUID id = uuid(text);
        EventRow event = EventRows.find(jdbc, id).orElseThrow(() -> notFound(text));
        List<ActRows.ActRow> rows = ActRows.listOfEvent(jdbc, id);
        EventActs acts = new EventActs(
                new EntityId(EntityKind.EVENT, id),
                rows,
                ActRows.listInvolved(jdbc, rows.stream().map(ActRows.ActRow::id).toList()));
        Values none = Values.read(jdbc, List.of());
        List<ActCourse> courses = Tracks.read(jdbc, rows);
        return new PublicEventPage(
                id.toString(),
                RecordLinks.reference(event.number()),
                title(event),
                Dates.read(event.date()),
                places.shown(event.place()),
                null,
                event.summary() == null
                        ? List.of()
                        : Arrays.asList(event.summary().split("\\R+")),
                acts.lines(none, MOST_ACTS).stream().map(PublicReading::act).toList(),
                new FigureComparison(places).compare(FigureRows.listOfEvent(jdbc, id), none, acts),
                ReleasedRows.listSaid(jdbc, id).stream()
                        .map(PublicReading::said)
                        .toList(),
                Tracks.show(jdbc, courses, LocalDate.now(clock)).stream()
                        .map(track -> released(track, id))
                        .toList(),
                Tracks.withoutProceeding(courses),
                acts.counts(),
                ReleasedRows.listCited(jdbc, id).stream()
                        .map(PublicReading::cited)
                        .toList(),
                RelatedRows.list(jdbc, id, RELATED).stream()
                        .map(PublicReading::related)
                        .toList());
    }

    /// An act without ways into the working pages.
    private static EventPage.ActRow act(EventPage.ActRow act) {
        return new EventPage.ActRow(
                act.id(),
                act.by().stream().map(PublicReading::party).toList(),
                act.code(),
                act.category(),
                act.did(),
                party(act.to()));
    }

    private static EventPage.Party party(EventPage.Party party) {
        return new EventPage.Party(party.name(), null, null);
    }

    private static EventPage.OtherVersion said(ReleasedRows.SaidRow said) {
        return new EventPage.OtherVersion(
                said.text(),
                "und",
                said.speaker() == null ? (said.office() == null ? RecordLinks.NO_NAME : said.office()) : said.speaker(),
                said.speaker() != null && said.office() != null ? said.office() : "",
                Dates.read(said.date()),
                new Value(Property.DECLARATION_TEXT, said.text(), Basis.ALLEGED, false, List.of(), null, null));
    }

    private static SourceLine cited(ReleasedRows.CitedRow source) {
        String publisher = source.publisher() == null ? "" : source.publisher();
        return new SourceLine(
                new Link(source.title() == null ? publisher : source.title(), ""),
                source.title() == null ? "" : publisher,
                Dates.read(source.published()),
                "",
                "",
                source.url());
    }

    private static Track released(Track track, UUID event) {
        return new Track(
                new Link(track.act().text(), "/public/events/" + event),
                track.category(),
                track.accused(),
                track.jurisdiction(),
                track.court(),
                track.caseNumber(),
                track.stations(),
                track.lastMoved(),
                track.daysSince(),
                track.approximate());
    }

    private static Related related(RelatedRows.RelatedRow row) {
        Reason reason = switch (row.shared()) {
            case "people" -> Reason.SAME_PEOPLE;
            case "place" -> Reason.SAME_PLACE;
            default -> Reason.SAME_CONTEXT;
        };
        return new Related(
                link(row.id(), row.title() == null ? RecordLinks.reference(row.number()) : row.title()),
                Dates.read(row.date()),
                reason);
    }

    @Override
    public AccountabilityPage accountability(AccountabilityQuery query) {
        return impunity.accountability(query);
    }

    @Override
    public MapPage map() {
        MapPage map = geography.map();
        return new MapPage(
                map.spots().stream()
                        .map(spot -> new MapPage.Spot(
                                spot.place(),
                                spot.events().stream()
                                        .map(one -> new MapPage.Happening(
                                                new Link(
                                                        one.event().text(),
                                                        one.event().href().replace("/events/", "/public/events/")),
                                                one.when()))
                                        .toList()))
                        .toList(),
                map.without());
    }

    @Override
    public void reply(NewReply reply) {
        EntityId event = new EntityId(EntityKind.EVENT, uuid(reply.eventId()));
        boolean released = records.read(
                session.get(), jdbc -> EventRows.find(jdbc, event.value()).isPresent());
        if (!released) throw notFound(reply.eventId());
        records.write(
                session.get(),
                writing -> writing.replies()
                        .receive(
                                event,
                                reply.message(),
                                reply.purpose().name(),
                                reply.contact().isBlank() ? null : reply.contact()));
    }

    private static Link link(UUID id, String title) {
        return new Link(title, "/public/events/" + id);
    }

    private static String title(EventRow event) {
        return event.title() == null ? RecordLinks.reference(event.number()) : event.title();
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw notFound(id);
        }
    }

    private static ConstanciaException notFound(String id) {
        return new ConstanciaException(Problem.RECORD_NOT_FOUND, "There is no such public record").with("id", id);
    }
}
