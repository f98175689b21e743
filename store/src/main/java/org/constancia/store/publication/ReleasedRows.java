package org.constancia.store.publication;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads released events by words, and what was said about them.
public final class ReleasedRows {
    private static final String FOUND = """
            from event e left join place p on p.id = e.place
            where :words = ''
                  or to_tsvector('es_plain', concat_ws(' ', e.title, e.summary, p.name, e.date))
                     || to_tsvector('en_plain', concat_ws(' ', e.title, e.summary, p.name, e.date))
                     @@ (websearch_to_tsquery('es_plain', :words) || websearch_to_tsquery('en_plain', :words))
            """;

    /// Something said about a released event.
    ///
    /// @param speaker null when the speaker is not released
    public record SaidRow(
            String text,
            @Nullable String speaker,
            @Nullable String office,
            @Nullable String date) {}

    /// A source that an event rests on, as it is cited: what it is called, and nothing of what it holds.
    public record CitedRow(
            UUID id,
            @Nullable String title,
            @Nullable String publisher,
            @Nullable String published,
            @Nullable String url) {}

    private ReleasedRows() {}

    /// The sources an event rests on, the earliest published first.
    public static List<CitedRow> listCited(JdbcClient jdbc, UUID event) {
        return jdbc.sql("""
                        select b.id, b.title, b.publisher, b.published, b.url
                        from citation c join bibliography b on b.id = c.source
                        where c.event = :event
                        order by b.published_earliest nulls last, b.id
                        """)
                .param("event", event)
                .query(new SimplePropertyRowMapper<>(CitedRow.class))
                .list();
    }

    /// The events that have all of these words, the latest first.
    public static List<UUID> listEvents(JdbcClient jdbc, String words, int offset, int limit) {
        return jdbc.sql("select e.id " + FOUND
                        + " order by e.date_earliest desc nulls last, e.id offset :offset limit :limit")
                .param("words", words)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    public static int countEvents(JdbcClient jdbc, String words) {
        return jdbc.sql("select count(*) " + FOUND)
                .param("words", words)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /// What was said about an event, the earliest first.
    public static List<SaidRow> listSaid(JdbcClient jdbc, UUID event) {
        return jdbc.sql("""
                        select d.text, coalesce(p.name, g.name) as speaker, d.office, d.date
                        from declaration d left join person p on p.id = d.by left join actor_group g on g.id = d.by
                        where d.event = :event and d.text is not null
                        order by d.date_earliest nulls last, d.id
                        """)
                .param("event", event)
                .query(new SimplePropertyRowMapper<>(SaidRow.class))
                .list();
    }
}
