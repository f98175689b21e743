package org.constancia.store.dossier;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.constancia.core.record.PassageId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads passages with their places, and the text layers of sources.
public final class EnclosedRows {
    /// A span `[start, end)` of UTF-16 units in a text layer.
    public record PassageRow(UUID id, UUID source, int layer, int start, int end, String text) {}

    /// A text as it was read from a source.
    ///
    /// @param newest whether no later reading gave a text
    public record TextRow(
            UUID source, int layer, String text, @Nullable String language, boolean newest) {}

    private EnclosedRows() {}

    /// The passages with these identifiers, in the order of the sources and their texts.
    public static List<PassageRow> listPassages(JdbcClient jdbc, Collection<PassageId> ids) {
        return jdbc.sql("""
                        select p.id, p.source, p.layer, p.start_at as start, p.end_at as "end", p.text
                        from passage p join source s on s.id = p.source
                        where p.id = any (:ids)
                        order by s.number, p.layer, p.start_at, p.end_at
                        """)
                .param("ids", ids.stream().map(PassageId::value).toArray(UUID[]::new))
                .query(new SimplePropertyRowMapper<>(PassageRow.class))
                .list();
    }

    /// The text layers of sources, the oldest first.
    public static List<TextRow> listTexts(JdbcClient jdbc, Collection<UUID> sources) {
        return jdbc.sql("""
                        select r.source, r.version as layer, r.text, r.language,
                               not exists (select from reading later where later.source = r.source
                                           and later.text is not null and later.version > r.version) as newest
                        from reading r join source s on s.id = r.source
                        where r.source = any (:sources) and r.text is not null
                        order by s.number, r.version
                        """)
                .param("sources", sources.toArray(UUID[]::new))
                .query(new SimplePropertyRowMapper<>(TextRow.class))
                .list();
    }
}
