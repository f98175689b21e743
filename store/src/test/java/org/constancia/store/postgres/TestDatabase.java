package org.constancia.store.postgres;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A migrated, empty database of its own for one test class, made when first used and dropped after the class:
///
/// ```java
/// @RegisterExtension
/// static final TestDatabase database = TestDatabase.fresh();
/// ```
///
/// It is a copy of a template that holds the migrated tables and is kept as long as the migrations stay the same.
/// With `CONSTANCIA_TEST_DATABASE_URL` (the owner's login to a PostgreSQL 15 or later; the owner may make databases
/// and roles) the same tests run there instead of on the bundled server.
public final class TestDatabase implements AfterAllCallback, AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name = "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    private @Nullable Database database;

    private final boolean isMigrated;

    private TestDatabase(boolean isMigrated) {
        this.isMigrated = isMigrated;
    }

    public static TestDatabase fresh() {
        return new TestDatabase(true);
    }

    /// One without any table, as somebody makes it for a record that is to be restored into it.
    public static TestDatabase withoutTables() {
        return new TestDatabase(false);
    }

    /// The open database, for code that is given one.
    public synchronized Database database() {
        if (database == null) {
            database = clone(TestServer.shared());
        }
        return database;
    }

    /// Connections of the application role, held by row-level security.
    public DataSource application() {
        return database().application();
    }

    /// Connections of the owner of the tables.
    public DataSource owner() {
        return database().owner();
    }

    /// The same database for a program that opens it itself, such as a command under test.
    ///
    /// @param home the home directory of that program
    public DatabaseLocation location(Path home) {
        database();
        TestServer server = TestServer.shared();
        PGSimpleDataSource owner = server.ownerOf(name);
        String url = "jdbc:postgresql://%s:%d/%s?user=%s&password=%s"
                .formatted(
                        owner.getServerNames()[0],
                        owner.getPortNumbers()[0],
                        name,
                        encoded(owner.getUser()),
                        encoded(owner.getPassword()));
        return new DatabaseLocation.External(url, home, server.applicationPassword());
    }

    private static String encoded(@Nullable String text) {
        return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8);
    }

    private Database clone(TestServer server) {
        String template = isMigrated ? TemplateDatabase.of(server) : "template0";
        server.maintenance()
                .sql("create database %s template %s owner %s"
                        .formatted(name, template, server.owner().getUser()))
                .update();
        return Database.pooled(server.ownerOf(name), server.applicationOf(name), () -> {});
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public synchronized void close() {
        if (database != null) {
            database.close();
            database = null;
            JdbcClient maintenance = TestServer.shared().maintenance();
            maintenance.sql("drop database if exists " + name + " with (force)").update();
        }
    }
}
