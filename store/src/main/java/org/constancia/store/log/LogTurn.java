package org.constancia.store.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.durable.DurableFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// One process's turn at the log: while it lasts, nobody else gives indices or writes tiles.
///
/// Two locks, since two things are guarded. The advisory lock of the database guards the indices; it is gone when the
/// database dies, perhaps before this process knows. The lock on a file guards the tiles; it is gone when this process
/// dies.
final class LogTurn implements AutoCloseable {
    /// "constlog" in ASCII.
    private static final long KEY = 0x636f_6e73_746c_6f67L;

    private final Connection connection;
    private final JdbcClient jdbc;
    private final FileChannel file;

    private LogTurn(Connection connection, FileChannel file) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.file = file;
    }

    /// Waits for the turn.
    static LogTurn take(DataSource owner, Path directory) {
        try {
            DurableFiles.createDirectories(directory);
            FileChannel file = lockFile(directory.resolve("lock"));
            @Nullable Connection connection = null;
            try {
                connection = owner.getConnection();
                LogTurn turn = new LogTurn(connection, file);
                turn.jdbc
                        .sql("select pg_advisory_lock(:key)")
                        .param("key", KEY)
                        .query((row, number) -> number)
                        .list();
                return turn;
            } catch (SQLException | RuntimeException failure) {
                file.close();
                if (connection != null) connection.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.STORAGE_FAILED, "The log's files cannot be locked", failure)
                    .with("directory", directory);
        } catch (SQLException | DataAccessException failure) {
            throw unavailable(failure);
        }
    }

    /// The lock of another process is waited for; that of another thread of this one shows itself by an exception.
    private static FileChannel lockFile(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            while (true) {
                try {
                    FileLock lock = channel.lock();
                    if (lock.isValid()) return channel;
                } catch (OverlappingFileLockException anotherThread) {
                    Thread.sleep(5);
                }
            }
        } catch (IOException failure) {
            channel.close();
            throw failure;
        } catch (InterruptedException interrupted) {
            channel.close();
            Thread.currentThread().interrupt();
            throw new ConstanciaException(Problem.CANCELLED, "Waiting for the log was ended", interrupted);
        }
    }

    /// One transaction of the owner in the scope of the log.
    <T> T inTransaction(Function<JdbcClient, T> work) {
        return LogScope.inTransaction(connection, work);
    }

    @Override
    public void close() {
        try (file;
                connection) {
            if (!connection.isClosed()) {
                jdbc.sql("select pg_advisory_unlock(:key)")
                        .param("key", KEY)
                        .query((row, number) -> number)
                        .list();
            }
        } catch (SQLException | DataAccessException lost) {
            // The lock went with the connection; what was committed stays, and the next turn goes on from there.
            throw unavailable(lost);
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.STORAGE_FAILED, "The log's lock cannot be given back", failure);
        }
    }

    private static ConstanciaException unavailable(Exception cause) {
        return new ConstanciaException(
                Problem.DATABASE_UNAVAILABLE,
                "The database did not answer; the changes on record will be logged when it does",
                cause);
    }
}
