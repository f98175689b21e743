package org.constancia.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.constancia.store.embedded.PostmasterFile.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerUserTest {
    @TempDir
    Path home;

    @Test
    void theServerNeverRunsAsRoot() throws IOException {
        ServerUser user = ServerUser.of(ClusterFiles.in(home));
        assertThat(Command.run(Command.prefixed(user, "id", "-u")).output().strip())
                .isNotEqualTo("0");
    }

    /// What happens in a container that forbids user namespaces; only root can try it.
    @Test
    void aServerMadeAsNobodyIsRunAsNobody() throws IOException {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        ServerUser nobody = new ServerUser.Other("nobody", "nogroup");
        assumeThat(Command.runs(Command.prefixed(nobody, "id", "-u"), output -> !output.isBlank()))
                .isTrue();
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        ClusterFiles files = ClusterFiles.in(home.resolve("record"));
        Cluster cluster = new Cluster(files, PostgresBinaries.under(files.home(), line -> {}), nobody, line -> {});
        cluster.makeIfMissing();

        assertThat(ServerUser.of(files)).isEqualTo(nobody);
        try (BundledPostgres server = BundledPostgres.open(files.home(), line -> {})) {
            Found.Ours running = (Found.Ours) PostmasterFile.read(files.cluster());
            assertThat(running.server().info().user()).contains("nobody");
            assertThat(server.url()).endsWith(running.port() + "/constancia");
        }
    }
}
