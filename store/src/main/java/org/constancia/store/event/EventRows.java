package org.constancia.store.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads events.
public final class EventRows {
    /// How many properties of an event `e` and of its parts are contested.
    private static final String CONTRADICTIONS = """
            cardinality(e.contested)
            + coalesce((select sum(cardinality(a.contested)) from act a where a.event = e.id), 0)
            + coalesce((select sum(cardinality(i.contested))
                        from act a join involvement i on i.act = a.id where a.event = e.id), 0)
            + coalesce((select sum(cardinality(f.contested)) from figure f where f.event = e.id), 0)
            + coalesce((select sum(cardinality(d.contested)) from declaration d where d.event = e.id), 0)
            + coalesce((select sum(cardinality(d.contested)) from demand d where d.event = e.id), 0)
            + coalesce((select sum(cardinality(m.contested)) from movement m where m.event = e.id), 0)
            """;

    private static final String COLUMNS = """
            select e.id, n.number, e.title, e.summary, e.date, %s, e.part_of, parent.title as part_of_title,
                   coalesce((select string_agg(name, ', ' order by id)
                             from (select distinct on (v.id) v.id, v.name
                                   from act a
                                        join (select id, name from person union all select id, name from actor_group) v
                                             on v.id = a.victim
                                   where a.event = e.id and v.name is not null
                                   order by v.id limit 3) first_victims), '') as victims,
                   coalesce(e.release = 'public', false) as is_public,
                   %s as contradictions,
                   (select count(*) from citation c where c.event = e.id) as sources,
                   (select count(*) from act a where a.event = e.id) as acts
            from event e
                 join entity n on n.id = e.id
                 left join place p on p.id = e.place
                 left join event parent on parent.id = e.part_of
            """.formatted(PlaceRow.COLUMNS, CONTRADICTIONS);

    private EventRows() {}

    public static Optional<EventRow> find(JdbcClient jdbc, UUID id) {
        return jdbc.sql(COLUMNS + "where e.id = :id")
                .param("id", id)
                .query(EventRows::read)
                .optional();
    }

    /// The latest events first, the undated ones last.
    public static List<EventRow> list(JdbcClient jdbc, int offset, int limit) {
        return jdbc.sql(COLUMNS + """
                        order by e.date_earliest desc nulls last, n.number desc offset :offset limit :limit
                        """)
                .param("offset", offset)
                .param("limit", limit)
                .query(EventRows::read)
                .list();
    }

    /// These events, the earliest first, the undated ones last.
    public static List<EventRow> listOf(JdbcClient jdbc, Collection<UUID> ids) {
        return jdbc.sql(COLUMNS + "where e.id = any (:ids) order by e.date_earliest nulls last, n.number")
                .param("ids", ids.toArray(UUID[]::new))
                .query(EventRows::read)
                .list();
    }

    public static int count(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from event")
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /// All events with their places, the earliest first, the undated ones last: for the map and the timeline.
    public static List<Placed> listPlaced(JdbcClient jdbc) {
        return jdbc.sql("""
                        select e.id, e.title, e.date, n.number, %s,
                               (select count(*) from act a where a.event = e.id) as acts
                        from event e join entity n on n.id = e.id left join place p on p.id = e.place
                        order by e.date_earliest nulls last, e.date_latest nulls last, n.number
                        """.formatted(PlaceRow.COLUMNS))
                .query((row, number) -> new Placed(
                        row.getObject("id", UUID.class),
                        row.getLong("number"),
                        row.getString("title"),
                        row.getString("date"),
                        PlaceRow.read(row),
                        row.getInt("acts")))
                .list();
    }

    /// An event at its place in space and time.
    public record Placed(
            UUID id,
            long number,
            @Nullable String title,
            @Nullable String date,
            @Nullable PlaceRow place,
            int acts) {}

    private static EventRow read(ResultSet row, int number) throws SQLException {
        return new EventRow(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("title"),
                row.getString("summary"),
                row.getString("date"),
                PlaceRow.read(row),
                row.getObject("part_of", UUID.class),
                row.getString("part_of_title"),
                row.getString("victims"),
                row.getBoolean("is_public"),
                row.getInt("contradictions"),
                row.getInt("sources"),
                row.getInt("acts"));
    }
}
