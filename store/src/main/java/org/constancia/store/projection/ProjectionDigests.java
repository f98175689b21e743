package org.constancia.store.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.constancia.core.record.EntityKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A digest of the rows of every projection, to tell whether two states of them are the same.
public final class ProjectionDigests {
    private ProjectionDigests() {}

    /// @return the MD5 of all rows of the session by table, in the order of the names; MD5 because it compares and
    ///     proves nothing
    public static Map<String, String> read(JdbcClient jdbc) {
        List<String> tables = new ArrayList<>(List.of("citation", "search_entry"));
        for (EntityKind kind : EntityKind.values()) {
            tables.add(ProjectionTable.of(kind).name());
        }
        Map<String, String> digests = new TreeMap<>();
        for (String table : tables) {
            digests.put(
                    table,
                    jdbc.sql("""
                            select md5(coalesce(string_agg(to_jsonb(t)::text, ' ' order by to_jsonb(t)::text), ''))
                            from %s t
                            """.formatted(table))
                            .query((row, number) -> row.getString(1))
                            .single());
        }
        return digests;
    }
}
