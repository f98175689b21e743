package org.constancia.store.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.constancia.core.record.SourceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads sources.
public final class SourceRows {
    private static final String COLUMNS = """
            select s.id, s.number, s.sha256, s.sha512, s.length, s.received_at,
                   coalesce(b.title, r.title) as title, b.publisher, coalesce(b.author, r.author) as author,
                   b.published, b.url, b.family, coalesce(r.media_type, s.declared_media_type) as media_type,
                   r.language, coalesce(r.version, 0) as layer,
                   case when x.source is null then r.obstacle else 'ERASED' end as obstacle,
                   coalesce(x.reason, r.detail) as detail,
                   (select count(*) from candidate c where c.source = s.id and c.status = 'waiting') as waiting
            from source s
                 left join bibliography b on b.id = s.id
                 left join erasure x on x.source = s.id
                 left join lateral (select version, title, author, media_type, language, obstacle, detail
                                    from reading where source = s.id order by version desc limit 1) r on true
            """;

    private SourceRows() {}

    public static Optional<SourceRow> find(JdbcClient jdbc, SourceId id) {
        return jdbc.sql(COLUMNS + "where s.id = :id")
                .param("id", id.value())
                .query(SourceRows::read)
                .optional();
    }

    /// @param number what people call it: source 12
    public static Optional<SourceRow> findByNumber(JdbcClient jdbc, long number) {
        return jdbc.sql(COLUMNS + "where s.number = :number")
                .param("number", number)
                .query(SourceRows::read)
                .optional();
    }

    /// Why a source is gone; empty when it is not.
    public static Optional<ErasureRow> findErasure(JdbcClient jdbc, SourceId id) {
        return jdbc.sql("select erased_at, erased_by, reason from erasure where source = :source")
                .param("source", id.value())
                .query((row, number) -> new ErasureRow(
                        row.getObject("erased_at", OffsetDateTime.class).toInstant(),
                        row.getString("erased_by"),
                        row.getString("reason")))
                .optional();
    }

    /// What came out of a container and of nothing else, with what came out of that, the deepest last.
    public static List<SourceId> listParts(JdbcClient jdbc, SourceId container) {
        return jdbc.sql("""
                        with recursive down(id, depth) as (
                                 select d.source, 1 from derivation d where d.container = :container
                                 union
                                 select d.source, down.depth + 1 from derivation d join down on d.container = down.id
                                 where down.depth < 32)
                        select id from down
                        where not exists (select from derivation o
                                          where o.source = down.id and o.container <> :container
                                                and o.container not in (select id from down))
                        group by id order by max(depth), id
                        """)
                .param("container", container.value())
                .query((row, number) -> new SourceId(row.getObject(1, UUID.class)))
                .list();
    }

    /// Newest first.
    public static List<SourceRow> list(JdbcClient jdbc, int offset, int limit) {
        return jdbc.sql(COLUMNS + "order by s.number desc offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query(SourceRows::read)
                .list();
    }

    public static int count(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from source")
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /// Sources that were preserved and never read, because the program ended in between.
    public static List<SourceId> listUnread(JdbcClient jdbc) {
        return jdbc.sql("""
                        select id from source s
                        where not exists (select from reading r where r.source = s.id)
                              and not exists (select from erasure e where e.source = s.id)
                        order by number
                        """)
                .query((row, number) -> new SourceId(row.getObject("id", UUID.class)))
                .list();
    }

    /// The digests of everything that is preserved and was not erased, for comparison with the content store.
    public static List<String> listDigests(JdbcClient jdbc) {
        return jdbc.sql("""
                        select sha256 from source s
                        where not exists (select from erasure e where e.source = s.id)
                        order by number
                        """).query((row, number) -> row.getString("sha256")).list();
    }

    public static List<CaptureRow> listCaptures(JdbcClient jdbc, SourceId id) {
        return jdbc.sql("""
                        select captured_at, captured_by, origin, file_name
                        from capture where source = :source order by captured_at
                        """)
                .param("source", id.value())
                .query((row, number) -> new CaptureRow(
                        row.getObject("captured_at", OffsetDateTime.class).toInstant(),
                        row.getString("captured_by"),
                        row.getString("origin"),
                        row.getString("file_name")))
                .list();
    }

    /// The newest text layer; empty when the source was not understood or not read yet.
    public static Optional<TextRow> findText(JdbcClient jdbc, SourceId id) {
        return jdbc.sql("""
                        select version, text, language, blocks::text as blocks, positions::text as positions
                        from reading where source = :source and text is not null
                        order by version desc limit 1
                        """)
                .param("source", id.value())
                .query((row, number) -> new TextRow(
                        row.getInt("version"),
                        row.getString("text"),
                        row.getString("language"),
                        row.getString("blocks"),
                        row.getString("positions")))
                .optional();
    }

    /// The spans of a text layer that statements in force rest on.
    public static List<PassageRow> listPassages(JdbcClient jdbc, SourceId id, int layer) {
        return jdbc.sql("""
                        select p.id, p.start_at, p.end_at
                        from passage p
                        where p.source = :source and p.layer = :layer
                              and exists (select from statement s
                                          where s.passage = p.id and s.status in ('accepted', 'contested'))
                        order by p.start_at, p.end_at
                        """)
                .param("source", id.value())
                .param("layer", layer)
                .query((row, number) ->
                        new PassageRow(row.getObject("id", UUID.class), row.getInt("start_at"), row.getInt("end_at")))
                .list();
    }

    /// A span `[start, end)` of UTF-16 units.
    public record PassageRow(UUID id, int start, int end) {}

    private static SourceRow read(ResultSet row, int number) throws SQLException {
        return new SourceRow(
                new SourceId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                row.getString("sha256"),
                row.getString("sha512"),
                row.getLong("length"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("title"),
                row.getString("publisher"),
                row.getString("author"),
                row.getString("published"),
                row.getString("url"),
                row.getString("family"),
                row.getString("media_type"),
                row.getString("language"),
                row.getInt("layer"),
                row.getString("obstacle"),
                row.getString("detail"),
                row.getInt("waiting"));
    }
}
