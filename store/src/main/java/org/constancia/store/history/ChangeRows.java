package org.constancia.store.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.constancia.core.record.ChangeId;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.Property;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the history of things from the outbox.
public final class ChangeRows {
    /// A change of one thing.
    ///
    /// @param change its row in the outbox
    /// @param log the number of the log it stands in; null until it is logged
    /// @param leaf its place in the log; null until it is logged
    /// @param kind a code of [org.constancia.store.record.Change.Kind]
    /// @param property the code of the property concerned
    /// @param before the value that stood before
    /// @param after the value that stands since
    /// @param reason why, in the words of the author
    public record ChangeRow(
            ChangeId change,
            @Nullable Integer log,
            @Nullable Long leaf,
            Instant changedAt,
            String author,
            String kind,
            String subject,
            @Nullable String property,
            @Nullable String before,
            @Nullable String after,
            @Nullable String reason) {}

    /// A superseded statement brings a change of its own beside that of the statement in its place; one line says it.
    private static final String TOLD_ONCE = """
            and not (kind = 'statement.superseded' and cast(content as jsonb) ->> 'value' is not null)
            """;

    private ChangeRows() {}

    /// The changes of these things, the newest first.
    public static List<ChangeRow> list(JdbcClient jdbc, Collection<EntityId> subjects, int offset, int limit) {
        return list(jdbc, subjects, "", "", offset, limit);
    }

    /// The changes of one property of a thing, the newest first.
    public static List<ChangeRow> listOf(JdbcClient jdbc, EntityId subject, Property property) {
        return list(
                jdbc,
                List.of(subject),
                "and cast(content as jsonb) ->> 'property' = :property",
                property.code(),
                0,
                200);
    }

    /// Whether the session sees such a change.
    public static boolean isThere(JdbcClient jdbc, ChangeId change) {
        return jdbc.sql("select exists (select from outbox where id = :change)")
                .param("change", change.value())
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /// When a change of this kind was made last.
    public static Optional<Instant> lastOf(JdbcClient jdbc, String kind) {
        return jdbc.sql("select changed_at from outbox where kind = :kind order by number desc limit 1")
                .param("kind", kind)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    public static int count(JdbcClient jdbc, Collection<EntityId> subjects) {
        return jdbc.sql("select count(*) from outbox where subject = any (:subjects) " + TOLD_ONCE)
                .param("subjects", subjects.stream().map(EntityId::toString).toArray(String[]::new))
                .query((row, number) -> row.getInt(1))
                .single();
    }

    private static List<ChangeRow> list(
            JdbcClient jdbc, Collection<EntityId> subjects, String condition, String property, int offset, int limit) {
        return jdbc.sql("""
                        select newest.id, place.log, place.leaf, changed_at, author, kind, subject,
                               content ->> 'property' as property,
                               coalesce(content ->> 'value', content ->> 'before') as before,
                               case when content ->> 'value' is not null
                                    then case when content ->> 'after' = 'accepted' then content ->> 'value' end
                                    else content ->> 'after' end as after,
                               coalesce(content ->> 'why', content ->> 'reason') as reason
                        from (select id, number, changed_at, author, kind, subject, cast(content as jsonb) as content
                              from outbox
                              where subject = any (:subjects) %s %s
                              order by number desc offset :offset limit :limit) newest
                             left join lateral (select e.log, e.leaf from log_entry e join log l on l.number = e.log
                                                where e.change = newest.id and e.leaf < l.size
                                                order by e.log desc limit 1) place on true
                        order by newest.number desc
                        """.formatted(TOLD_ONCE, condition))
                .param("subjects", subjects.stream().map(EntityId::toString).toArray(String[]::new))
                .param("property", property)
                .param("offset", offset)
                .param("limit", limit)
                .query(ChangeRows::read)
                .list();
    }

    private static ChangeRow read(ResultSet row, int number) throws SQLException {
        return new ChangeRow(
                new ChangeId(row.getObject("id", UUID.class)),
                row.getObject("log", Integer.class),
                row.getObject("leaf", Long.class),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("author"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("property"),
                row.getString("before"),
                row.getString("after"),
                row.getString("reason"));
    }
}
