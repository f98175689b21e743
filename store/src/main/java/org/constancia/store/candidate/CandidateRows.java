package org.constancia.store.candidate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.constancia.core.record.CandidateId;
import org.constancia.core.record.SourceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads proposals.
public final class CandidateRows {
    private static final String COLUMNS = """
            select c.id, c.source, c.layer, c.kind, c.start_at, c.end_at, c.text, c.content::text as content, c.rules,
                   c.score, c.status, c.decided_by, c.decided_at, c.decision::text as decision
            from candidate c
            """;

    private CandidateRows() {}

    public static Optional<CandidateRow> find(JdbcClient jdbc, CandidateId id) {
        return jdbc.sql(COLUMNS + "where c.id = :id")
                .param("id", id.value())
                .query(CandidateRows::read)
                .optional();
    }

    /// All proposals from one source but those that were split, in the order of the text.
    public static List<CandidateRow> listOf(JdbcClient jdbc, SourceId source) {
        return jdbc.sql(COLUMNS
                        + "where c.source = :source and c.status <> 'split' order by c.start_at, c.end_at, c.id")
                .param("source", source.value())
                .query(CandidateRows::read)
                .list();
    }

    /// Sources with waiting proposals, those that came in first before the others.
    ///
    /// @param language ISO 639-1; null for all
    /// @param kinds the kinds that count
    public static List<Waiting> listWaiting(JdbcClient jdbc, @Nullable String language, List<String> kinds) {
        return jdbc.sql("""
                        select s.id, s.number, coalesce(b.title, r.title, '') as title, count(*) as waiting
                        from candidate c
                             join source s on s.id = c.source
                             join reading r on r.source = c.source and r.version = c.layer
                             left join bibliography b on b.id = s.id
                        where c.status = 'waiting' and c.kind = any (:kinds)
                              and (cast(:language as text) is null or r.language = :language)
                        group by s.id, s.number, b.title, r.title
                        order by s.number
                        """)
                .param("kinds", kinds.toArray(String[]::new))
                .param("language", language)
                .query((row, number) -> new Waiting(
                        new SourceId(row.getObject("id", UUID.class)),
                        row.getLong("number"),
                        row.getString("title"),
                        row.getInt("waiting")))
                .list();
    }

    /// A source and how many of its proposals wait.
    public record Waiting(SourceId source, long number, String title, int waiting) {}

    private static CandidateRow read(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new CandidateRow(
                new CandidateId(row.getObject("id", UUID.class)),
                new SourceId(row.getObject("source", UUID.class)),
                row.getInt("layer"),
                row.getString("kind"),
                row.getInt("start_at"),
                row.getInt("end_at"),
                row.getString("text"),
                row.getString("content"),
                Arrays.asList((String[]) row.getArray("rules").getArray()),
                row.getDouble("score"),
                row.getString("status"),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("decision"));
    }
}
