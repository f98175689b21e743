package org.constancia.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.store.embedded.PostmasterFile.Found;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class BundledPostgresTest {
    @TempDir
    Path home;

    private final List<String> told = new ArrayList<>();

    @AfterEach
    void leaveTheSharedProgramsAlone() throws IOException {
        Files.deleteIfExists(home.resolve("postgres"));
    }

    @Test
    void theFirstStartMakesTheClusterAndTellsSo() throws IOException {
        ClusterFiles files = PreparedHome.empty(home);
        try (BundledPostgres server = open()) {
            assertThat(owner(server)
                            .sql("select current_user || ' of ' || pg_get_userbyid(datdba) from pg_database"
                                    + " where datname = current_database()")
                            .query(String.class)
                            .single())
                    .isEqualTo("constancia_owner of constancia_owner");
        }
        assertThat(told).containsExactly("Creating the database in " + files.cluster());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.access())))
                .isEqualTo("rw-------");
        assertThat(files.db()).isDirectoryNotContaining("glob:**password");
        assertThat(isStopped(files)).isTrue();
    }

    @Test
    void whatIsAcknowledgedIsOnTheDisk() throws IOException {
        PreparedHome.copyTo(home);
        try (BundledPostgres server = open()) {
            assertThat(owner(server)
                            .sql("select name || ' ' || setting from pg_settings where name in"
                                    + " ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums')")
                            .query(String.class)
                            .list())
                    .containsExactlyInAnyOrder(
                            "data_checksums on", "fsync on", "full_page_writes on", "synchronous_commit on");
        }
    }

    @Test
    void aServerThatMayLoseDataIsRefusedAndStopped() throws IOException {
        ClusterFiles files = PreparedHome.copyTo(home);
        Files.writeString(files.cluster().resolve("postgresql.auto.conf"), "fsync = off\n");
        assertThat(refusal().facts()).containsEntry("off", "fsync");
        assertThat(isStopped(files)).isTrue();
    }

    @Test
    void nobodyGetsInWithoutThePassword() throws IOException {
        PreparedHome.copyTo(home);
        try (BundledPostgres server = open()) {
            PGSimpleDataSource stranger = new PGSimpleDataSource();
            stranger.setURL(server.url());
            stranger.setUser(BundledPostgres.ADMINISTRATOR);
            stranger.setPassword("guess");
            assertThatThrownBy(stranger::getConnection)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void twoPartsOfOneProgramShareTheServer() throws IOException {
        ClusterFiles files = PreparedHome.copyTo(home);
        BundledPostgres one = open();
        try (BundledPostgres other = open()) {
            assertThat(other.url()).isEqualTo(one.url());
            one.close();
            one.close();
            assertThat(isAnswering(other)).isTrue();
        }
        assertThat(isStopped(files)).isTrue();
    }

    @Test
    void ofTwoProgramsTheLastOneOutStopsTheServer() throws IOException {
        ClusterFiles files = PreparedHome.copyTo(home);
        try (BundledPostgres server = open()) {
            long pid = running(files).pid();
            try (AnotherProgram other = AnotherProgram.start(home)) {
                assertThat(other.awaitOpen()).isEqualTo(server.url());
            }
            assertThat(running(files).pid()).isEqualTo(pid);
            assertThat(isAnswering(server)).isTrue();
        }
        assertThat(isStopped(files)).isTrue();
    }

    @Test
    void twoProgramsThatStartTogetherShareOneServer() throws IOException {
        ClusterFiles files = PreparedHome.copyTo(home);
        try (AnotherProgram one = AnotherProgram.start(home);
                AnotherProgram other = AnotherProgram.start(home)) {
            assertThat(one.awaitOpen()).isEqualTo(other.awaitOpen());
        }
        assertThat(isStopped(files)).isTrue();
    }

    @Test
    void theServerOfAKilledProgramIsAdoptedWithAllItAcknowledged() throws IOException {
        ClusterFiles files = PreparedHome.copyTo(home);
        AnotherProgram other = AnotherProgram.start(home);
        other.awaitOpen();
        int acknowledged = other.kill(other.insertUntil(100));
        long pid = running(files).pid();
        try (BundledPostgres server = open()) {
            assertThat(running(files).pid()).isEqualTo(pid);
            assertThat(rows(server)).isBetween(acknowledged, acknowledged + 1);
        }
        assertThat(told).isEmpty();
        assertThat(isStopped(files)).isTrue();
    }

    @Test
    void aKilledServerLosesNothingAcknowledged() throws IOException {
        ClusterFiles files = PreparedHome.copyTo(home);
        AnotherProgram other = AnotherProgram.start(home);
        other.awaitOpen();
        int acknowledged = other.insertUntil(100);
        killWithBackends(running(files));
        acknowledged = other.kill(acknowledged);
        try (BundledPostgres server = open()) {
            assertThat(rows(server)).isBetween(acknowledged, acknowledged + 1);
        }
    }

    @Test
    void aReusedProcessNumberDoesNotPreventTheStart() throws IOException {
        ClusterFiles files = PreparedHome.copyTo(home);
        long anyLiving = ProcessHandle.current().pid();
        Files.writeString(
                PostmasterFile.in(files.cluster()),
                "%d\n%s\n1600000000\n5433\n\n127.0.0.1\n  1  1\nready   \n".formatted(anyLiving, files.cluster()));
        try (BundledPostgres server = open()) {
            assertThat(isAnswering(server)).isTrue();
        }
        assertThat(told).singleElement().asString().contains("process number " + anyLiving + " was reused");
    }

    @Test
    void aHalfMadeClusterIsMadeAgain() throws IOException {
        ClusterFiles files = PreparedHome.empty(home);
        Files.createDirectories(files.clusterNew().resolve("base"));
        Files.writeString(files.clusterNew().resolve("PG_VERSION"), "18\n");
        open().close();
        assertThat(files.clusterNew()).doesNotExist();
        assertThat(files.cluster()).isDirectory();
    }

    @Test
    void anotherMajorIsRefusedUntouchedWithWhatToRun() throws IOException {
        ClusterFiles files = PreparedHome.copyTo(home);
        for (String major : List.of("17", "19")) {
            Files.writeString(files.cluster().resolve("PG_VERSION"), major + "\n");
            ConstanciaException refusal = refusal();
            assertThat(refusal.problem()).isEqualTo(Problem.DATABASE_OF_ANOTHER_MAJOR);
            assertThat(refusal.facts()).containsEntry("found", major).containsEntry("expected", "18");
            assertThat(refusal).hasMessageContaining("constancia backup");
            assertThat(files.log()).doesNotExist();
        }
    }

    @Test
    void aDirectoryThatIsNoClusterIsRefused() throws IOException {
        ClusterFiles files = PreparedHome.empty(home);
        Files.createDirectory(files.cluster());
        Files.writeString(files.cluster().resolve("letter.txt"), "somebody's");
        assertThat(refusal()).hasMessageContaining("not a PostgreSQL cluster");
        assertThat(files.cluster().resolve("letter.txt")).hasContent("somebody's");
    }

    @Test
    void aClusterWithOtherPasswordsIsRefusedAndStopped() throws IOException {
        ClusterFiles files = PreparedHome.copyTo(home);
        Access.random().write(files.access());
        assertThat(refusal()).hasMessageContaining("does not accept its own passwords");
        assertThat(isStopped(files)).isTrue();
    }

    @Test
    void aClusterWithoutItsPasswordsIsRefused() throws IOException {
        ClusterFiles files = PreparedHome.copyTo(home);
        Files.delete(files.access());
        assertThat(refusal()).hasMessageContaining("passwords of this database are missing");
    }

    @Test
    void aServerThatDoesNotStartShowsItsLog() throws IOException {
        ClusterFiles files = PreparedHome.copyTo(home);
        Files.writeString(files.cluster().resolve("postgresql.auto.conf"), "no_such_setting = 1\n");
        assertThat(refusal()).hasMessageContaining("unrecognized configuration parameter \"no_such_setting\"");
    }

    private BundledPostgres open() {
        return BundledPostgres.open(home, told::add);
    }

    private ConstanciaException refusal() {
        return catchThrowableOfType(ConstanciaException.class, this::open);
    }

    private static JdbcClient owner(BundledPostgres server) {
        PGSimpleDataSource login = new PGSimpleDataSource();
        login.setURL(server.url());
        login.setUser(BundledPostgres.OWNER);
        login.setPassword(server.ownerPassword());
        return JdbcClient.create(login);
    }

    private static boolean isAnswering(BundledPostgres server) {
        return owner(server).sql("select true").query(Boolean.class).single();
    }

    private static int rows(BundledPostgres server) {
        return owner(server)
                .sql("select count(*) from acknowledged")
                .query(Integer.class)
                .single();
    }

    private static ProcessHandle running(ClusterFiles files) throws IOException {
        Found found = PostmasterFile.read(files.cluster());
        assertThat(found).isInstanceOf(Found.Ours.class);
        return ((Found.Ours) found).server();
    }

    private static boolean isStopped(ClusterFiles files) throws IOException {
        return PostmasterFile.read(files.cluster()) instanceof Found.Nothing;
    }

    private static void killWithBackends(ProcessHandle postmaster) {
        List<ProcessHandle> all = new ArrayList<>(postmaster.children().toList());
        all.add(postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().orTimeout(1, TimeUnit.MINUTES).join());
    }
}
