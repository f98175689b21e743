package org.constancia.store.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.constancia.store.candidate.CandidateRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Counts what waits for a person and what the record holds.
public final class OverviewRows {
    /// @param proposals waiting in the inbox, from `proposalSources` sources
    /// @param oldestProposal when the oldest of them was made
    /// @param entries changes written to the log
    /// @param pending changes recorded and not yet in the log
    public record Counts(
            int proposals,
            int proposalSources,
            @Nullable Instant oldestProposal,
            int replies,
            long sources,
            long events,
            long persons,
            long entries,
            long pending) {}

    /// A source that is preserved and could not be read.
    public record ObstacleRow(UUID source, String title, String obstacle) {}

    /// @param kind `event`, `source`, `person` or `group`
    /// @param date EDTF
    public record RecentRow(
            UUID id,
            String kind,
            @Nullable String title,
            long number,
            @Nullable String date,
            Instant changedAt,
            String author) {}

    private OverviewRows() {}

    /// Proposals that the inbox shows by itself: bare mentions of places and dates are not among them.
    public static int countWaiting(JdbcClient jdbc) {
        return jdbc.sql(
                        "select count(*) from candidate c where c.status = 'waiting' and c.kind not in ('place', 'date') and "
                                + CandidateRows.SAID_FIRST)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    public static Counts count(JdbcClient jdbc) {
        return jdbc.sql("""
                        select w.proposals, w.sources as proposal_sources, w.oldest,
                               (select count(*) from reply where status = 'waiting') as replies,
                               (select count(*) from source) as sources,
                               (select count(*) from event) as events,
                               (select count(*) from person) as persons,
                               (select count(*) from log_entry e join log l on l.number = e.log
                                where e.leaf < l.size) as entries,
                               (select count(*) from outbox o
                                where not exists (select from log_entry e join log l on l.number = e.log
                                                  where e.change = o.id and e.leaf < l.size)) as pending
                        from (select count(*) as proposals, count(distinct c.source) as sources, min(o.changed_at) as oldest
                              from candidate c left join outbox o on o.id = c.change
                              where c.status = 'waiting' and c.kind not in ('place', 'date') and %s) w
                        """.formatted(CandidateRows.SAID_FIRST))
                .query(OverviewRows::readCounts)
                .single();
    }

    public static List<ObstacleRow> listObstacles(JdbcClient jdbc, int limit) {
        return jdbc.sql("""
                        select s.id as source, r.obstacle,
                               coalesce(b.title, (select file_name from capture c where c.source = s.id and file_name is not null
                                                  order by captured_at limit 1), left(s.sha256, 12)) as title
                        from source s
                             join lateral (select obstacle from reading where source = s.id order by version desc limit 1) r
                                  on r.obstacle is not null
                             left join bibliography b on b.id = s.id
                        order by s.number desc limit :limit
                        """)
                .param("limit", limit)
                .query(new SimplePropertyRowMapper<>(ObstacleRow.class))
                .list();
    }

    /// What was changed last, each thing once, with the author of its newest change.
    public static List<RecentRow> listRecent(JdbcClient jdbc, int limit) {
        return jdbc.sql("""
                        with newest as (
                            select distinct on (subject) subject, number, changed_at, author
                            from (select * from outbox order by number desc limit 2000) latest
                            where split_part(subject, ':', 1) in ('event', 'source', 'person', 'group')
                            order by subject, number desc)
                        select cast(split_part(newest.subject, ':', 2) as uuid) as id, split_part(newest.subject, ':', 1) as kind,
                               coalesce(e.title, p.name, g.name, b.title, b.publisher) as title,
                               coalesce(s.number, n.number) as number,
                               coalesce(e.date, b.published) as date, newest.changed_at, newest.author
                        from newest
                             join entity n on n.id = cast(split_part(newest.subject, ':', 2) as uuid)
                             left join event e on e.id = n.id
                             left join person p on p.id = n.id
                             left join actor_group g on g.id = n.id
                             left join bibliography b on b.id = n.id
                             left join source s on s.id = n.id
                        order by newest.number desc limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) -> new RecentRow(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("title"),
                        row.getLong("number"),
                        row.getString("date"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("author")))
                .list();
    }

    private static Counts readCounts(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
        return new Counts(
                row.getInt("proposals"),
                row.getInt("proposal_sources"),
                oldest == null ? null : oldest.toInstant(),
                row.getInt("replies"),
                row.getLong("sources"),
                row.getLong("events"),
                row.getLong("persons"),
                row.getLong("entries"),
                row.getLong("pending"));
    }
}
