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
        return open(location, owner -> prepare(owner, progress), progress);
    }

    /// Opens an empty database and makes the tables of this schema in it, which may be older than this program's:
    /// what an archive is loaded into, before [#open] migrates it further.
    ///
    /// @throws ConstanciaException `DATABASE_NOT_OURS` when there are other tables, or the schema is unknown
    public static Database openEmpty(DatabaseLocation location, Schema schema, Consumer<String> progress) {
        return open(
                location,
                owner -> {
                    refuseForeignTables(owner);
                    makeExtensions(owner);
                    new Migrations(owner).runTo(schema, progress);
                },
                progress);
    }

    private static Database open(
            DatabaseLocation location, Consumer<PGSimpleDataSource> preparing, Consumer<String> progress) {
        return switch (location) {
            case DatabaseLocation.Bundled bundled -> openBundled(bundled, preparing, progress);
            case DatabaseLocation.External external -> openExternal(external, preparing);
        };
    }

    private static Database openBundled(
            DatabaseLocation.Bundled location, Consumer<PGSimpleDataSource> preparing, Consumer<String> progress) {
        BundledPostgres server = BundledPostgres.open(location.home(), progress);
        try {
            PGSimpleDataSource owner = login(server.url(), BundledPostgres.OWNER, server.ownerPassword());
            PGSimpleDataSource application = login(server.url(), APPLICATION_ROLE, server.applicationPassword());
            preparing.accept(owner);
            return pooled(owner, application, server::close);
        } catch (RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    private static Database openExternal(DatabaseLocation.External location, Consumer<PGSimpleDataSource> preparing) {
        PGSimpleDataSource owner = OwnerUrl.parse(location.url());
        checkVersion(owner);
        PGSimpleDataSource application = new ApplicationRole(owner, APPLICATION_ROLE, ApplicationPassword.of(location))
                .prepare(OwnerUrl.parse(location.url()));
        preparing.accept(owner);
        return pooled(owner, application, () -> {});
    }

    /// Extensions and tables. The owner of a database may make these extensions, which PostgreSQL marks as trusted.
    static void prepare(PGSimpleDataSource owner, Consumer<String> progress) {
        makeExtensions(owner);
        new Migrations(owner).run(progress);
    }

    private static void makeExtensions(PGSimpleDataSource owner) {
        JdbcClient jdbc = JdbcClient.create(owner);
        for (String extension : EXTENSIONS) {
            jdbc.sql("create extension if not exists " + extension + " with schema public")
                    .update();
        }
    }

    /// Tables without a history of migrations are somebody else's.
    private static void refuseForeignTables(PGSimpleDataSource owner) {
        boolean isForeign =
                JdbcClient.create(owner).sql("""
                        select to_regclass('public.flyway_schema_history') is null
                               and exists (select from pg_tables where schemaname = 'public')
                        """).query(Boolean.class).single();
        if (isForeign) {
            throw new ConstanciaException(
                    Problem.DATABASE_NOT_OURS, "The database has tables of something else; give an empty one");
        }
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

    /// The tables this database has.
    public Schema schema() {
        return new Migrations(owner).applied();
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
