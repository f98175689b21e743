package org.constancia.store.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds records by words in the stems of both languages, and by names of similar spelling. Accents and case do not
/// count. Names are alike when their word similarity by trigrams is above 0.6, the database's own threshold of `<%`.
public final class SearchRows {
    /// Marks the words found in an excerpt: they are no characters of any text.
    public static final char HIT_BEGINS = '\u0001';

    public static final char HIT_ENDS = '\u0002';

    /// What a search found.
    ///
    /// @param kind `event`, `person`, `group`, `source` or `place`
    /// @param date EDTF
    /// @param excerpt words around the hit, each hit between [#HIT_BEGINS] and [#HIT_ENDS]; empty for none
    /// @param similar found by a similar spelling, not by the words themselves
    public record HitRow(
            UUID id,
            String kind,
            String title,
            long number,
            @Nullable String date,
            @Nullable String place,
            @Nullable String excerpt,
            boolean similar,
            double rank) {}

    private static final String QUERY = """
            (websearch_to_tsquery('es_plain', :query) || websearch_to_tsquery('en_plain', :query))
            """;

    private static final String FOUND = """
            found as (
                select id, kind, title, earliest, words @@ asked.query as by_words,
                       ts_rank(words, asked.query, 1) as word_rank,
                       word_similarity(asked.name, names) as likeness
                from search_entry, asked
                where (words @@ asked.query or asked.name <% names)
                      and kind in ('event', 'person', 'group', 'source')
                union all
                select id, 'place', place.name, null, plain(place.name) = asked.name, 1,
                       word_similarity(asked.name, plain(place.name))
                from place, asked
                where place.name is not null and asked.name <% plain(place.name)
            ),
            kept as (select * from found
                     where cast(:kind as text) is null or kind = :kind)
            """;

    private static final String ASKED = """
            with asked as (select %s as query, plain(:query) as name),
            """.formatted(QUERY);

    private SearchRows() {}

    /// The best first: those that have the words, then those that are spelled alike.
    ///
    /// @param kind null finds every kind
    public static List<HitRow> list(JdbcClient jdbc, String query, @Nullable String kind, int limit) {
        return jdbc.sql(ASKED + FOUND + """
                        , best as (select * from kept
                                   order by by_words desc, word_rank + likeness desc, earliest desc nulls last, id
                                   limit :limit)
                        select best.id, best.kind, best.title, n.number,
                               coalesce(e.date, b.published, p.birth) as date, pl.name as place,
                               ts_headline('es_plain',
                                           coalesce(e.summary, read.text, concat_ws(', ', p.occupation, array_to_string(p.organisation, ', ')), ''),
                                           asked.query,
                                           'StartSel="' || chr(1) || '", StopSel="' || chr(2)
                                           || '", MaxFragments=1, MaxWords=24, MinWords=8') as excerpt,
                               not best.by_words as similar, best.word_rank + best.likeness as rank
                        from best cross join asked
                             join entity n on n.id = best.id
                             left join event e on e.id = best.id
                             left join place pl on pl.id = e.place
                             left join bibliography b on b.id = best.id
                             left join person p on p.id = best.id
                             left join lateral (select left(text, 100000) as text from reading r
                                                where best.kind = 'source' and r.source = best.id
                                                order by version desc limit 1) read on true
                        order by best.by_words desc, rank desc, best.earliest desc nulls last, best.id
                        """)
                .param("query", query)
                .param("kind", kind)
                .param("limit", limit)
                .query(new SimplePropertyRowMapper<>(HitRow.class))
                .list();
    }

    public static int count(JdbcClient jdbc, String query, @Nullable String kind) {
        return jdbc.sql(ASKED + FOUND + "select count(*) from kept")
                .param("query", query)
                .param("kind", kind)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /// The likeliest few for what was typed so far: names that contain it, then names spelled alike.
    public static List<HitRow> pick(JdbcClient jdbc, String typed, String kind, int limit) {
        return jdbc.sql("""
                        with asked as (select plain(:typed) as name),
                        named as (select id, kind, title, names, earliest from search_entry where kind = :kind
                                  union all
                                  select id, 'place', name, plain(name), null from place
                                  where :kind = 'place' and name is not null),
                        best as (select named.*, position(asked.name in names) > 0 as contains,
                                        word_similarity(asked.name, names) as likeness
                                 from named, asked
                                 where position(asked.name in names) > 0 or asked.name <% names
                                 order by contains desc, likeness desc, length(names), id
                                 limit :limit)
                        select best.id, best.kind, best.title, n.number, coalesce(e.date, b.published, p.birth) as date,
                               coalesce(pl.name, (select string_agg(distinct x.name, ', ')
                                                  from act a join event v on v.id = a.event join place x on x.id = v.place
                                                  where a.victim = best.id)) as place,
                               coalesce(p.occupation, array_to_string(p.organisation, ', '), b.publisher) as excerpt,
                               not contains as similar, likeness as rank
                        from best
                             join entity n on n.id = best.id
                             left join event e on e.id = best.id
                             left join place pl on pl.id = e.place
                             left join bibliography b on b.id = best.id
                             left join person p on p.id = best.id
                        order by contains desc, likeness desc, length(names), best.id
                        """)
                .param("typed", typed)
                .param("kind", kind)
                .param("limit", limit)
                .query(new SimplePropertyRowMapper<>(HitRow.class))
                .list();
    }
}
