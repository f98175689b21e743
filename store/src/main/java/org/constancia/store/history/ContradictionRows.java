package org.constancia.store.history;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the contradictions that nobody has decided.
public final class ContradictionRows {
    /// One property of one thing over which statements in force contradict each other.
    ///
    /// @param kind of the subject
    /// @param property its code
    /// @param event the event the subject is or belongs to
    /// @param values the different values in the order of recording, parted by ` · `
    public record ContradictionRow(
            UUID subject,
            String kind,
            String property,
            @Nullable UUID event,
            @Nullable String eventTitle,
            @Nullable String eventDate,
            boolean isPublic,
            @Nullable String values,
            int sources) {}

    private static final String CONTESTED = """
            select id, 'source' as kind, unnest(contested) as name, null::uuid as event from bibliography
            union all select id, 'event', unnest(contested), id from event
            union all select id, 'place', unnest(contested), null from place
            union all select id, 'person', unnest(contested), null from person
            union all select id, 'group', unnest(contested), null from actor_group
            union all select id, 'act', unnest(contested), event from act
            union all select i.id, 'involvement', unnest(i.contested), a.event from involvement i left join act a on a.id = i.act
            union all select id, 'figure', unnest(contested), event from figure
            union all select id, 'declaration', unnest(contested), event from declaration
            union all select id, 'commitment', unnest(contested), event[1] from commitment
            union all select id, 'demand', unnest(contested), event from demand
            union all select id, 'proceeding', unnest(contested), null from proceeding
            union all select id, 'step', unnest(contested), null from step
            union all select id, 'outcome', unnest(contested), null from outcome
            union all select id, 'movement', unnest(contested), event from movement
            union all select id, 'position', unnest(contested), null from position
            """;

    private ContradictionRows() {}

    /// The oldest first.
    public static List<ContradictionRow> list(JdbcClient jdbc, int offset, int limit) {
        return jdbc.sql("""
                        select c.id as subject, c.kind, c.kind || '.' || c.name as property, c.event, e.title as event_title,
                               e.date as event_date, coalesce(e.release = 'public', false) as is_public,
                               (select string_agg(given.value, ' · ' order by given.first)
                                from (select s.value, min(s.number) as first from statement s
                                      where s.subject = c.id and s.property = c.kind || '.' || c.name
                                            and s.status in ('accepted', 'contested')
                                      group by s.value) given) as values,
                               (select count(distinct q.source) from statement s join passage q on q.id = s.passage
                                where s.subject = c.id and s.property = c.kind || '.' || c.name
                                      and s.status in ('accepted', 'contested')) as sources
                        from (%s) c left join event e on e.id = c.event
                        order by c.id, c.name
                        offset :offset limit :limit
                        """.formatted(CONTESTED))
                .param("offset", offset)
                .param("limit", limit)
                .query(new SimplePropertyRowMapper<>(ContradictionRow.class))
                .list();
    }

    /// @param released those that stand on a public page
    public record Count(int all, int released) {}

    public static Count count(JdbcClient jdbc) {
        return jdbc.sql("""
                        select count(*) as "all", count(*) filter (where e.release = 'public') as released
                        from (%s) c left join event e on e.id = c.event
                        """.formatted(CONTESTED))
                .query((row, number) -> new Count(row.getInt("all"), row.getInt("released")))
                .single();
    }
}
