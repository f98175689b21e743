package org.constancia.app.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.constancia.app.accountability.ActCourse;
import org.constancia.app.accountability.Tracks;
import org.constancia.app.record.value.Dates;
import org.constancia.app.record.value.RecordIds;
import org.constancia.app.record.value.RecordLinks;
import org.constancia.app.record.value.Values;
import org.constancia.app.web.accountability.Track;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.page.Value;
import org.constancia.app.web.record.PersonPage;
import org.constancia.app.web.record.PersonPage.Part;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.core.vocabulary.CinepCategories;
import org.constancia.store.event.ActRows;
import org.constancia.store.event.ActRows.ActRow;
import org.constancia.store.event.ActRows.InvolvementRow;
import org.constancia.store.history.ChangeRows;
import org.constancia.store.party.PartyRows;
import org.constancia.store.party.PartyRows.PartyRow;
import org.constancia.store.proceeding.ProceedingRows;
import org.constancia.store.source.CitedSourceRows;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Puts together the page of a person or of a group.
final class PartyReading {
    private static final int NEWEST_CHANGES = 5;

    /// Shown apart from the table of properties: the name and aliases above it, the release as a mark.
    private static final Set<Property> ELSEWHERE = Set.of(
            Property.PERSON_NAME,
            Property.PERSON_ALIAS,
            Property.PERSON_RELEASE,
            Property.GROUP_NAME,
            Property.GROUP_RELEASE);

    private final Histories histories;
    private final Clock clock;

    PartyReading(Histories histories, Clock clock) {
        this.histories = histories;
        this.clock = clock;
    }

    PersonPage get(JdbcClient jdbc, String text, EntityKind kind) {
        EntityId id = RecordIds.parse(text, kind);
        PartyRow party = PartyRows.find(jdbc, id.value())
                .filter(found -> found.kind().equals(kind.code()))
                .orElseThrow(() -> RecordIds.notFound(text));
        List<ActRow> suffered = ActRows.listSufferedBy(jdbc, id.value());
        List<ActRow> accusedOf = ActRows.listAllegedlyBy(jdbc, id.value());
        Values values = Values.read(jdbc, List.of(id));
        Sayings declarations = Sayings.by(jdbc, EntityKind.DECLARATION, id);
        Sayings commitments = Sayings.by(jdbc, EntityKind.COMMITMENT, id);
        String name = party.name() == null ? "" : party.name();
        return new PersonPage(
                id.value().toString(),
                kind == EntityKind.PERSON ? PersonPage.Kind.PERSON : PersonPage.Kind.GROUP,
                name.isBlank() ? RecordLinks.NO_NAME : name,
                name.isBlank(),
                values.list(id, Property.PERSON_ALIAS).stream().map(Value::text).toList(),
                values.listAll(id).stream()
                        .filter(value -> !ELSEWHERE.contains(value.property())
                                || value.said().size() > 1)
                        .toList(),
                parts(jdbc, suffered, true),
                parts(jdbc, accusedOf, false),
                PartyRows.listPosts(jdbc, id.value()).stream()
                        .map(post -> new PersonPage.Post(
                                post.title() == null ? "" : post.title(),
                                post.organisation() == null ? "" : post.organisation(),
                                Dates.read(post.date())))
                        .toList(),
                PartyRows.listAffiliated(jdbc, id.value()).stream()
                        .map(one -> RecordLinks.party(one.kind(), one.id(), one.name()))
                        .toList(),
                declarations.list(),
                Commitments.show(jdbc, commitments),
                tracks(jdbc, id, suffered, accusedOf),
                CitedSources.of(CitedSourceRows.listAbout(jdbc, subjects(id, suffered, declarations, commitments)))
                        .lines(),
                histories.list(jdbc, List.of(id), 0, NEWEST_CHANGES),
                ChangeRows.count(jdbc, List.of(id)));
    }

    private static List<UUID> subjects(EntityId id, List<ActRow> suffered, Sayings declarations, Sayings commitments) {
        List<UUID> subjects = new ArrayList<>(List.of(id.value()));
        suffered.forEach(act -> subjects.add(act.id()));
        declarations.rows().forEach(row -> subjects.add(row.id()));
        commitments.rows().forEach(row -> subjects.add(row.id()));
        return subjects;
    }

    /// @param fromVictim the party is the victim, so the others are those accused; otherwise the other is the victim
    private static List<Part> parts(JdbcClient jdbc, List<ActRow> acts, boolean fromVictim) {
        Map<UUID, List<InvolvementRow>> involved =
                ActRows.listInvolved(jdbc, acts.stream().map(ActRow::id).toList()).stream()
                        .collect(Collectors.groupingBy(InvolvementRow::act));
        return acts.stream()
                .map(act -> new Part(
                        act.event() == null
                                ? new Link(RecordLinks.NO_NAME, "/history/" + act.id())
                                : new Link(
                                        act.eventTitle() == null ? RecordLinks.NO_NAME : act.eventTitle(),
                                        "/events/" + act.event()),
                        Dates.read(act.date()),
                        String.join(" · ", act.categories()),
                        labels(act),
                        fromVictim
                                ? accused(involved.getOrDefault(act.id(), List.of()))
                                : act.victimName() == null ? RecordLinks.NO_NAME : act.victimName()))
                .toList();
    }

    private static String labels(ActRow act) {
        return act.categories().stream()
                .flatMap(code -> CinepCategories.shipped().find(code).stream())
                .map(category -> category.term().label())
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    private static String accused(List<InvolvementRow> involved) {
        return involved.stream()
                .flatMap(one -> Stream.ofNullable(Tracks.accusedName(one)))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// The tracks of the acts it suffered, and of those it is accused of, there only its own.
    private List<Track> tracks(JdbcClient jdbc, EntityId id, List<ActRow> suffered, List<ActRow> accusedOf) {
        Map<UUID, ActRow> acts = new LinkedHashMap<>();
        suffered.forEach(act -> acts.put(act.id(), act));
        accusedOf.forEach(act -> acts.put(act.id(), act));
        List<UUID> more = ProceedingRows.listActsOfAccused(jdbc, id.value()).stream()
                .filter(act -> !acts.containsKey(act))
                .toList();
        ActRows.listOf(jdbc, more).forEach(act -> acts.put(act.id(), act));
        Set<UUID> own = suffered.stream().map(ActRow::id).collect(Collectors.toSet());
        List<ActCourse> courses = Tracks.read(jdbc, List.copyOf(acts.values())).stream()
                .filter(course -> own.contains(course.act().id()) || id.value().equals(course.accused()))
                .toList();
        return Tracks.show(jdbc, courses, LocalDate.now(clock));
    }
}
