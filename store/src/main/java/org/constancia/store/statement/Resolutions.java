package org.constancia.store.statement;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.core.record.Resolved;
import org.constancia.core.record.Statement;
import org.constancia.core.record.StatementId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads which statements reviewers preferred, and what each property of a subject comes to.
public final class Resolutions {
    /// A decision about contradicting statements, with its reason.
    ///
    /// @param preferred absent when all are kept side by side
    public record Resolution(
            UUID id,
            EntityId subject,
            Property property,
            @Nullable StatementId preferred,
            String reason,
            String resolvedBy,
            Instant resolvedAt) {}

    private Resolutions() {}

    /// The decisions in force about a subject, one a property at the most.
    public static List<Resolution> listAbout(JdbcClient jdbc, EntityId subject) {
        return listAbout(jdbc, List.of(subject));
    }

    /// The decisions in force about several subjects, in one question.
    public static List<Resolution> listAbout(JdbcClient jdbc, Collection<EntityId> subjects) {
        if (subjects.isEmpty()) return List.of();
        return jdbc.sql("""
                        select r.id, r.subject, e.kind, property, preferred, reason, resolved_by, resolved_at
                        from resolution r join entity e on e.id = r.subject
                        where r.subject = any (:subjects) and not withdrawn
                        order by r.subject, property
                        """)
                .param("subjects", subjects.stream().map(EntityId::value).toArray(UUID[]::new))
                .query((row, number) -> {
                    @Nullable UUID preferred = row.getObject("preferred", UUID.class);
                    return new Resolution(
                            row.getObject("id", UUID.class),
                            new EntityId(EntityKind.of(row.getString("kind")), row.getObject("subject", UUID.class)),
                            Property.of(row.getString("property")),
                            preferred == null ? null : new StatementId(preferred),
                            row.getString("reason"),
                            row.getString("resolved_by"),
                            row.getObject("resolved_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    /// What the statements about a subject come to, in the order of [Property].
    public static Map<Property, Resolved> resolve(JdbcClient jdbc, EntityId subject) {
        return resolve(subject, StatementRows.listAbout(jdbc, subject), listAbout(jdbc, subject));
    }

    /// The same for several subjects, in two questions.
    public static Map<EntityId, Map<Property, Resolved>> resolve(JdbcClient jdbc, Collection<EntityId> subjects) {
        Map<EntityId, List<Statement>> statements = StatementRows.listAbout(jdbc, subjects).stream()
                .collect(Collectors.groupingBy(statement -> statement.claim().subject()));
        Map<EntityId, List<Resolution>> decisions =
                listAbout(jdbc, subjects).stream().collect(Collectors.groupingBy(Resolution::subject));
        Map<EntityId, Map<Property, Resolved>> resolved = new LinkedHashMap<>();
        for (EntityId subject : subjects) {
            resolved.put(
                    subject,
                    resolve(
                            subject,
                            statements.getOrDefault(subject, List.of()),
                            decisions.getOrDefault(subject, List.of())));
        }
        return resolved;
    }

    private static Map<Property, Resolved> resolve(
            EntityId subject, List<Statement> statements, List<Resolution> decisions) {
        Map<Property, Resolution> decided =
                decisions.stream().collect(Collectors.toMap(Resolution::property, Function.identity()));
        Map<Property, List<Statement>> byProperty =
                statements.stream().collect(Collectors.groupingBy(Statement::property));
        Map<Property, Resolved> resolved = new LinkedHashMap<>();
        for (Property property : Property.of(subject.kind())) {
            @Nullable Resolution decision = decided.get(property);
            Resolved.of(byProperty.getOrDefault(property, List.of()), decision == null ? null : decision.preferred())
                    .map(value -> decision != null && decision.preferred() == null ? value.keptSideBySide() : value)
                    .ifPresent(value -> resolved.put(property, value));
        }
        return resolved;
    }
}
