package org.constancia.store.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the quantities that sources claim.
public final class FigureRows {
    /// A quantity somebody claimed.
    ///
    /// @param unit a code of [org.constancia.core.record.CodeList.FigureUnit]
    /// @param bound a code of [org.constancia.core.record.CodeList.Bound]
    /// @param saidBy who gives it, in the source's words
    /// @param outlet the publisher of the source that gives it
    /// @param family the story that source carries in common with others
    /// @param published when that source was published, EDTF
    public record FigureRow(
            UUID id,
            @Nullable String unit,
            @Nullable String what,
            long number,
            @Nullable Long max,
            @Nullable String bound,
            @Nullable String date,
            @Nullable PlaceRow place,
            @Nullable String saidBy,
            @Nullable String outlet,
            @Nullable String published,
            @Nullable String family) {}

    private FigureRows() {}

    /// The figures of an event that have a number, the largest first.
    public static List<FigureRow> listOfEvent(JdbcClient jdbc, UUID event) {
        return jdbc.sql("""
                        select f.id, f.unit, f.what, f.number, f.max, f.bound, f.date, %s, f.said_by,
                               coalesce(b.publisher, b.title) as outlet, b.published, b.family
                        from figure f
                             join entity n on n.id = f.id
                             left join place p on p.id = f.place
                             left join lateral (select q.source from statement s join passage q on q.id = s.passage
                                                where s.subject = f.id and s.property = 'figure.number'
                                                      and s.status in ('accepted', 'contested')
                                                order by s.number limit 1) given on true
                             left join bibliography b on b.id = given.source
                        where f.event = :event and f.number is not null
                        order by f.unit nulls last, greatest(f.number, f.max) desc, n.number
                        """.formatted(PlaceRow.COLUMNS))
                .param("event", event)
                .query(FigureRows::read)
                .list();
    }

    private static FigureRow read(ResultSet row, int number) throws SQLException {
        return new FigureRow(
                row.getObject("id", UUID.class),
                row.getString("unit"),
                row.getString("what"),
                row.getLong("number"),
                row.getObject("max", Long.class),
                row.getString("bound"),
                row.getString("date"),
                PlaceRow.read(row),
                row.getString("said_by"),
                row.getString("outlet"),
                row.getString("published"),
                row.getString("family"));
    }
}
