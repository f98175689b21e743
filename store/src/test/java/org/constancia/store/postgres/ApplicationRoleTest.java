package org.constancia.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ApplicationRoleTest {
    private static final ApplicationPassword PASSWORD = new ApplicationPassword("it's a 'quoted' one");

    private final TestServer server = TestServer.shared();
    private final PGSimpleDataSource mayMakeRoles = server.databases();
    private final String name = "test_role_" + ProcessHandle.current().pid();

    private PGSimpleDataSource login() {
        return server.ownerOf(String.valueOf(mayMakeRoles.getDatabaseName()));
    }

    @AfterEach
    void drop() {
        server.maintenance().sql("drop role if exists " + name).update();
    }

    @Test
    void anOwnerWhoMayMakesTheRoleWithThePassword() throws SQLException {
        PGSimpleDataSource login = new ApplicationRole(mayMakeRoles, name, PASSWORD).prepare(login());
        assertThat(JdbcClient.create(login)
                        .sql("select current_user")
                        .query(String.class)
                        .single())
                .isEqualTo(name);
    }

    @Test
    void preparingAgainChangesNothing() {
        new ApplicationRole(mayMakeRoles, name, PASSWORD).prepare(login());
        new ApplicationRole(mayMakeRoles, name, PASSWORD).prepare(login());
    }

    @Test
    void programsThatStartAtOnceAllGetTheRole() throws InterruptedException, ExecutionException {
        for (int round = 0; round < 5; round++) {
            CyclicBarrier together = new CyclicBarrier(4);
            Callable<PGSimpleDataSource> start = () -> {
                together.await();
                return new ApplicationRole(mayMakeRoles, name, PASSWORD).prepare(login());
            };
            try (ExecutorService programs = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<PGSimpleDataSource> login : programs.invokeAll(Collections.nCopies(4, start))) {
                    assertThat(login.get().getUser()).isEqualTo(name);
                }
            }
            drop();
        }
    }

    @Test
    void anOwnerWhoMayNotIsToldTheStatementWithoutAPassword() {
        new ApplicationRole(mayMakeRoles, name, PASSWORD).prepare(login());
        PGSimpleDataSource powerless = login();
        powerless.setUser(name);
        powerless.setPassword(PASSWORD.value());
        ConstanciaException refusal = catchThrowableOfType(
                ConstanciaException.class,
                () -> new ApplicationRole(powerless, "test_role_not_made", PASSWORD).prepare(login()));
        assertThat(refusal.problem()).isEqualTo(Problem.NOT_PERMITTED);
        assertThat(refusal)
                .hasMessageContaining("create role test_role_not_made login nosuperuser")
                .hasMessageContaining("nobypassrls password 'PASSWORD'");
    }

    @Test
    void anotherPasswordIsRefusedWithTheVariableToSet() {
        new ApplicationRole(mayMakeRoles, name, PASSWORD).prepare(login());
        assertThatThrownBy(() ->
                        new ApplicationRole(mayMakeRoles, name, new ApplicationPassword("another")).prepare(login()))
                .hasMessageContaining("CONSTANCIA_APPLICATION_PASSWORD");
    }

    @Test
    void theOwnerCannotBeTheApplication() {
        String owner = String.valueOf(mayMakeRoles.getUser());
        assertThatThrownBy(() -> new ApplicationRole(mayMakeRoles, owner, PASSWORD).prepare(login()))
                .hasMessageContaining("read past row-level security");
    }

    @Test
    void aPasswordMadeHereIsKeptInAPrivateFile(@TempDir Path home) throws Exception {
        DatabaseLocation.External location = new DatabaseLocation.External("postgresql://o@localhost/c", home);
        ApplicationPassword made = ApplicationPassword.of(location);
        assertThat(ApplicationPassword.of(location)).isEqualTo(made);
        assertThat(made.value()).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("application.password"))))
                .isEqualTo("rw-------");
        assertThat(made.toString()).doesNotContain(made.value());
    }
}
