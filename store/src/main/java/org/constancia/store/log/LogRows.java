package org.constancia.store.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Sha256;

/// All entries of a log as the database has them, in order of the index, with what they commit to: streamed, since
/// there
/// may be millions. Entry 0 of a log that follows another has no change.
final class LogRows implements Iterator<LogRows.Row>, AutoCloseable {
    /// An entry as the database has it; the empty one of a new origin has no change.
    record Row(long leaf, Sha256 leafHash, Optional<Made> made) {}

    /// What the change comes to.
    record Made(UUID change, String kind, String subject, String author, Instant at, Sha256 commitment) {}

    private static final int FETCHED = 4096;

    private final Statement statement;
    private final ResultSet rows;
    private boolean isRead;
    private boolean isThere;

    /// @param connection in a transaction in the scope of the log
    /// @param before the rows before this index
    LogRows(Connection connection, int log, long before) {
        try {
            PreparedStatement prepared = connection.prepareStatement("""
                    select e.leaf, e.leaf_hash, o.id, o.kind, o.subject, o.author, o.changed_at, o.salt, o.content, o.commitment
                    from log_entry e left join outbox o on o.id = e.change
                    where e.log = ? and e.leaf < ?
                    order by e.leaf
                    """);
            prepared.setFetchSize(FETCHED);
            prepared.setInt(1, log);
            prepared.setLong(2, before);
            this.statement = prepared;
            this.rows = prepared.executeQuery();
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            if (!isRead) {
                isThere = rows.next();
                isRead = true;
            }
            return isThere;
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    @Override
    public Row next() {
        if (!hasNext()) throw new NoSuchElementException();
        isRead = false;
        try {
            UUID change = rows.getObject(3, UUID.class);
            return new Row(
                    rows.getLong(1),
                    Sha256.of(rows.getBytes(2)),
                    change == null
                            ? Optional.empty()
                            : Optional.of(new Made(
                                    change,
                                    rows.getString(4),
                                    rows.getString(5),
                                    rows.getString(6),
                                    rows.getObject(7, OffsetDateTime.class).toInstant(),
                                    ChangeForLog.commitment(rows.getBytes(10), rows.getBytes(8), rows.getString(9)))));
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    @Override
    public void close() {
        try {
            statement.close();
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    private static ConstanciaException unavailable(SQLException cause) {
        return new ConstanciaException(Problem.DATABASE_UNAVAILABLE, "The database did not answer", cause);
    }
}
