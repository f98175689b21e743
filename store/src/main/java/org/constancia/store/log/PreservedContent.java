package org.constancia.store.log;

import java.util.List;
import javax.sql.DataSource;
import org.constancia.evidence.digest.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the content store must hold: the digests of every preserved item, whatever its collection.
public final class PreservedContent {
    private PreservedContent() {}

    /// @param owner connections of the owner, since no session may see every collection
    public static List<Sha256> digests(DataSource owner) {
        return LogScope.inTransaction(owner, jdbc -> {
            nameEveryCollection(jdbc);
            return jdbc.sql("select distinct sha256 from source order by sha256")
                    .query((row, number) -> Sha256.parse(row.getString(1)))
                    .list();
        });
    }

    static void nameEveryCollection(JdbcClient jdbc) {
        jdbc.sql("""
                        select set_config('constancia.collections', coalesce(array_agg(id), '{}')::text, true) from collection
                        """).query((row, number) -> number).list();
    }
}
