package org.constancia.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.constancia.app.configure.Workplace;
import org.constancia.app.sources.Intake;
import org.constancia.store.postgres.DatabaseLocation;
import org.constancia.store.postgres.TestDatabase;
import org.constancia.store.record.SourceDoor.Arrival;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The commands `backup` and `restore` as a person uses them, with the keys of Debian's `age` and its help.
@Tag("drill")
final class BackupCommandsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    static Path place;

    private static Path home = Path.of("/");
    private static String url = "";

    @BeforeAll
    static void makeTheRecord() {
        home = place.resolve("home");
        DatabaseLocation location = DATABASE.location(home);
        url = location instanceof DatabaseLocation.External external ? external.url() : "";
        try (Workplace workplace = Workplace.open(location, home, true, Clock.systemUTC(), line -> {})) {
            workplace
                    .intake()
                    .preserve(
                            new ByteArrayInputStream("Al menos 29 personas murieron.".getBytes(UTF_8)),
                            new Arrival("upload", "a.txt"),
                            null,
                            Intake.Known.NOTHING);
        }
    }

    private record Run(int exit, String out, String err) {}

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Constancia.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exit = command.execute(arguments);
        return new Run(exit, out.toString(), err.toString());
    }

    private static Run backup(Path file, String... more) {
        List<String> words = List.of(
                "backup",
                "--home",
                home.toString(),
                "--database-url",
                url,
                "--application-password",
                password(),
                "--out",
                file.toString());
        return run(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
    }

    private static String password() {
        return DATABASE.location(home) instanceof DatabaseLocation.External external
                ? String.valueOf(external.applicationPassword())
                : "";
    }

    /// The archive is made, decrypted by `age`, checked by `sha256sum`, and rehearsed by us.
    @Test
    void anEncryptedArchiveIsReadByOthersAndRestores() throws Exception {
        Path key = place.resolve("key.txt");
        run(place, "age-keygen", "-o", key.toString());
        String recipient = Files.readAllLines(key).stream()
                .filter(line -> line.startsWith("# public key: "))
                .map(line -> line.substring("# public key: ".length()))
                .findFirst()
                .orElseThrow();
        Path archive = place.resolve("record.age");

        Run made = backup(archive, "--recipient", recipient, "--json");
        assertThat(made.err()).doesNotContain("not be encrypted");
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.out()).contains("\"encrypted\":true").contains("\"sources\":1");
        assertThat(Files.getPosixFilePermissions(archive)).hasSize(2);

        Path zip = place.resolve("record.zip");
        run(place, "age", "--decrypt", "-i", key.toString(), "-o", zip.toString(), archive.toString());
        Path unpacked = Files.createDirectories(place.resolve("unpacked"));
        run(unpacked, Path.of(System.getProperty("java.home"), "bin", "jar").toString(), "xf", zip.toString());
        run(unpacked, "sha256sum", "--check", "--quiet", "MANIFEST");

        Run rehearsed = run(
                "restore", archive.toString(), "--identity", key.toString(), "--drill", "--drill-in", place.toString());
        assertThat(rehearsed.exit()).as(rehearsed.err()).isZero();
        assertThat(rehearsed.out())
                .contains("Rehearsed: 1 sources")
                .contains("RPO")
                .contains("RTO")
                .contains("agrees");
        try (Stream<Path> left = Files.list(place)) {
            assertThat(left.map(each -> each.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("constancia-drill"));
        }
        assertThat(run("restore", archive.toString(), "--drill").exit())
                .as("without the key")
                .isEqualTo(64);
    }

    @Test
    void aFileThatExistsIsNotReplacedAndTheHomeIsNoPlaceForIt() throws IOException {
        Path archive = Files.writeString(place.resolve("mine.zip"), "mine");
        Run made = backup(archive);
        assertThat(made.exit()).isEqualTo(73);
        assertThat(made.err()).contains("not be encrypted");
        assertThat(archive).hasContent("mine");
        assertThat(backup(home.resolve("inside.zip")).exit()).isEqualTo(64);
        assertThat(backup(place.resolve("x.age"), "--recipient", "age1nonsense").exit())
                .isEqualTo(65);
        assertThat(place.resolve("x.age")).doesNotExist();
    }

    @Test
    void aHomeWithoutARecordIsNotFounded() {
        Run made = run(
                "backup",
                "--home",
                place.resolve("mistyped").toString(),
                "--out",
                place.resolve("y.zip").toString());
        assertThat(made.exit()).isEqualTo(66);
        assertThat(place.resolve("mistyped")).doesNotExist();
    }

    private static void run(Path directory, String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            if ("true".equals(System.getenv("CI"))) throw missing;
            Assumptions.abort("needs " + command[0]);
            return;
        }
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor())
                .as("%s: %s", String.join(" ", command), output)
                .isZero();
    }
}
