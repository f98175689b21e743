package org.constancia.store.postgres;

import java.nio.file.Path;
import java.util.Optional;
import org.constancia.store.embedded.BundledPostgres;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The one server the tests of this process share: the bundled one, kept under `target` between runs, or the server
/// whose owner's address is in `CONSTANCIA_TEST_DATABASE_URL`.
///
/// @param owner the login of the owner to the server's maintenance database
/// @param databases the login that may make databases
/// @param applicationPassword the password of the application role
record TestServer(PGSimpleDataSource owner, PGSimpleDataSource databases, String applicationPassword) {
    private static final String EXTERNAL_URL = "CONSTANCIA_TEST_DATABASE_URL";
    private static final String EXTERNAL_PASSWORD = "password-of-a-test";

    /// Started when first asked for; stopped when the process ends.
    static TestServer shared() {
        return Holder.SERVER;
    }

    private static final class Holder {
        private static final TestServer SERVER =
                externalUrl().map(TestServer::external).orElseGet(TestServer::bundled);
    }

    static Optional<String> externalUrl() {
        return Optional.ofNullable(System.getProperty(EXTERNAL_URL))
                .or(() -> Optional.ofNullable(System.getenv(EXTERNAL_URL)))
                .filter(url -> !url.isBlank());
    }

    private static TestServer bundled() {
        BundledPostgres server = BundledPostgres.open(Path.of("target", "test-home"), line -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return new TestServer(
                Database.login(server.url("postgres"), BundledPostgres.OWNER, server.ownerPassword()),
                Database.login(server.url("postgres"), BundledPostgres.ADMINISTRATOR, server.administratorPassword()),
                server.applicationPassword());
    }

    private static TestServer external(String url) {
        PGSimpleDataSource owner = OwnerUrl.parse(url);
        new ApplicationRole(owner, Database.APPLICATION_ROLE, new ApplicationPassword(EXTERNAL_PASSWORD))
                .prepare(OwnerUrl.parse(url));
        return new TestServer(owner, owner, EXTERNAL_PASSWORD);
    }

    JdbcClient maintenance() {
        return JdbcClient.create(databases);
    }

    PGSimpleDataSource ownerOf(String database) {
        return login(database, String.valueOf(owner.getUser()), String.valueOf(owner.getPassword()));
    }

    PGSimpleDataSource applicationOf(String database) {
        return login(database, Database.APPLICATION_ROLE, applicationPassword);
    }

    private PGSimpleDataSource login(String database, String user, String password) {
        PGSimpleDataSource login = Database.login(String.valueOf(owner.getURL()), user, password);
        login.setDatabaseName(database);
        return login;
    }
}
