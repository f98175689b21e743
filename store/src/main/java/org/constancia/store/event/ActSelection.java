package org.constancia.store.event;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which acts to count.
///
/// @param categories codes of which an act needs one; empty for any
/// @param from the act may have happened on this day or later; null for any
/// @param to the act may have happened on this day or earlier; null for any
/// @param place a country, or a DIVIPOLA code whose municipalities are included; null for any
public record ActSelection(
        List<String> categories,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String place) {
    public ActSelection {
        categories = List.copyOf(categories);
    }

    /// The acts in the order of their dates; where an act has no date or place, those of its event count.
    public List<UUID> list(JdbcClient jdbc) {
        return jdbc.sql("""
                        select a.id
                        from act a
                             join entity n on n.id = a.id
                             left join event e on e.id = a.event
                             left join place p on p.id = e.place
                        where (cardinality(cast(:categories as text[])) = 0 or a.category && cast(:categories as text[]))
                              and (cast(:from as date) is null
                                   or coalesce(a.date_latest, e.date_latest) >= cast(:from as date))
                              and (cast(:to as date) is null
                                   or coalesce(a.date_earliest, e.date_earliest) <= cast(:to as date))
                              and (cast(:place as text) is null or p.country = :place or p.code = :place
                                   or (length(cast(:place as text)) = 2 and p.country = 'CO' and left(p.code, 2) = :place))
                        order by coalesce(a.date_earliest, e.date_earliest) nulls last, n.number
                        """)
                .param("categories", categories.toArray(String[]::new))
                .param("from", from)
                .param("to", to)
                .param("place", place)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
