package org.constancia.store.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/// Finds the leaves of changes. Whoever asks must have found the change within their own session first: this looks
/// into every collection.
public final class OpeningRows {
    /// A change whose entries were lost with a log has one in a later log too; that one counts.
    private static final String LATEST = """
            select o.id, e.log, e.leaf, o.content, o.salt
            from outbox o
                 cross join lateral (select log, leaf from log_entry where change = o.id order by log desc limit 1) e
            """;

    private final DataSource owner;

    public OpeningRows(DataSource owner) {
        this.owner = owner;
    }

    public Optional<OpeningRow> find(UUID change) {
        return LogScope.inTransaction(
                owner,
                jdbc -> jdbc.sql(LATEST + "where o.id = :change")
                        .param("change", change)
                        .query(OpeningRows::read)
                        .optional());
    }

    /// All changes of a subject that have an index, in the order of the log.
    public List<OpeningRow> list(String subject) {
        return LogScope.inTransaction(
                owner,
                jdbc -> jdbc.sql(LATEST + "where o.subject = :subject order by e.log, e.leaf")
                        .param("subject", subject)
                        .query(OpeningRows::read)
                        .list());
    }

    /// The change that has this index.
    public Optional<OpeningRow> find(int log, long leaf) {
        return LogScope.inTransaction(
                owner,
                jdbc -> jdbc.sql("""
                                select o.id, e.log, e.leaf, o.content, o.salt
                                from log_entry e join outbox o on o.id = e.change
                                where e.log = :log and e.leaf = :leaf
                                """)
                        .param("log", log)
                        .param("leaf", leaf)
                        .query(OpeningRows::read)
                        .optional());
    }

    private static OpeningRow read(ResultSet row, int number) throws SQLException {
        return new OpeningRow(
                row.getObject("id", UUID.class),
                row.getInt("log"),
                row.getLong("leaf"),
                row.getString("content"),
                row.getBytes("salt"));
    }
}
