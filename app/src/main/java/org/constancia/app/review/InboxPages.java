package org.constancia.app.review;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.constancia.app.proposal.Proposals;
import org.constancia.app.sources.SourcePages;
import org.constancia.app.web.inbox.InboxPage;
import org.constancia.app.web.inbox.InboxPage.Card;
import org.constancia.app.web.inbox.InboxPage.Choice;
import org.constancia.app.web.inbox.InboxPage.Kind;
import org.constancia.app.web.inbox.InboxPage.State;
import org.constancia.app.web.inbox.InboxPage.Verdict;
import org.constancia.app.web.inbox.InboxQuery;
import org.constancia.app.web.page.Duplicate;
import org.constancia.app.web.page.Link;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.CandidateId;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.SourceId;
import org.constancia.store.candidate.CandidateRow;
import org.constancia.store.candidate.CandidateRows;
import org.constancia.store.history.ContradictionRows;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The inbox: the proposals of one source at a time beside its text, the sources that still have some, and the replies.
///
/// Bare mentions of places and dates are shown when they are asked for by kind. They mostly repeat what the other
/// proposals hold already, and confirming them one by one would cost more than it gives.
public final class InboxPages {
    private static final List<String> USUAL_KINDS = Arrays.stream(Kind.values())
            .filter(kind -> kind != Kind.PLACE && kind != Kind.DATE)
            .map(Cards::stored)
            .toList();

    private final Records records;
    private final Supplier<Session> session;

    public InboxPages(Records records, Supplier<Session> session) {
        this.records = records;
        this.session = session;
    }

    InboxPage inbox(InboxQuery query) {
        return records.read(session.get(), jdbc -> page(jdbc, query));
    }

    /// How many proposals wait, those that the inbox shows by itself.
    public int waiting() {
        return records.read(
                session.get(),
                jdbc -> CandidateRows.listWaiting(jdbc, null, USUAL_KINDS).stream()
                        .mapToInt(CandidateRows.Waiting::waiting)
                        .sum());
    }

    private static InboxPage page(JdbcClient jdbc, InboxQuery query) {
        List<String> kinds = query.kind() == null ? USUAL_KINDS : List.of(Cards.stored(query.kind()));
        List<CandidateRows.Waiting> sources = CandidateRows.listWaiting(jdbc, query.language(), kinds);
        Optional<SourceId> shown = shown(jdbc, query, sources);
        List<Card> cards = shown.map(source -> cards(jdbc, source, kinds)).orElse(List.of());
        @Nullable Card current = current(query, cards);
        CandidateId at = current == null ? null : new CandidateId(UUID.fromString(current.id()));
        return new InboxPage(
                query,
                sources.stream().mapToInt(CandidateRows.Waiting::waiting).sum(),
                count(jdbc, "select count(*) from candidate where status in ('accepted', 'rejected')"),
                (int) ContradictionRows.count(jdbc).all(),
                count(jdbc, "select count(*) from reply where status = 'waiting'"),
                sources.stream()
                        .map(source -> new Choice(
                                source.source().toString(),
                                "#" + source.number() + " " + source.title(),
                                source.waiting()))
                        .toList(),
                cards,
                current,
                shown.map(source -> SourcePages.page(jdbc, source, at)).orElse(null),
                replies(jdbc));
    }

    private static int count(JdbcClient jdbc, String question) {
        return jdbc.sql(question).query((row, number) -> row.getInt(1)).single();
    }

    private static Optional<SourceId> shown(JdbcClient jdbc, InboxQuery query, List<CandidateRows.Waiting> sources) {
        if (query.current() != null) {
            Optional<SourceId> ofCurrent = CandidateRows.find(jdbc, new CandidateId(uuid(query.current())))
                    .map(CandidateRow::source);
            if (ofCurrent.isPresent()) return ofCurrent;
        }
        if (query.source() != null && !query.source().isBlank()) {
            return Optional.of(new SourceId(uuid(query.source())));
        }
        return sources.stream().map(CandidateRows.Waiting::source).findFirst();
    }

