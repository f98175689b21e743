package org.constancia.store.source;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the sources that speak of something.
public final class CitedSourceRows {
    /// A source as it is cited.
    ///
    /// @param title its title, or else the first part of its digest
    /// @param published EDTF
    /// @param family the text it carries in common with others, such as a wire story
    /// @param statements how many of the statements in question rest on it
    public record CitedSourceRow(
            UUID id,
            long number,
            String title,
            @Nullable String publisher,
            @Nullable String published,
            String sha256,
            @Nullable String url,
            @Nullable String family,
            long statements) {}

    private static final String COLUMNS = """
            select s.id, s.number, coalesce(b.title, r.title, b.publisher, left(s.sha256, 12)) as title, b.publisher,
                   b.published, s.sha256, b.url, b.family, cited.statements
            from source s
                 left join bibliography b on b.id = s.id
                 left join lateral (select title from reading where source = s.id order by version desc limit 1) r on true
            """;

    private CitedSourceRows() {}

    /// The sources with statements in force about an event or a part of it, in the order in which they came.
    public static List<CitedSourceRow> listOfEvent(JdbcClient jdbc, UUID event) {
        return jdbc.sql(COLUMNS
                        + "join citation cited on cited.source = s.id and cited.event = :event order by s.number")
                .param("event", event)
                .query(new SimplePropertyRowMapper<>(CitedSourceRow.class))
                .list();
    }

    /// The sources with statements in force about any of these things.
    public static List<CitedSourceRow> listAbout(JdbcClient jdbc, Collection<UUID> subjects) {
        return jdbc.sql(COLUMNS + """
                        join (select q.source, count(*) as statements
                              from statement t join passage q on q.id = t.passage
                              where t.subject = any (:subjects) and t.status in ('accepted', 'contested')
                              group by q.source) cited on cited.source = s.id
                        order by s.number
                        """)
                .param("subjects", subjects.toArray(UUID[]::new))
                .query(new SimplePropertyRowMapper<>(CitedSourceRow.class))
                .list();
    }

    /// Proposals from the sources of an event that nobody has decided.
    public static int countWaiting(JdbcClient jdbc, UUID event) {
        return jdbc.sql("""
                        select count(*)
                        from candidate c join citation cited on cited.source = c.source
                        where cited.event = :event and c.status = 'waiting'
                        """)
                .param("event", event)
                .query((row, number) -> row.getInt(1))
                .single();
    }
}
