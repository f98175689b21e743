package org.constancia.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// The administrator's login after each start: is this our cluster, does it keep what it acknowledges, and are the
/// two roles and the database there.
///
/// Passwords made by [Access] hold no quote, so they can stand in a statement that takes no parameters.
final class FirstLogin {
    private static final List<String> MUST_BE_ON =
            List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums");

    private final Path cluster;
    private final Access access;
    private final int port;

    FirstLogin(Path cluster, Access access, int port) {
        this.cluster = cluster;
        this.access = access;
        this.port = port;
    }

    void checkAndSetUp() throws IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (Connection connection =
                        DriverManager.getConnection(url, BundledPostgres.ADMINISTRATOR, access.administrator());
                Statement statement = connection.createStatement()) {
            checkDirectory(statement);
            checkDurability(statement);
            makeRole(statement, BundledPostgres.OWNER, access.owner());
            makeRole(statement, BundledPostgres.APPLICATION, access.application());
            makeDatabase(statement);
        } catch (SQLException failure) {
            throw new ConstanciaException(
                            Problem.DATABASE_NOT_OURS,
                            "The database of this home does not accept its own passwords, or cannot be set up",
                            failure)
                    .with("directory", cluster)
                    .with("server", String.valueOf(failure.getMessage()));
        }
    }

    private void checkDirectory(Statement statement) throws SQLException, IOException {
        String found = setting(statement, "data_directory");
        if (!Path.of(found).equals(cluster.toRealPath())) {
            throw new ConstanciaException(Problem.DATABASE_NOT_OURS, "Another database answers at this address")
                    .with("found", found)
                    .with("expected", cluster);
        }
    }

    private static void checkDurability(Statement statement) throws SQLException {
        List<String> off = new ArrayList<>();
        for (String name : MUST_BE_ON) {
            if (!setting(statement, name).equals("on")) {
                off.add(name);
            }
        }
        if (!off.isEmpty()) {
            throw new ConstanciaException(
                            Problem.DATABASE_NOT_OURS,
                            "The database could lose what it acknowledges; set these on in its postgresql.conf")
                    .with("off", String.join(" ", off));
        }
    }

    private static String setting(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void makeRole(Statement statement, String role, String password) throws SQLException {
        if (!exists(statement.getConnection(), "select from pg_roles where rolname = ?", role)) {
            statement.execute("create role " + role
                    + " login nosuperuser nocreatedb nocreaterole nobypassrls password '" + password + "'");
        }
    }

    private static void makeDatabase(Statement statement) throws SQLException {
        if (!exists(statement.getConnection(), "select from pg_database where datname = ?", BundledPostgres.DATABASE)) {
            statement.execute("create database " + BundledPostgres.DATABASE + " owner " + BundledPostgres.OWNER);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
