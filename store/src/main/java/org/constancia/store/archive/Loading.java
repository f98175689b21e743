package org.constancia.store.archive;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Fills an empty database in one transaction: until [#commit], nothing of it exists, and closing without it leaves the
/// database empty.
///
/// The triggers that guard the record are off in this transaction only, and row-level security does not hold its
/// owner: PostgreSQL rolls both back, or commits them restored, together with the rows. Keys and checks hold as ever.
public final class Loading implements AutoCloseable {
    private final Connection connection;
    private final JdbcClient jdbc;
    private final Map<String, ArchivedTable> tables = new HashMap<>();
    private List<String> forced = List.of();
    private boolean isFinished;

    private Loading(Connection connection) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /// Begins.
    ///
    /// @param owner connections of the owner of the tables
    /// @param archived the tables of the archive
    /// @throws ConstanciaException `DATABASE_NOT_OURS` when a table has a row, or the tables are others
    public static Loading begin(DataSource owner, List<ArchivedTable> archived) {
        try {
            Connection connection = owner.getConnection();
            Loading loading = new Loading(connection);
            try {
                connection.setAutoCommit(false);
                loading.open(archived);
                return loading;
            } catch (SQLException | RuntimeException failure) {
                loading.close();
                throw failure;
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private void open(List<ArchivedTable> archived) throws SQLException {
        List<ArchivedTable> present = new TableCatalogue(jdbc).tables();
        if (!List.copyOf(archived).equals(present)) {
            throw new ConstanciaException(
                    Problem.DATABASE_NOT_OURS,
                    "The tables of the archive are not those of its version; nothing was loaded");
        }
        forced = forced();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '10s'");
            statement.execute("set local timezone = 'UTC'");
            for (ArchivedTable table : present) {
                statement.execute("alter table %s no force row level security".formatted(table.quotedName()));
                statement.execute("alter table %s disable trigger user".formatted(table.quotedName()));
                tables.put(table.name(), table);
            }
        }
        for (ArchivedTable table : present) {
            if (jdbc.sql("select exists (select from %s)".formatted(table.quotedName()))
                    .query(Boolean.class)
                    .single()) {
                throw new ConstanciaException(
                                Problem.DATABASE_NOT_OURS,
                                "The database is not empty, and nothing in it was changed; restore into an empty one")
                        .with("table", table.name());
            }
        }
    }

    private List<String> forced() {
        return jdbc.sql("""
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'public' and c.relforcerowsecurity
                        """).query((row, _) -> row.getString(1)).list();
    }

    /// Loads the rows of one table. Tables come in the order of the archive, so that what a row refers to is there.
    ///
    /// @return how many rows
    public long load(String name, InputStream rows) throws IOException {
        ArchivedTable table = tables.get(name);
        if (table == null) {
            throw new ConstanciaException(Problem.BAD_INPUT, "The archive holds a table nobody knows")
                    .with("table", name);
        }
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copyIn(), rows);
        } catch (SQLException refused) {
            throw new ConstanciaException(Problem.BAD_INPUT, "The rows of a table could not be loaded", refused)
                    .with("table", name)
                    .with("server", String.valueOf(refused.getMessage()));
        }
    }

    /// Makes it count: the sequences go on from these numbers, the triggers are on again.
    public void commit(Map<String, Long> sequences) {
        sequences.forEach((name, last) -> jdbc.sql("select setval(cast(:name as regclass), :last)")
                .param("name", name)
                .param("last", last)
                .query((row, _) -> row)
                .list());
        try (Statement statement = connection.createStatement()) {
            for (ArchivedTable table : tables.values()) {
                statement.execute("alter table %s enable trigger user".formatted(table.quotedName()));
                if (forced.contains(table.name())) {
                    statement.execute("alter table %s force row level security".formatted(table.quotedName()));
                }
            }
            connection.commit();
            isFinished = true;
            connection.setAutoCommit(true);
            for (ArchivedTable table : tables.values()) statement.execute("analyze " + table.quotedName());
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    @Override
    public void close() {
        try (connection) {
            if (!isFinished) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException lost) {
            // The server rolls back what a lost connection had begun.
            isFinished = true;
        }
    }

    private static ConstanciaException failed(SQLException failure) {
        return new ConstanciaException(
                        Problem.DATABASE_UNAVAILABLE,
                        "The database could not be filled; it is as empty as before",
                        failure)
                .with("server", String.valueOf(failure.getMessage()));
    }
}
