package org.constancia.store.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.CollectionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The list of collections. Only the owner of the database founds one; the application can but see those of its
/// session.
public final class CollectionRegister {
    private final DataSource owner;

    /// @param owner connections of the owner role
    public CollectionRegister(DataSource owner) {
        this.owner = owner;
    }

    /// The collection of this identifier, founded now if it does not exist.
    ///
    /// @param fictional every page of such a collection says that its people are invented
    public void found(CollectionId id, String name, boolean fictional) {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("select set_config('constancia.collections', :collections, true)")
                    .param("collections", "{" + id + "}")
                    .query((row, number) -> number)
                    .list();
            jdbc.sql("""
                            insert into collection (id, name, fictional) values (:id, :name, :fictional)
                            on conflict (id) do nothing
                            """)
                    .param("id", id.value())
                    .param("name", name)
                    .param("fictional", fictional)
                    .update();
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            throw new ConstanciaException(Problem.DATABASE_UNAVAILABLE, "The collection could not be founded", failure)
                    .with("collection", name);
        }
    }

    /// Whether the people of the session's collection are invented.
    public static boolean isFictional(JdbcClient jdbc, CollectionId id) {
        Optional<Boolean> fictional = jdbc.sql("select fictional from collection where id = :id")
                .param("id", id.value())
                .query((row, number) -> row.getBoolean(1))
                .optional();
        return fictional.orElse(false);
    }

    /// The collection of a single operator, the same in every database.
    public static CollectionId usual() {
        return new CollectionId(new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0001L));
    }
}
