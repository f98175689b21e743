package org.constancia.store.candidate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /// Says of a candidate `c` that no source of the same story that came in earlier has the same words
    /// proposed: what forty copies of one story say is decided once.
    ///
    /// Sources without a family are left out first and at once: row security hides from the planner how many
    /// proposals there are, and each of the thousands of a long page would be compared with all others.
    public static final String SAID_FIRST = """
            not (c.source = any (array(select related.id from bibliography related where related.family is not null))
                 and exists (select from bibliography own
                             join bibliography same on same.family = own.family
                             join source mine on mine.id = own.id
                             join source earlier on earlier.id = same.id and earlier.number < mine.number
                             join candidate twin on twin.source = earlier.id
                        where own.id = c.source and twin.text = c.text and twin.kind = c.kind
                              and twin.status <> 'split'))
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

    /// The proposals from a source whose words another source of the same story, that came in earlier, has proposed
    /// too.
    public static Set<CandidateId> listSaidBefore(JdbcClient jdbc, SourceId source) {
        return jdbc
                .sql("select c.id from candidate c where c.source = :source and not (" + SAID_FIRST + ")")
                .param("source", source.value())
                .query((row, number) -> new CandidateId(row.getObject("id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /// In how many other sources of the same story the words of each proposal from a source are proposed too.
    public static Map<CandidateId, Integer> countCopies(JdbcClient jdbc, SourceId source) {
        return jdbc
                .sql("""
                        select c.id, count(distinct twin.source) as copies
                        from candidate c
                             join bibliography own on own.id = c.source
                             join bibliography same on same.family = own.family and same.id <> own.id
                             join candidate twin on twin.source = same.id and twin.text = c.text and twin.kind = c.kind
                                                    and twin.status <> 'split'
                        where c.source = :source
                        group by c.id
                        """)
                .param("source", source.value())
                .query((row, number) ->
                        Map.entry(new CandidateId(row.getObject("id", UUID.class)), row.getInt("copies")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Sources with waiting proposals that no earlier copy of their story has, those that came in first before the
    /// others.
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
                              and %s
                        group by s.id, s.number, b.title, r.title
                        order by s.number
                        """.formatted(SAID_FIRST))
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
