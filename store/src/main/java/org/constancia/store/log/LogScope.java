package org.constancia.store.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Transactions of the owner that may see the changes of every collection, because the log takes all of them.
final class LogScope {
    private LogScope() {}

    static <T> T inTransaction(DataSource owner, Function<JdbcClient, T> work) {
        try (Connection connection = owner.getConnection()) {
            return inTransaction(connection, work);
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    /// A transaction that sees one state of the database, and whose connection can stream long answers.
    static <T> T inSnapshot(DataSource owner, Function<Connection, T> work) {
        try (Connection connection = owner.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return inTransaction(connection, jdbc -> work.apply(connection));
            } finally {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    static <T> T inTransaction(Connection connection, Function<JdbcClient, T> work) {
        try {
            connection.setAutoCommit(false);
            try {
                JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                jdbc.sql("""
                                select set_config('constancia.scope', 'log', true), set_config('jit', 'off', true)
                                """).query((row, number) -> number).list();
                T result = work.apply(jdbc);
                connection.commit();
                return result;
            } catch (RuntimeException | Error failure) {
                rollback(connection, failure);
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException
                | DataAccessResourceFailureException
                | RecoverableDataAccessException
                | TransientDataAccessException failure) {
            throw unavailable(failure);
        } catch (DataAccessException failure) {
            if (failure.getRootCause() instanceof SQLException refused && isLost(refused)) throw unavailable(failure);
            throw failure;
        }
    }

    /// Connections that break while a statement runs come in other wrappings too (SQLSTATE class 08 and 57P).
    private static boolean isLost(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("57P");
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            cause.addSuppressed(lost);
        }
    }

    private static ConstanciaException unavailable(Exception cause) {
        return new ConstanciaException(
                Problem.DATABASE_UNAVAILABLE,
                "The database did not answer; the changes on record will be logged when it does",
                cause);
    }
}
