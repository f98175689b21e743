package org.constancia.store.statement;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.Property;
import org.constancia.core.record.Resolved;
import org.constancia.core.record.Statement;
import org.constancia.core.record.StatementId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads which statements reviewers preferred, and what each property of a subject comes to.
public final class Resolutions {
    /// A choice between contradicting statements, with its reason.
    public record Resolution(
            UUID id, Property property, StatementId preferred, String reason, String resolvedBy, Instant resolvedAt) {}

    private Resolutions() {}

    /// The choices in force for a subject, one a property at the most.
    public static List<Resolution> listAbout(JdbcClient jdbc, EntityId subject) {
        return jdbc.sql("""
                        select id, property, preferred, reason, resolved_by, resolved_at
                        from resolution
                        where subject = :subject and not withdrawn
                        order by property
                        """)
                .param("subject", subject.value())
                .query((row, number) -> new Resolution(
                        row.getObject("id", UUID.class),
                        Property.of(row.getString("property")),
                        new StatementId(row.getObject("preferred", UUID.class)),
                        row.getString("reason"),
                        row.getString("resolved_by"),
                        row.getObject("resolved_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// What the statements about a subject come to, in the order of [Property].
    public static Map<Property, Resolved> resolve(JdbcClient jdbc, EntityId subject) {
        Map<Property, StatementId> chosen = listAbout(jdbc, subject).stream()
                .collect(Collectors.toMap(Resolution::property, Resolution::preferred));
        Map<Property, List<Statement>> byProperty =
                StatementRows.listAbout(jdbc, subject).stream().collect(Collectors.groupingBy(Statement::property));
        Map<Property, Resolved> resolved = new LinkedHashMap<>();
        for (Property property : Property.of(subject.kind())) {
            Resolved.of(byProperty.getOrDefault(property, List.of()), chosen.get(property))
                    .ifPresent(value -> resolved.put(property, value));
        }
        return resolved;
    }
}
