package org.constancia.store.postgres;

import java.util.function.Consumer;
import javax.sql.DataSource;

/// The migrated database and its two logins. The owner migrates and maintains; the application works, and is held by
/// row-level security because it owns nothing and bypasses nothing.
public final class Database implements AutoCloseable {
    /// The role the application works as. Migrations grant to it by this name.
    public static final String APPLICATION_ROLE = "constancia";

    private final DataSource owner;
    private final DataSource application;

    private Database(DataSource owner, DataSource application) {
        this.owner = owner;
        this.application = application;
    }

    /// Opens and migrates the database, without telling its progress.
    public static Database open(DatabaseLocation location) {
        return open(location, line -> {});
    }

    /// Opens and migrates the database: starts the bundled server if needed, makes the roles, runs the migrations.
    ///
    /// @param progress told, in one line each, the steps that take time
    public static Database open(DatabaseLocation location, Consumer<String> progress) {
        throw new UnsupportedOperationException(location + " " + progress);
    }

    /// Connections of the application role: every ordinary read and write.
    public DataSource application() {
        return application;
    }

    /// Connections of the owner: migrations, rebuilds and archives only.
    public DataSource owner() {
        return owner;
    }

    @Override
    public void close() {}
}
