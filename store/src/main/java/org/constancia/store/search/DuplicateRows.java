package org.constancia.store.search;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds records that may already be the one about to be created.
///
/// The score adds up what speaks for it: how alike the names are (0 to 1), a date that can be the same (0.4), the same
/// place (0.4). A date that cannot be the same counts against it (0.4).
public final class DuplicateRows {
    /// @param date of the event, or of the person's first event, EDTF
    /// @param place of the same
    public record DuplicateRow(
            UUID id,
            String title,
            long number,
            @Nullable String date,
            @Nullable String place,
            int sources,
            double score) {}

    /// What is known of the record about to be created.
    ///
    /// @param earliest the first day it can have happened; null when unknown
    /// @param latest the last day
    /// @param place a name; empty when unknown
    public record Wanted(
            String name,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            String place) {}

    private static final String SCORE = """
            case when date_earliest is null or cast(:earliest as date) is null then 0
                 when date_earliest <= cast(:latest as date) and date_latest >= cast(:earliest as date) then 0.4
                 else -0.4 end
            + case when :place <> '' and place_name is not null
                        and (plain(place_name) = plain(:place) or plain(:place) <% plain(place_name)) then 0.4 else 0 end
            """;

    private DuplicateRows() {}

    /// Events alike in title, date and place, the likeliest first.
    public static List<DuplicateRow> listEvents(JdbcClient jdbc, Wanted wanted, int limit) {
        return list(jdbc, wanted, limit, """
                        select e.id, coalesce(e.title, '') as title, e.date, e.date_earliest, e.date_latest,
                               p.name as place_name, similarity(plain(coalesce(e.title, '')), plain(:name)) as likeness,
                               (select count(*) from citation c where c.event = e.id) as sources
                        from event e left join place p on p.id = e.place
                        """, 0.55);
    }

    /// Persons of a similar name, the likeliest first. Dates and places are those of the events they suffered in.
    public static List<DuplicateRow> listPersons(JdbcClient jdbc, Wanted wanted, int limit) {
        return list(jdbc, wanted, limit, """
                        select x.id, coalesce(x.name, '') as title, first.date, first.date_earliest, first.date_latest,
                               first.place_name,
                               greatest(similarity(plain(coalesce(x.name, '')), plain(:name)),
                                        (select max(similarity(plain(alias), plain(:name))) from unnest(x.alias) alias)) as likeness,
                               (select count(distinct q.source) from statement s join passage q on q.id = s.passage
                                where s.subject = x.id) as sources
                        from person x
                             left join lateral (select e.date, e.date_earliest, e.date_latest, p.name as place_name
                                                from act a join event e on e.id = a.event left join place p on p.id = e.place
                                                where a.victim = x.id order by e.date_earliest nulls last limit 1) first on true
                        where exists (select from search_entry s where s.id = x.id and s.names % plain(:name))
                        """, 0.4);
    }

    private static List<DuplicateRow> list(JdbcClient jdbc, Wanted wanted, int limit, String alike, double least) {
        return jdbc.sql("""
                        with alike as (%s),
                        scored as (select alike.*, likeness + %s as score from alike where likeness >= 0.2)
                        select s.id, s.title, n.number, s.date, s.place_name as place, s.sources, s.score
                        from scored s join entity n on n.id = s.id
                        where s.score >= :least
                        order by s.score desc, n.number
                        limit :limit
                        """.formatted(alike, SCORE))
                .param("name", wanted.name())
                .param("earliest", wanted.earliest())
                .param("latest", wanted.latest())
                .param("place", wanted.place())
                .param("least", least)
                .param("limit", limit)
                .query(new SimplePropertyRowMapper<>(DuplicateRow.class))
                .list();
    }
}
