package org.constancia.store.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds the events that have something to do with an event: by what they share, never by who read them.
public final class RelatedRows {
    /// @param shared `part` (one contains the other, or one event contains both), `people` or `place`, the strongest
    public record RelatedRow(
            UUID id,
            @Nullable String title,
            long number,
            @Nullable String date,
            String shared) {}

    private RelatedRows() {}

    /// Events that share a whole, people (victims or accused), or a place finer than a department; in this order, and
    /// then by how many people they share.
    public static List<RelatedRow> list(JdbcClient jdbc, UUID event, int limit) {
        return jdbc.sql("""
                        with this as (select * from event where id = :event),
                        people as (select victim as party from act where event = :event and victim is not null
                                   union select i.perpetrator from involvement i join act a on a.id = i.act
                                         join person p on p.id = i.perpetrator where a.event = :event),
                        related as (
                            select e.id, 1 as strength, 0::bigint as weight
                            from event e, this
                            where e.part_of = this.id or e.id = this.part_of or e.part_of = this.part_of
                            union all
                            select a.event, 2, count(distinct a.victim)
                            from act a where a.victim in (select party from people) and a.event is not null group by a.event
                            union all
                            select a.event, 2, count(distinct i.perpetrator)
                            from involvement i join act a on a.id = i.act
                            where i.perpetrator in (select party from people) and a.event is not null group by a.event
                            union all
                            select e.id, 3, 0
                            from event e join this on e.place = this.place join place p on p.id = e.place
                            where p.precision not in ('country', 'department')),
                        best as (select distinct on (id) id, strength, weight from related
                                 where id <> :event order by id, strength, weight desc)
                        select e.id, e.title, n.number, e.date,
                               case strength when 1 then 'part' when 2 then 'people' else 'place' end as shared
                        from best join event e on e.id = best.id join entity n on n.id = e.id
                        order by strength, weight desc, e.date_earliest desc nulls last, n.number
                        limit :limit
                        """)
                .param("event", event)
                .param("limit", limit)
                .query(new SimplePropertyRowMapper<>(RelatedRow.class))
                .list();
    }
}
