package org.constancia.app.review;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.constancia.app.proposal.Proposals;
import org.constancia.app.proposal.Proposed;
import org.constancia.app.sources.Intake;
import org.constancia.app.web.inbox.InboxDesk;
import org.constancia.app.web.inbox.InboxPage;
import org.constancia.app.web.inbox.InboxPage.Label;
import org.constancia.app.web.inbox.InboxQuery;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.place.Gazetteer;
import org.constancia.core.record.Basis;
import org.constancia.core.record.CandidateId;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.ReplyId;
import org.constancia.core.record.SourceId;
import org.constancia.core.record.StatementId;
import org.constancia.core.time.PartialDate;
import org.constancia.store.candidate.CandidateRow;
import org.constancia.store.candidate.CandidateRows;
import org.constancia.store.record.CandidateDoor.Decision;
import org.constancia.store.record.CandidateDoor.Proposal;
import org.constancia.store.record.Records;
import org.constancia.store.record.ReplyDoor;
import org.constancia.store.record.Session;
import org.constancia.store.source.SourceRow;
import org.constancia.store.source.SourceRows;
import org.constancia.store.source.TextRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Decides about proposals. An acceptance writes its statements and marks the proposal in one transaction, so that a
/// proposal is never accepted twice and never half.
public final class ReviewDesk implements InboxDesk {
    private final Records records;
    private final Supplier<Session> session;
    private final Intake intake;
    private final Gazetteer gazetteer;
    private final InboxPages pages;

    public ReviewDesk(
            Records records, Supplier<Session> session, Intake intake, Gazetteer gazetteer, InboxPages pages) {
        this.records = records;
        this.session = session;
        this.intake = intake;
        this.gazetteer = gazetteer;
        this.pages = pages;
    }

    @Override
    public InboxPage inbox(InboxQuery query) {
        return pages.inbox(query);
    }

    @Override
    public void accept(String cardId, @Nullable String eventId, Map<Label, String> people) {
        @Nullable EntityId event = eventId == null || eventId.isBlank() ? null : event(eventId);
        records.write(session.get(), writing -> {
            writing.candidates().hold(candidate(cardId));
            CandidateRow row = get(writing.jdbc(), cardId);
            Proposed proposed = Proposed.parse(row.content());
            SourceRow source = source(writing.jdbc(), row.source());
            TextRow text = text(writing.jdbc(), row.source());
            Acceptance acceptance = new Acceptance(
                    writing, gazetteer, row, text, basis(proposed), attribution(row.kind(), proposed), people);
            @Nullable
            EntityId into =
                    new Acceptances(acceptance, row.kind(), row.text(), proposed, source.published(), event).write();
            writing.candidates().decide(row.id(), Decision.ACCEPTED, new Decided(acceptance.made(), into, null).json());
            return row.id();
        });
    }

    /// What the source puts forward as alleged is recorded as alleged.
    private static Basis basis(Proposed proposed) {
        boolean alleged = proposed.attribute("modality")
                .filter(m -> !m.equals("ASSERTED"))
                .isPresent();
        return alleged || proposed.slot("sourceName").isPresent() ? Basis.ALLEGED : Basis.OBSERVED;
    }

    private static @Nullable String attribution(String kind, Proposed proposed) {
        return kind.equals(Proposals.FIGURE) || kind.equals(Proposals.ACT)
                ? proposed.value("sourceName").orElse(null)
                : null;
    }

    @Override
    public void reject(String cardId, String reason) {
        records.write(session.get(), writing -> {
            writing.candidates()
                    .decide(candidate(cardId), Decision.REJECTED, new Decided(List.of(), null, reason).json());
            return cardId;
        });
    }

    @Override
    public void edit(String cardId, Map<Label, String> values) {
        records.write(session.get(), writing -> {
            CandidateRow row = get(writing.jdbc(), cardId);
            Proposed changed = Cards.edited(Proposed.parse(row.content()), values);
            changed.attribute("when").ifPresent(PartialDate::parse);
            changed.attribute("due").ifPresent(PartialDate::parse);
            writing.candidates().revise(row.id(), changed.json());
            return cardId;
        });
    }

    @Override
    public void split(String cardId, int at) {
        records.write(session.get(), writing -> {
            CandidateRow row = get(writing.jdbc(), cardId);
            if (at <= row.start() || at >= row.end()) {
                throw new ConstanciaException(Problem.BAD_INPUT, "A proposal is split inside its passage")
                        .with("at", at)
                        .with("passage", row.start() + "–" + row.end());
            }
            String text = text(writing.jdbc(), row.source()).text();
            writing.candidates()
                    .split(
                            row.id(),
                            row.source(),
                            row.layer(),
                            List.of(part(row, text, row.start(), at), part(row, text, at, row.end())));
            return cardId;
        });
    }

    /// A part of a proposal without the blanks at its ends; it keeps the slots, which a reviewer can then correct.
    private static Proposal part(CandidateRow row, String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) from++;
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) to--;
        if (from == to) throw new ConstanciaException(Problem.BAD_INPUT, "A part of a split proposal would be empty");
        return new Proposal(row.kind(), from, to, text.substring(from, to), row.content(), row.rules(), row.score());
    }

    @Override
    public void undo(String cardId) {
        records.write(session.get(), writing -> {
            CandidateRow row = get(writing.jdbc(), cardId);
            if (row.status().equals("split")) {
                throw new ConstanciaException(
                                Problem.USAGE, "A split proposal is not put together again; reject the parts instead")
                        .with("proposal", cardId);
            }
            if (row.decision() != null) {
                for (StatementId statement : Decided.parse(row.decision()).statements()) {
                    writing.statements().reject(statement, "the acceptance was undone");
                }
            }
            writing.candidates().reopen(row.id());
            return cardId;
        });
    }

    @Override
    public void setPublished(String sourceId, String published) {
        intake.describe(new SourceId(uuid(sourceId)), new Intake.Known(null, published, null));
    }

    @Override
    public void setOutlet(String sourceId, String outlet) {
        intake.describe(new SourceId(uuid(sourceId)), new Intake.Known(outlet, null, null));
    }

    @Override
    public void closeReply(String replyId) {
        records.write(session.get(), writing -> {
            writing.replies().handle(new ReplyId(uuid(replyId)), ReplyDoor.Handling.READ);
            return replyId;
        });
    }

    private static EntityId event(String id) {
        return id.indexOf(':') >= 0
                ? EntityId.parse(id).as(EntityKind.EVENT)
                : new EntityId(EntityKind.EVENT, uuid(id));
    }

    private static CandidateId candidate(String id) {
        return new CandidateId(uuid(id));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw new ConstanciaException(Problem.RECORD_NOT_FOUND, "There is no such record", malformed)
                    .with("id", id);
        }
    }

    private static CandidateRow get(JdbcClient jdbc, String cardId) {
        return CandidateRows.find(jdbc, candidate(cardId))
                .orElseThrow(() -> new ConstanciaException(Problem.RECORD_NOT_FOUND, "There is no such proposal")
                        .with("proposal", cardId));
    }

    private static SourceRow source(JdbcClient jdbc, SourceId id) {
        return SourceRows.find(jdbc, id).orElseThrow(() -> missing(id));
    }

    private static TextRow text(JdbcClient jdbc, SourceId id) {
        return SourceRows.findText(jdbc, id).orElseThrow(() -> missing(id));
    }

    private static ConstanciaException missing(SourceId id) {
        return new ConstanciaException(Problem.RECORD_NOT_FOUND, "The source of the proposal has no text")
                .with("source", id);
    }
}
