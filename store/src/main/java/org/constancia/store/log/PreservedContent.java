package org.constancia.store.log;

import java.util.List;
import javax.sql.DataSource;
import org.constancia.evidence.digest.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the content store must hold: the digests of every preserved item, whatever its collection, but for those that
/// were erased.
public final class PreservedContent {
    private PreservedContent() {}

    /// @param owner connections of the owner, since no session may see every collection
    public static List<Sha256> digests(DataSource owner) {
        return LogScope.inTransaction(owner, jdbc -> {
            nameEveryCollection(jdbc);
            return list(jdbc, "not exists (select from erasure e where e.source = s.id)");
        });
    }

    /// What was erased and is preserved nowhere else. Its bytes may still be there when a program ended in between.
    public static List<Sha256> erased(DataSource owner) {
        return LogScope.inTransaction(owner, jdbc -> {
            nameEveryCollection(jdbc);
            return list(jdbc, """
                    exists (select from erasure e where e.source = s.id)
                    and not exists (select from source other
                                    where other.sha256 = s.sha256
                                          and not exists (select from erasure e where e.source = other.id))
                    """);
        });
    }

    private static List<Sha256> list(JdbcClient jdbc, String condition) {
        return jdbc.sql("select distinct s.sha256 from source s where " + condition + " order by s.sha256")
                .query((row, number) -> Sha256.parse(row.getString(1)))
                .list();
    }

    static void nameEveryCollection(JdbcClient jdbc) {
        jdbc.sql("""
                        select set_config('constancia.collections', coalesce(array_agg(id), '{}')::text, true) from collection
                        """).query((row, number) -> number).list();
    }
}