    private static List<Card> cards(JdbcClient jdbc, SourceId source, List<String> kinds) {
        Cards cards = new Cards();
        List<Duplicate> events = eventsOf(jdbc, source);
        KnownNames names = new KnownNames(jdbc);
        List<Card> shown = new ArrayList<>();
        Set<CandidateId> saidBefore = CandidateRows.listSaidBefore(jdbc, source);
        Map<CandidateId, Integer> copies = CandidateRows.countCopies(jdbc, source);
        for (CandidateRow row : CandidateRows.listOf(jdbc, source)) {
            boolean choice = Acceptances.needsEvent(row.kind()) || row.kind().equals(Proposals.DATE);
            Card card = cards.card(
                    row, choice ? events : List.of(), names, verdict(jdbc, row), copies.getOrDefault(row.id(), 0));
            boolean again = row.status().equals("waiting") && saidBefore.contains(row.id());
            if (kinds.contains(row.kind()) && !again) shown.add(card);
        }
        return shown;
    }

    /// The events that already rest on this source, the newest first.
    private static List<Duplicate> eventsOf(JdbcClient jdbc, SourceId source) {
        return jdbc.sql("""
                        select e.id, coalesce(e.title, '') as title,
                               concat_ws(' · ', e.date, p.name, c.statements) as detail
                        from citation c join event e on e.id = c.event left join place p on p.id = e.place
                        where c.source = :source
                        order by e.id desc limit 5
                        """)
                .param("source", source.value())
                .query((row, number) -> new Duplicate(
                        row.getString("id"),
                        new Link(row.getString("title"), "/events/" + row.getString("id")),
                        row.getString("detail")))
                .list();
    }

    private static Optional<Verdict> verdict(JdbcClient jdbc, CandidateRow row) {
        if (row.decidedBy() == null || row.decidedAt() == null || row.decision() == null) return Optional.empty();
        Decided decided = Decided.parse(row.decision());
        return Optional.of(
                new Verdict(row.decidedBy(), row.decidedAt(), decided.reason(), link(jdbc, decided.event())));
    }

    private static @Nullable Link link(JdbcClient jdbc, @Nullable EntityId into) {
        if (into == null) return null;
        return switch (into.kind()) {
            case EVENT ->
                jdbc.sql("select title from event where id = :id")
                        .param("id", into.value())
                        .query((row, number) -> new Link(row.getString("title"), "/events/" + into.value()))
                        .optional()
                        .orElse(null);
            case COMMITMENT, DEMAND -> new Link(into.kind().code(), "/commitments");
            case SOURCE,
                    PLACE,
                    PERSON,
                    GROUP,
                    ACT,
                    INVOLVEMENT,
                    FIGURE,
                    DECLARATION,
                    PROCEEDING,
                    STEP,
                    OUTCOME,
                    MOVEMENT,
                    POSITION -> new Link(into.kind().code(), "/history/" + into);
        };
    }

    private static @Nullable Card current(InboxQuery query, List<Card> cards) {
        return cards.stream()
                .filter(card -> card.id().equals(query.current()))
                .findFirst()
                .or(() -> cards.stream()
                        .filter(card -> card.state() == State.WAITING)
                        .findFirst())
                .orElse(null);
    }

    private static List<InboxPage.Reply> replies(JdbcClient jdbc) {
        return jdbc.sql("""
                        select r.id, r.text, r.purpose, r.contact, r.received_at, e.id as event, coalesce(e.title, '') as title
                        from reply r left join event e on e.id = r.subject
                        where r.status = 'waiting' order by r.received_at
                        """)
                .query((row, number) -> new InboxPage.Reply(
                        row.getString("id"),
                        new Link(row.getString("title"), "/events/" + row.getString("event")),
                        row.getString("purpose") == null ? "" : row.getString("purpose"),
                        row.getString("text"),
                        row.getString("contact"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw new ConstanciaException(Problem.RECORD_NOT_FOUND, "There is no such record", malformed)
                    .with("id", id);
        }
    }
}
