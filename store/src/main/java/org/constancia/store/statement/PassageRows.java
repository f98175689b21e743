package org.constancia.store.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.constancia.core.record.PassageId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the passages that statements rest on, with the source they stand in.
public final class PassageRows {
    /// An exact span of a source.
    ///
    /// @param title the title of the source, or else its outlet or file name
    /// @param family the story the source carries in common with others
    /// @param language of the passage, BCP 47; `und` when unknown
    /// @param page of the original; null when it has no pages
    public record PassageRow(
            PassageId id,
            UUID source,
            int start,
            String text,
            String title,
            @Nullable String outlet,
            @Nullable String family,
            String language,
            @Nullable String page) {}

    private static final String COLUMNS = """
            select q.id, q.source, q.start_at, q.text,
                   coalesce(b.title, r.title, b.publisher,
                            (select file_name from capture c where c.source = q.source and file_name is not null
                             order by captured_at limit 1),
                            left(s.sha256, 12)) as title,
                   b.publisher as outlet, b.family, coalesce(nullif(r.language, ''), 'und') as language,
                   jsonb_path_query_first(r.positions, '$[*] ? (@.start <= $at && @.end > $at).page',
                                          jsonb_build_object('at', q.start_at)) #>> '{}' as page
            from passage q
                 join source s on s.id = q.source
                 join reading r on r.source = q.source and r.version = q.layer
                 left join bibliography b on b.id = q.source
            """;

    private PassageRows() {}

    public static Map<PassageId, PassageRow> read(JdbcClient jdbc, Collection<PassageId> ids) {
        if (ids.isEmpty()) return Map.of();
        return jdbc
                .sql(COLUMNS + "where q.id = any (:ids)")
                .param("ids", ids.stream().map(PassageId::value).toArray(UUID[]::new))
                .query(PassageRows::read)
                .list()
                .stream()
                .collect(Collectors.toMap(PassageRow::id, Function.identity()));
    }

    /// The passages of the sources that speak of an event, in the order of the sources and of their texts.
    public static List<PassageRow> listOfEvent(JdbcClient jdbc, UUID event, int limit) {
        return jdbc.sql(COLUMNS + """
                        where q.source in (select source from citation where event = :event)
                        order by s.number, q.start_at, q.end_at limit :limit
                        """)
                .param("event", event)
                .param("limit", limit)
                .query(PassageRows::read)
                .list();
    }

    private static PassageRow read(ResultSet row, int number) throws SQLException {
        return new PassageRow(
                new PassageId(row.getObject("id", UUID.class)),
                row.getObject("source", UUID.class),
                row.getInt("start_at"),
                row.getString("text"),
                row.getString("title"),
                row.getString("outlet"),
                row.getString("family"),
                row.getString("language"),
                row.getString("page"));
    }
}
