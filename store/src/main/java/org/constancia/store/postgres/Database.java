package org.constancia.store.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.store.embedded.BundledPostgres;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The migrated database and its two logins. The owner migrates and maintains; the application works, and is held
/// by row-level security because it owns nothing and bypasses nothing.
public final class Database implements AutoCloseable {
    /// The role the application works as. Migrations grant to it by this name.
    public static final String APPLICATION_ROLE = BundledPostgres.APPLICATION;

    private static final int LOWEST_VERSION = 15;
    private static final List<String> EXTENSIONS = List.of("pg_trgm", "unaccent", "fuzzystrmatch", "btree_gist");

    private final HikariDataSource owner;
    private final HikariDataSource application;
    private final Runnable afterwards;
    private final Deque<Runnable> first = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::close, "close-database");
    private boolean isClosed;

    private Database(HikariDataSource owner, HikariDataSource application, Runnable afterwards) {
        this.owner = owner;
        this.application = application;
        this.afterwards = afterwards;
    }

    /// Opens and migrates the database, without telling its progress.
    public static Database open(DatabaseLocation location) {
        return open(location, line -> {});
    }

    /// Opens and migrates the database: starts the bundled server if needed, makes the roles, runs the migrations.
    ///
    /// @param progress told, in one line each, the steps that take time
    public static Database open(DatabaseLocation location, Consumer<String> progress) {
        return switch (location) {
            case DatabaseLocation.Bundled bundled -> openBundled(bundled, progress);
            case DatabaseLocation.External external -> openExternal(external, progress);
        };
    }

    private static Database openBundled(DatabaseLocation.Bundled location, Consumer<String> progress) {
        BundledPostgres server = BundledPostgres.open(location.home(), progress);
        try {
            PGSimpleDataSource owner = login(server.url(), BundledPostgres.OWNER, server.ownerPassword());
            PGSimpleDataSource application = login(server.url(), APPLICATION_ROLE, server.applicationPassword());
            prepare(owner, progress);
            return pooled(owner, application, server::close);
        } catch (RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    private static Database openExternal(DatabaseLocation.External location, Consumer<String> progress) {
        PGSimpleDataSource owner = OwnerUrl.parse(location.url());
        checkVersion(owner);
        PGSimpleDataSource application = new ApplicationRole(owner, APPLICATION_ROLE, ApplicationPassword.of(location))
                .prepare(OwnerUrl.parse(location.url()));
        prepare(owner, progress);
        return pooled(owner, application, () -> {});
    }

    /// Extensions and tables. The owner of a database may make these extensions, which PostgreSQL marks as trusted.
    static void prepare(PGSimpleDataSource owner, Consumer<String> progress) {
        JdbcClient jdbc = JdbcClient.create(owner);
        for (String extension : EXTENSIONS) {
            jdbc.sql("create extension if not exists " + extension + " with schema public")
                    .update();
        }
        new Migrations(owner).run(progress);
    }

    static Database pooled(PGSimpleDataSource owner, PGSimpleDataSource application, Runnable afterwards) {
        Database opened = new Database(Pools.owner(owner), Pools.application(application), afterwards);
        Runtime.getRuntime().addShutdownHook(opened.atExit);
        return opened;
    }

    static PGSimpleDataSource login(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("constancia");
        return source;
    }

    private static void checkVersion(PGSimpleDataSource owner) {
        int version;
        try (Connection connection = owner.getConnection()) {
            version = connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException unreachable) {
            throw new ConstanciaException(
                            Problem.DATABASE_UNAVAILABLE, "The database of the URL cannot be reached", unreachable)
                    .with("host", String.join(",", owner.getServerNames()))
                    .with("server", String.valueOf(unreachable.getMessage()));
        }
        if (version < LOWEST_VERSION) {
            throw new ConstanciaException(
                            Problem.DATABASE_OF_ANOTHER_MAJOR, "Constancia needs PostgreSQL 15 or later on the server")
                    .with("found", version);
        }
    }

    /// Connections of the application role: every ordinary read and write.
    public DataSource application() {
        return application;
    }

    /// Connections of the owner: migrations, rebuilds and archives only.
    public DataSource owner() {
        return owner;
    }

    /// Has something closed before the connections, by [#close] or when the program is told to end: a web server,
    /// so that the requests under way can finish. The last one given is the first one closed.
    public synchronized void closeFirst(Runnable close) {
        first.push(close);
    }

    /// Closes the connections and leaves the bundled server, which stops when nobody else uses it. Happens by
    /// itself when the program is told to end (interrupt key, SIGTERM).
    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        first.forEach(Runnable::run);
        application.close();
        owner.close();
        afterwards.run();
        if (Thread.currentThread() != atExit) {
            forgetExit();
        }
    }

    private void forgetExit() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyEnding) {
            // The hook waits for this thread and will find nothing left to do.
        }
    }
}
