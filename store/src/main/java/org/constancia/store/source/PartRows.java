package org.constancia.store.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.constancia.core.record.SourceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what came out of containers and what is embedded in photos and videos.
public final class PartRows {
    /// A part, with the source at the other end: its container, or for the parts of a container the part itself.
    ///
    /// @param other the source at the other end
    /// @param title its title, or else the name of the part, or the first part of its digest
    /// @param kind what the container is
    /// @param headers the HTTP headers, as a JSON object of arrays; null for what is no page
    public record PartRow(
            UUID other,
            long number,
            String title,
            String kind,
            String place,
            @Nullable String name,
            @Nullable String target,
            @Nullable Instant capturedAt,
            @Nullable Integer status,
            @Nullable String headers,
            @Nullable String digest) {}

    /// What taking a container apart gave.
    public record UnpackingRow(String kind, int parts, int kept, List<String> remarks) {}

    /// What is embedded in a file.
    ///
    /// @param directories everything that was found, as a JSON object; null when nothing could be read
    public record MetadataRow(
            String tool,
            @Nullable String taken,
            @Nullable String camera,
            @Nullable Double latitude,
            @Nullable Double longitude,
            boolean c2pa,
            @Nullable String directories,
            @Nullable String reason) {}

    /// What came out of a source, at any depth.
    ///
    /// @param waiting proposals from it that nobody has decided
    public record Inside(int parts, int waiting) {}

    /// What was taken out of everything a source was nested in, and how deep it is nested.
    public record Nesting(int depth, long parts, long bytes) {}

    private static final String COLUMNS = """
            select s.id as other, s.number, coalesce(b.title, r.title, d.name, left(s.sha256, 12)) as title,
                   coalesce(u.kind, '') as kind, d.place, d.name, w.target, w.captured_at, w.status,
                   w.headers::text as headers, w.digest
            from derivation d
                 left join web_capture w on w.container = d.container and w.place = d.place
                 left join lateral (select kind from unpacking where container = d.container
                                    order by version desc limit 1) u on true
            """;

    private static final String OTHER_END = """
                 left join bibliography b on b.id = s.id
                 left join lateral (select title from reading where source = s.id order by version desc limit 1) r on true
            """;

    private PartRows() {}

    /// Where a source came out of.
    public static List<PartRow> listOrigins(JdbcClient jdbc, SourceId source) {
        return jdbc.sql(COLUMNS + "join source s on s.id = d.container\n" + OTHER_END
                        + "where d.source = :source order by w.captured_at, s.number, d.place limit 100")
                .param("source", source.value())
                .query(PartRows::read)
                .list();
    }

    /// What came out of a source, in the order in which it was found.
    public static List<PartRow> listParts(JdbcClient jdbc, SourceId container, int limit) {
        return jdbc.sql(COLUMNS + "join source s on s.id = d.source\n" + OTHER_END + """
                        join outbox o on o.id = d.change
                        where d.container = :container order by o.number limit :limit
                        """)
                .param("container", container.value())
                .param("limit", limit)
                .query(PartRows::read)
                .list();
    }

    public static Optional<UnpackingRow> findUnpacking(JdbcClient jdbc, SourceId container) {
        return jdbc.sql("""
                        select kind, parts, kept, remarks from unpacking
                        where container = :container order by version desc limit 1
                        """)
                .param("container", container.value())
                .query((row, number) -> new UnpackingRow(
                        row.getString("kind"), row.getInt("parts"), row.getInt("kept"), List.of((String[])
                                row.getArray("remarks").getArray())))
                .optional();
    }

    public static Optional<MetadataRow> findMetadata(JdbcClient jdbc, SourceId source) {
        return jdbc.sql("""
                        select tool, taken, camera, latitude, longitude, c2pa, directories::text as directories, reason
                        from embedded_metadata where source = :source order by version desc limit 1
                        """)
                .param("source", source.value())
                .query((row, number) -> new MetadataRow(
                        row.getString("tool"),
                        row.getString("taken"),
                        row.getString("camera"),
                        row.getObject("latitude", Double.class),
                        row.getObject("longitude", Double.class),
                        row.getBoolean("c2pa"),
                        row.getString("directories"),
                        row.getString("reason")))
                .optional();
    }

    /// How deep a source is nested, and how much came out of everything around it. A file may contain itself.
    public static Nesting nesting(JdbcClient jdbc, SourceId source) {
        return jdbc.sql("""
                        with recursive up(id, depth) as (
                                 select cast(:source as uuid), 0
                                 union
                                 select d.container, up.depth + 1
                                 from derivation d join up on d.source = up.id where up.depth < 50),
                             down(id) as (
                                 select id from up
                                 union
                                 select d.source from derivation d join down on d.container = down.id)
                        select (select max(depth) from up) as depth, count(*) as parts, coalesce(sum(s.length), 0) as bytes
                        from source s
                        where s.id in (select id from down) and exists (select from derivation d where d.source = s.id)
                        """)
                .param("source", source.value())
                .query((row, number) -> new Nesting(row.getInt("depth"), row.getLong("parts"), row.getLong("bytes")))
                .single();
    }

    public static Inside inside(JdbcClient jdbc, SourceId container) {
        return jdbc.sql("""
                        with recursive down(id) as (
                                 select source from derivation where container = :container
                                 union
                                 select d.source from derivation d join down on d.container = down.id)
                        select count(*) as parts,
                               coalesce(sum((select count(*) from candidate c
                                             where c.source = down.id and c.status = 'waiting')), 0) as waiting
                        from down
                        """)
                .param("container", container.value())
                .query((row, number) -> new Inside(row.getInt("parts"), row.getInt("waiting")))
                .single();
    }

    private static PartRow read(ResultSet row, int number) throws SQLException {
        OffsetDateTime captured = row.getObject("captured_at", OffsetDateTime.class);
        return new PartRow(
                row.getObject("other", UUID.class),
                row.getLong("number"),
                row.getString("title"),
                row.getString("kind"),
                row.getString("place"),
                row.getString("name"),
                row.getString("target"),
                captured == null ? null : captured.toInstant(),
                row.getObject("status", Integer.class),
                row.getString("headers"),
                row.getString("digest"));
    }
}
