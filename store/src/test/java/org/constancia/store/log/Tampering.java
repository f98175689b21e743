package org.constancia.store.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.constancia.store.postgres.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Somebody who owns the database and switches its guards off.
public record Tampering(TestDatabase database) {
    private static final List<String> TABLES =
            List.of("outbox", "log", "log_entry", "log_checkpoint", "log_queue", "statement", "source", "erasure");

    public static Tampering of(TestDatabase database) {
        return new Tampering(database);
    }

    /// Runs statements past triggers and row-level security.
    public void alter(String... statements) {
        try (Connection connection = database.owner().getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            for (String table : TABLES) {
                jdbc.sql("alter table " + table + " disable trigger user").update();
                jdbc.sql("alter table " + table + " no force row level security")
                        .update();
            }
            for (String statement : statements) jdbc.sql(statement).update();
            for (String table : TABLES) {
                jdbc.sql("alter table " + table + " enable trigger user").update();
                if (!List.of("log", "log_checkpoint", "log_queue").contains(table)) {
                    jdbc.sql("alter table " + table + " force row level security")
                            .update();
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
