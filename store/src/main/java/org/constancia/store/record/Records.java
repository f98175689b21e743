package org.constancia.store.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.store.projection.Projector;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The door to the record. Everything read or written passes here, in a transaction that the database holds to its
/// session by row-level security.
///
/// A write commits its statements, what they project to and its outbox rows together, or nothing at all.
public final class Records {
    private final DataSource application;
    private final Clock clock;
    private final RandomGenerator random;
    private final TimeOrderedIds ids;
    private final WritePermit permit;

    /// A record that nothing forbids to write to.
    public Records(DataSource application, Clock clock, RandomGenerator random) {
        this(application, clock, random, WritePermit.ALWAYS);
    }

    /// @param application connections of the application role
    /// @param random makes identifiers and the salts of the log's commitments, so in production it is a
    ///     `SecureRandom`
    /// @param permit asked before every write
    public Records(DataSource application, Clock clock, RandomGenerator random, WritePermit permit) {
        this.application = application;
        this.clock = clock;
        this.random = random;
        this.ids = new TimeOrderedIds(clock, random);
        this.permit = permit;
    }

    /// Reads in one consistent snapshot.
    public <T> T read(Session session, Function<JdbcClient, T> question) {
        return inTransaction(session, true, operations -> question.apply(JdbcClient.create(operations)));
    }

    /// Writes through the door.
    ///
    /// @throws ConstanciaException as `work` throws it, or `READ_ONLY`; then nothing was written
    public <T> Receipt<T> write(Session session, Function<Writing, T> work) {
        permit.require();
        return inTransaction(session, false, operations -> {
            JdbcClient jdbc = JdbcClient.create(operations);
            Outbox outbox = new Outbox(jdbc, session, clock, random, ids);
            Projector projector = new Projector(operations, session.collection());
            Writing writing = new Writing(jdbc, session, outbox, projector, clock, ids);
            T result = work.apply(writing);
            projector.project(writing.touched());
            return new Receipt<>(result, outbox.appended());
        });
    }

    private <T> T inTransaction(Session session, boolean readOnly, Function<NamedParameterJdbcOperations, T> work) {
        try (Connection connection = application.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(readOnly);
            if (readOnly) connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                NamedParameterJdbcOperations operations =
                        new NamedParameterJdbcTemplate(new SingleConnectionDataSource(connection, true));
                name(session, JdbcClient.create(operations));
                if (!readOnly) findByKey(JdbcClient.create(operations));
                T result = work.apply(operations);
                connection.commit();
                return result;
            } catch (RuntimeException | Error failure) {
                rollback(connection, failure);
                throw failure;
            } finally {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setReadOnly(false);
                connection.setAutoCommit(true);
            }
        } catch (SQLException
                | DataAccessResourceFailureException
                | RecoverableDataAccessException
                | TransientDataAccessException failure) {
            throw new ConstanciaException(
                    Problem.DATABASE_UNAVAILABLE,
                    "The database did not answer; what was not confirmed was not recorded. Try again",
                    failure);
        }
    }

    /// What cannot be rolled back any more is not committed either; the cause that is told stays the first one.
    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            cause.addSuppressed(lost);
        }
    }

    private static void name(Session session, JdbcClient jdbc) {
        jdbc.sql("""
                        select set_config('constancia.collections', :collections, true),
                               set_config('constancia.scope', :scope, true)
                        """)
                .param("collections", "{" + session.collection() + "}")
                .param("scope", session.scope() == Session.Scope.PUBLIC ? "public" : "")
                .query((rows, number) -> number)
                .list();
    }

    /// Has the checks of triggers and foreign keys find rows by their keys. Their plans are kept for as long as the
    /// connection; one made while a table was nearly empty would read the whole table for every later row.
    private static void findByKey(JdbcClient jdbc) {
        jdbc.sql("select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)")
                .query((rows, number) -> number)
                .list();
    }
}
