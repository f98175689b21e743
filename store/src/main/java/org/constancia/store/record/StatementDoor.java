package org.constancia.store.record;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.ChangeId;
import org.constancia.core.record.Claim;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.Property;
import org.constancia.core.record.Statement;
import org.constancia.core.record.StatementId;
import org.constancia.core.record.StatementStatus;
import org.constancia.core.record.Value;
import org.constancia.store.statement.StatementRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where statements enter the record and where their standing moves. Nothing is deleted: what is superseded or rejected
/// stays, with the change that says who moved it and why.
public final class StatementDoor {
    private final Writing writing;
    private final JdbcClient jdbc;

    StatementDoor(Writing writing) {
        this.writing = writing;
        this.jdbc = writing.jdbc();
    }

    /// Records a claim as an accepted statement.
    public StatementId accept(Claim claim) {
        return record(claim, null, Change.Kind.STATEMENT_ACCEPTED, Map.of());
    }

    /// Records a claim in the place of an earlier statement about the same property of the same subject, which keeps
    /// its words and is marked superseded.
    public StatementId supersede(StatementId earlier, Claim claim, String reason) {
        Statement replaced = get(earlier);
        if (!replaced.claim().subject().equals(claim.subject()) || replaced.property() != claim.property()) {
            throw new ConstanciaException(
                            Problem.USAGE,
                            "A statement is superseded by one about the same property of the same subject")
                    .with("statement", earlier);
        }
        StatementId id = record(
                claim,
                earlier,
                Change.Kind.STATEMENT_SUPERSEDED,
                Map.of("before", replaced.value().text(), "supersedes", earlier.toString(), "why", reason));
        move(replaced, StatementStatus.SUPERSEDED, Change.Kind.STATEMENT_SUPERSEDED, reason);
        return id;
    }

    public void reject(StatementId id, String reason) {
        move(get(id), StatementStatus.REJECTED, Change.Kind.STATEMENT_REJECTED, reason);
    }

    /// Marks a statement as one for which a reviewer asks proof; it stays in force.
    public void contest(StatementId id, String reason) {
        move(get(id), StatementStatus.CONTESTED, Change.Kind.STATEMENT_CONTESTED, reason);
    }

    /// Brings a statement back into force.
    public void reinstate(StatementId id, String reason) {
        move(get(id), StatementStatus.ACCEPTED, Change.Kind.STATEMENT_REINSTATED, reason);
    }

    /// Prefers one of several statements about a property. An earlier preference is withdrawn and kept.
    public void prefer(StatementId id, String reason) {
        Statement preferred = get(id);
        if (!preferred.status().isInForce()) {
            throw new ConstanciaException(Problem.CHANGED_MEANWHILE, "Only a statement in force can be preferred")
                    .with("statement", id)
                    .with("status", preferred.status().code());
        }
        decide(preferred.claim().subject(), preferred.property(), preferred, reason);
    }

    /// Decides that contradicting statements about a property are all kept, side by side. An earlier preference is
    /// withdrawn and kept.
    public void keepAll(EntityId subject, Property property, String reason) {
        decide(subject, property, null, reason);
    }

    private void decide(EntityId subject, Property property, @Nullable Statement preferred, String reason) {
        withdrawPreferences(subject, property, reason);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("property", property.code());
        facts.put("why", reason);
        if (preferred != null) {
            facts.put("preferred", preferred.id().toString());
            facts.put("after", preferred.value().text());
        }
        ChangeId change = writing.outbox().append(Change.Kind.RESOLUTION_MADE, subject.toString(), facts);
        jdbc.sql("""
                        insert into resolution (id, collection_id, subject, property, preferred, reason, resolved_by,
                                                resolved_at, change)
                        values (:id, :collection, :subject, :property, :preferred, :reason, :author, :at, :change)
                        """)
                .param("id", writing.ids().next())
                .param("collection", writing.session().collection().value())
                .param("subject", subject.value())
                .param("property", property.code())
                .param("preferred", preferred == null ? null : preferred.id().value())
                .param("reason", reason)
                .param("author", writing.session().author())
                .param("at", writing.clock().instant().atOffset(ZoneOffset.UTC))
                .param("change", change.value())
                .update();
        writing.touch(subject);
    }

