package org.constancia.store.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.constancia.core.record.Basis;
import org.constancia.core.record.Claim;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.PassageId;
import org.constancia.core.record.Property;
import org.constancia.core.record.Statement;
import org.constancia.core.record.StatementId;
import org.constancia.core.record.StatementStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads statements.
public final class StatementRows {
    private static final String COLUMNS = """
            select id, number, subject, subject_kind, property, value, basis, attributed_to, passage, reason, status,
                   recorded_by, recorded_at, supersedes
            from statement
            """;

    private StatementRows() {}

    /// All statements about a subject, those no longer in force included, in the order of recording.
    public static List<Statement> listAbout(JdbcClient jdbc, EntityId subject) {
        return jdbc.sql(COLUMNS + "where subject = :subject order by number")
                .param("subject", subject.value())
                .query(StatementRows::read)
                .list();
    }

    /// All statements about several subjects in one question, in the order of recording.
    public static List<Statement> listAbout(JdbcClient jdbc, Collection<EntityId> subjects) {
        if (subjects.isEmpty()) return List.of();
        return jdbc.sql(COLUMNS + "where subject = any (:subjects) order by number")
                .param("subjects", subjects.stream().map(EntityId::value).toArray(UUID[]::new))
                .query(StatementRows::read)
                .list();
    }

    /// The places of statements in the log, for those that are logged.
    public static Map<StatementId, Long> leavesAbout(JdbcClient jdbc, Collection<EntityId> subjects) {
        if (subjects.isEmpty()) return Map.of();
        Map<StatementId, Long> leaves = new HashMap<>();
        jdbc.sql("""
                        select s.id, e.leaf
                        from statement s
                             cross join lateral (select e.leaf from log_entry e join log l on l.number = e.log
                                                 where e.change = s.change and e.leaf < l.size
                                                 order by e.log desc limit 1) e
                        where s.subject = any (:subjects)
                        """)
                .param("subjects", subjects.stream().map(EntityId::value).toArray(UUID[]::new))
                .query((RowCallbackHandler)
                        row -> leaves.put(new StatementId(row.getObject("id", UUID.class)), row.getLong("leaf")));
        return leaves;
    }

    public static Optional<Statement> find(JdbcClient jdbc, StatementId id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .query(StatementRows::read)
                .optional();
    }

    private static Statement read(ResultSet row, int number) throws SQLException {
        Property property = Property.of(row.getString("property"));
        EntityId subject =
                new EntityId(EntityKind.of(row.getString("subject_kind")), row.getObject("subject", UUID.class));
        @Nullable UUID passage = row.getObject("passage", UUID.class);
        @Nullable UUID supersedes = row.getObject("supersedes", UUID.class);
        Claim claim = new Claim(
                subject,
                property,
                property.parse(row.getString("value")),
                Basis.valueOf(row.getString("basis").toUpperCase(Locale.ROOT)),
                row.getString("attributed_to"),
                passage == null ? null : new PassageId(passage),
                row.getString("reason"));
        return new Statement(
                new StatementId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                claim,
                StatementStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                supersedes == null ? null : new StatementId(supersedes));
    }
}
