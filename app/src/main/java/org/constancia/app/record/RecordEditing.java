package org.constancia.app.record;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.constancia.app.record.value.RecordIds;
import org.constancia.app.web.record.ActGridPage;
import org.constancia.app.web.record.RecordDesk;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.Basis;
import org.constancia.core.record.Claim;
import org.constancia.core.record.CodeList;
import org.constancia.core.record.CodeList.Release;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.PassageId;
import org.constancia.core.record.Property;
import org.constancia.core.record.Resolved;
import org.constancia.core.record.Statement;
import org.constancia.core.record.StatementId;
import org.constancia.core.record.Value;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.constancia.store.record.Writing;
import org.constancia.store.statement.Resolutions;
import org.constancia.store.statement.StatementRows;
import org.jspecify.annotations.Nullable;

/// Changes the record by hand, through its door.
public final class RecordEditing implements RecordDesk {
    private final Records records;
    private final Supplier<Session> session;

    public RecordEditing(Records records, Supplier<Session> session) {
        this.records = records;
        this.session = session;
    }

    @Override
    public void resolve(String subjectId, Property property, @Nullable String statementId, String reason) {
        if (reason.isBlank()) {
            throw new ConstanciaException(Problem.BAD_INPUT, "A decision between statements needs its reason");
        }
        records.write(session.get(), writing -> {
            EntityId subject = RecordIds.get(writing.jdbc(), subjectId);
            if (statementId == null) writing.statements().keepAll(subject, property, reason);
            else writing.statements().prefer(of(writing, subject, property, statementId), reason);
            return subject;
        });
    }

    private static StatementId of(Writing writing, EntityId subject, Property property, String id) {
        StatementId statement = new StatementId(RecordIds.parse(id));
        return StatementRows.find(writing.jdbc(), statement)
                .filter(found -> found.claim().subject().equals(subject) && found.property() == property)
                .map(Statement::id)
                .orElseThrow(() -> new ConstanciaException(
                                Problem.RECORD_NOT_FOUND, "No such statement is made about this property")
                        .with("statement", id));
    }

    @Override
    public int writeActs(
            String eventId, String passageId, Basis basis, List<String> perpetratorIds, List<ActGridPage.Row> rows) {
        return records.write(session.get(), writing -> {
                    EntityId event = event(writing, eventId);
                    PassageId passage = new PassageId(RecordIds.parse(passageId));
                    return new ActWriting(writing, event, passage, basis).write(perpetratorIds, rows);
                })
                .result();
    }

    /// A release is a decision of the collection and not what a source says, so it supersedes the one before.
    @Override
    public void setPublic(String eventId, boolean isPublic) {
        Release release = isPublic ? Release.PUBLIC : Release.INTERNAL;
        records.write(session.get(), writing -> {
            EntityId event = event(writing, eventId);
            String reason = "decided by hand";
            Claim claim = new Claim(
                    event,
                    Property.EVENT_RELEASE,
                    new Value.Code(CodeList.code(release)),
                    Basis.OBSERVED,
                    null,
                    null,
                    reason);
            Optional<Statement> before = Optional.ofNullable(
                            Resolutions.resolve(writing.jdbc(), event).get(Property.EVENT_RELEASE))
                    .map(Resolved::preferred);
            if (before.isEmpty()) writing.statements().accept(claim);
            else if (!before.get().value().equals(claim.value())) {
                writing.statements().supersede(before.get().id(), claim, reason);
            }
            return event;
        });
    }

    private static EntityId event(Writing writing, String id) {
        return RecordIds.get(writing.jdbc(), id).as(EntityKind.EVENT);
    }
}