    /// Takes back the preference for a property, so that its statements stand side by side again.
    public void withdrawPreferences(EntityId subject, Property property, String reason) {
        boolean stands = jdbc.sql("""
                        select count(*) from resolution
                        where subject = :subject and property = :property and not withdrawn
                        """)
                        .param("subject", subject.value())
                        .param("property", property.code())
                        .query(Long.class)
                        .single()
                > 0;
        if (!stands) return;
        ChangeId change = writing.outbox()
                .append(
                        Change.Kind.RESOLUTION_WITHDRAWN,
                        subject.toString(),
                        Map.of("property", property.code(), "why", reason));
        jdbc.sql("""
                        update resolution set withdrawn = true, change = :change
                        where subject = :subject and property = :property and not withdrawn
                        """)
                .param("change", change.value())
                .param("subject", subject.value())
                .param("property", property.code())
                .update();
        writing.touch(subject);
    }

    private StatementId record(
            Claim claim, @Nullable StatementId supersedes, Change.Kind kind, Map<String, String> circumstances) {
        StatementId id = new StatementId(writing.ids().next());
        Map<String, Object> facts = new LinkedHashMap<>(circumstances);
        facts.put("statement", id.toString());
        facts.put("property", claim.property().code());
        facts.put("after", claim.value().text());
        facts.put("basis", claim.basis().code());
        if (claim.attributedTo() != null) facts.put("attributedTo", claim.attributedTo());
        if (claim.passage() != null) facts.put("passage", claim.passage().toString());
        if (claim.reason() != null) facts.put("reason", claim.reason());
        ChangeId change = writing.outbox().append(kind, claim.subject().toString(), facts);
        jdbc.sql("""
                        insert into statement (id, collection_id, subject, subject_kind, property, value, target, basis,
                                               attributed_to, passage, reason, status, recorded_by, recorded_at,
                                               supersedes, change)
                        values (:id, :collection, :subject, :subject_kind, :property, :value, :target, :basis,
                                :attributed_to, :passage, :reason, 'accepted', :author, :at, :supersedes, :change)
                        """)
                .param("id", id.value())
                .param("collection", writing.session().collection().value())
                .param("subject", claim.subject().value())
                .param("subject_kind", claim.subject().kind().code())
                .param("property", claim.property().code())
                .param("value", claim.value().text())
                .param("target", claim.value() instanceof Value.Reference(EntityId target) ? target.value() : null)
                .param("basis", claim.basis().code())
                .param("attributed_to", claim.attributedTo())
                .param(
                        "passage",
                        claim.passage() == null ? null : claim.passage().value())
                .param("reason", claim.reason())
                .param("author", writing.session().author())
                .param("at", writing.clock().instant().atOffset(ZoneOffset.UTC))
                .param("supersedes", supersedes == null ? null : supersedes.value())
                .param("change", change.value())
                .update();
        writing.touch(claim.subject());
        return id;
    }

    private void move(Statement statement, StatementStatus to, Change.Kind kind, String reason) {
        if (statement.status() == to) return;
        EntityId subject = statement.claim().subject();
        ChangeId change = writing.outbox()
                .append(
                        kind,
                        subject.toString(),
                        Map.of(
                                "statement", statement.id().toString(),
                                "property", statement.property().code(),
                                "value", statement.value().text(),
                                "before", statement.status().code(),
                                "after", to.code(),
                                "why", reason));
        jdbc.sql("update statement set status = :status, change = :change where id = :id")
                .param("status", to.code())
                .param("change", change.value())
                .param("id", statement.id().value())
                .update();
        writing.touch(subject);
    }

    private Statement get(StatementId id) {
        return StatementRows.find(jdbc, id)
                .orElseThrow(() -> new ConstanciaException(Problem.RECORD_NOT_FOUND, "There is no such statement")
                        .with("statement", id));
    }
}
