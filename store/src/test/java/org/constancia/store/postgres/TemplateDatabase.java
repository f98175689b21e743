package org.constancia.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The migrated database the tests copy. Its name carries the fingerprint of the migrations, so a changed file
/// makes a new template; the old ones, and the databases of killed test runs, are dropped then.
final class TemplateDatabase {
    private static final long BUILDING = 7_266_322;
    private static final Pattern RUN = Pattern.compile("test_(\\d+)_\\d+");

    private TemplateDatabase() {}

    /// The name of the template, which exists and is complete. Several processes may ask at once.
    static synchronized String of(TestServer server) {
        String name = "template_%08x".formatted(new Migrations(server.owner()).fingerprint());
        try (Connection connection = server.databases().getConnection()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("select pg_advisory_lock(:key)")
                    .param("key", BUILDING)
                    .query()
                    .singleRow();
            if (!databases(jdbc).contains(name)) {
                dropLeftovers(jdbc);
                build(server, jdbc, name);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("No template for the test databases", failure);
        }
        return name;
    }

    /// Built under another name, so that a template that exists is complete.
    private static void build(TestServer server, JdbcClient jdbc, String name) {
        String unfinished = "unfinished_" + name;
        jdbc.sql("create database %s owner %s"
                        .formatted(unfinished, server.owner().getUser()))
                .update();
        Database.prepare(server.ownerOf(unfinished), line -> {});
        jdbc.sql("alter database %s rename to %s".formatted(unfinished, name)).update();
    }

    private static void dropLeftovers(JdbcClient jdbc) {
        for (String name : databases(jdbc)) {
            if (name.startsWith("template_") || name.startsWith("unfinished_template_") || isOfDeadRun(name)) {
                jdbc.sql("drop database if exists " + name + " with (force)").update();
            }
        }
    }

    private static boolean isOfDeadRun(String name) {
        Matcher run = RUN.matcher(name);
        return run.matches()
                && Optional.of(Long.valueOf(run.group(1)))
                        .flatMap(ProcessHandle::of)
                        .isEmpty();
    }

    private static List<String> databases(JdbcClient jdbc) {
        return jdbc.sql("select datname from pg_database where not datistemplate order by datname")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
