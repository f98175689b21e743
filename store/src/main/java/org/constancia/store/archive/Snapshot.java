package org.constancia.store.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The whole database at one moment, whatever is written meanwhile: one transaction of the owner, repeatable read and
/// read only, that sees every collection. Writers do not wait for it.
public final class Snapshot implements AutoCloseable {
    /// Of what was erased there are no bytes.
    private static final String KEPT = "where not exists (select from erasure e where e.source = s.id)";

    private static final int ROWS_AT_A_TIME = 1000;

    private final Connection connection;
    private final JdbcClient jdbc;
    private final TableCatalogue catalogue;

    private Snapshot(Connection connection) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.catalogue = new TableCatalogue(jdbc);
    }

    /// How much there is.
    ///
    /// @param leaves changes that have their place in the log
    /// @param bytes of all preserved sources together
    /// @param lastChange when the last change was made; null when there is none
    public record Figures(
            long sources,
            long statements,
            long changes,
            long leaves,
            long bytes,
            @Nullable Instant lastChange) {}

    /// Preserved bytes the snapshot refers to.
    ///
    /// @param sha256 64 lower-case hexadecimal digits
    public record Kept(String sha256, long length) {}

    /// Takes what it is given, one after the other.
    @FunctionalInterface
    public interface Receiver {
        void receive(Kept kept) throws IOException;
    }

    /// Takes the snapshot.
    ///
    /// @param owner connections of the owner of the tables
    public static Snapshot take(DataSource owner) {
        try {
            Connection connection = owner.getConnection();
            try {
                connection.setAutoCommit(false);
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                Snapshot snapshot = new Snapshot(connection);
                snapshot.seeEverything();
                return snapshot;
            } catch (SQLException | RuntimeException failure) {
                connection.close();
                throw failure;
            }
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    private void seeEverything() {
        jdbc.sql("""
                        select set_config('constancia.scope', 'archive', true), set_config('timezone', 'UTC', true),
                               set_config('datestyle', 'ISO, YMD', true), set_config('intervalstyle', 'iso_8601', true)
                        """).query((row, _) -> row).list();
        List<String> hidden = catalogue.hidden();
        if (!hidden.isEmpty()) {
            throw new ConstanciaException(
                            Problem.DATABASE_NOT_OURS,
                            "The login does not see every row; give the login of the owner who made the tables")
                    .with("tables", hidden);
        }
    }

    /// Every table, each after those it refers to.
    public List<ArchivedTable> tables() {
        return catalogue.tables();
    }

    /// The last number each sequence gave, at least.
    public Map<String, Long> sequences() {
        return catalogue.sequences();
    }

    public Figures figures() {
        return jdbc.sql("""
                        select (select count(*) from source) as sources,
                               (select count(*) from statement) as statements,
                               (select count(*) from outbox) as changes,
                               (select count(*) from log_entry) as leaves,
                               (select coalesce(sum(length), 0)
                                from (select distinct sha256, length from source s %s) as content) as bytes,
                               (select max(changed_at) from outbox) as last_change
                        """.formatted(KEPT))
                .query((row, _) -> {
                    Timestamp last = row.getTimestamp("last_change");
                    return new Figures(
                            row.getLong("sources"),
                            row.getLong("statements"),
                            row.getLong("changes"),
                            row.getLong("leaves"),
                            row.getLong("bytes"),
                            last == null ? null : last.toInstant());
                })
                .single();
    }

    /// The last log as the database knows it: what of it was signed, and with that in the tiles, before the snapshot.
    public Optional<KnownLog> log() {
        return jdbc.sql("select number, checkpoint from log where checkpoint is not null order by number desc limit 1")
                .query((row, _) -> new KnownLog(row.getInt("number"), row.getString("checkpoint")))
                .optional();
    }

    /// @param checkpoint the last one that was signed, as a signed note
    public record KnownLog(int number, String checkpoint) {}

    /// Writes the rows of a table as COPY text.
    ///
    /// @return how many rows
    public long copy(ArchivedTable table, OutputStream out) throws IOException {
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(), out);
        } catch (SQLException failure) {
            throw unavailable(failure).with("table", table.name());
        }
    }

    /// Tells every preserved content once, in the order of its digest, without holding them all.
    public void contents(Receiver receiver) throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select distinct sha256, length from source s " + KEPT + " order by sha256")) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) receiver.receive(new Kept(rows.getString(1), rows.getLong(2)));
            }
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setReadOnly(false);
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    private static ConstanciaException unavailable(SQLException failure) {
        return new ConstanciaException(
                        Problem.DATABASE_UNAVAILABLE, "The database broke off while it was read; try again", failure)
                .with("server", String.valueOf(failure.getMessage()));
    }
}
