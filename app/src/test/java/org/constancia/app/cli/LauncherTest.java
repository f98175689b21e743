package org.constancia.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher `constancia` in a small project of its own, with a Java that prints how it was called and a Maven
/// that makes an empty jar.
class LauncherTest {
    @TempDir
    Path directory;

    private Path project = Path.of("/");
    private Path jvms = Path.of("/");

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(directory.resolve("a project"));
        jvms = Files.createDirectories(directory.resolve("jvm"));
        String launcher = Files.readString(Path.of("..", "constancia")).replace("/usr/lib/jvm", jvms.toString());
        executable(project.resolve("constancia"), launcher);
        executable(directory.resolve("bin/mvn"), """
                #!/bin/sh
                echo "mvn $*" >> '%s/maven.calls'
                echo '[INFO] Building Constancia: app 0.1.0 [1/1]'
                if [ -e '%s/broken' ]; then echo '[ERROR] cannot find symbol'; exit 1; fi
                mkdir -p '%s/app/target' && : > '%s/app/target/constancia.jar'
                """.formatted(directory, directory, project, project));
        source("app/pom.xml");
        source("app/src/main/java/Program.java");
        source("app/src/test/java/ProgramTest.java");
        jdk("temurin-25", "25.0.3");
    }

    @Test
    void theArgumentsReachTheProgramUnchanged() throws IOException {
        assertThat(launch("ingest", "a file.pdf", "*").output())
                .endsWith("[-jar] [" + project + "/app/target/constancia.jar] [ingest] [a file.pdf] [*]\n");
    }

    @Test
    void aLinkFromAnotherDirectoryWorks() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("a project", "constancia"));
        assertThat(run(List.of(link.toString(), "verify"), "").output()).endsWith("[verify]\n");
    }

    @Test
    void theFirstJdkFrom25OnIsTaken() throws IOException {
        jdk("a-jdk-17", "17.0.15");
        jdk("b-jdk-8", "1.8.0_442");
        Files.delete(jdk("c-jre-25", "25.0.1").resolve("bin/javac"));
        assertThat(launch("jdk").output()).isEqualTo(jvms.resolve("temurin-25") + "\n");
        Path chosen = jdk("z-jdk-27", "27");
        assertThat(run(List.of(launcher(), "jdk"), "CONSTANCIA_JAVA_HOME=" + chosen)
                        .output())
                .isEqualTo(chosen + "\n");
    }

    @Test
    void withoutAJdkOneLineSaysWhatIsNeeded() throws IOException {
        Files.delete(jvms.resolve("temurin-25/release"));
        assertThat(launch("demo"))
                .isEqualTo(new Outcome(
                        69,
                        "constancia: needs JDK 25 or newer (a JDK, with javac); install one, or set CONSTANCIA_JAVA_HOME"
                                + " to its directory\n"));
    }

    @Test
    void onlyWhatIsOlderThanItsSourceIsBuilt() throws IOException {
        assertThat(launch("one").output()).contains("building").contains("app");
        assertThat(launch("two").output()).doesNotContain("building");

        change(source("app/src/test/java/ProgramTest.java"));
        assertThat(launch("three").output()).doesNotContain("building");

        change(source("app/src/main/java/Program.java"));
        assertThat(launch("four").output()).contains("building");
        age();

        Files.delete(project.resolve("app/src/main/java/Program.java"));
        assertThat(launch("five").output()).contains("building");
        age();

        change(source("app/pom.xml"));
        assertThat(launch("six").output()).contains("building");
    }

    @Test
    void aFailedBuildStartsNothingAndIsTriedAgain() throws IOException {
        Files.createFile(directory.resolve("broken"));
        Outcome failed = launch("demo");
        assertThat(failed.exitCode()).isEqualTo(70);
        assertThat(failed.output())
                .contains("[ERROR] cannot find symbol")
                .contains("build.log")
                .doesNotContain("[demo]");

        Files.delete(directory.resolve("broken"));
        assertThat(launch("verify").output()).contains("building").endsWith("[verify]\n");
    }

    @Test
    void withoutMavenOneLineSaysWhatIsNeeded() throws IOException {
        Files.delete(directory.resolve("bin/mvn"));
        Outcome failed = run(List.of(launcher(), "demo"), "PATH=" + systemWithoutMaven());
        assertThat(failed)
                .isEqualTo(new Outcome(
                        69, "constancia: needs Maven 3.8 or later to build (Debian: apt-get install maven)\n"));
    }

    @Test
    void theStartCacheIsUsedOnlyIfItIsNewerThanTheBuild() throws IOException {
        launch("verify");
        Path cache = Files.createFile(project.resolve("app/target/constancia-25.0.3.aot"));
        Files.setLastModifiedTime(cache, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        assertThat(launch("verify").output()).doesNotContain("AOTCache");
        Files.setLastModifiedTime(cache, FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));
        assertThat(launch("verify").output()).contains("[-XX:AOTCache=" + cache + "]");
    }

    @Test
    void linkingHasAStartCacheOfItsOwn() throws IOException {
        launch("verify");
        Instant later = Instant.now().plus(Duration.ofMinutes(1));
        Path common = Files.createFile(project.resolve("app/target/constancia-25.0.3.aot"));
        Path own = Files.createFile(project.resolve("app/target/constancia-link-25.0.3.aot"));
        Files.setLastModifiedTime(common, FileTime.from(later));
        Files.setLastModifiedTime(own, FileTime.from(later));
        assertThat(launch("link", "list.csv").output())
                .contains("[-XX:AOTCache=" + own + "]")
                .contains("[-XX:+UseSerialGC]");
        assertThat(launch("link", "evaluate", "list.csv").output()).contains("[-XX:AOTCache=" + common + "]");
        assertThat(launch("verify").output()).contains("[-XX:AOTCache=" + common + "]");
    }

    @Test
    void linkingIsRehearsedOnAnInventedList() throws Exception {
        launch("verify");
        Path log = project.resolve("app/target/rehearsal.log");
        run(List.of(launcher(), "link", "list.csv"), "CONSTANCIA_REHEARSAL_DELAY=0");
        for (int tries = 0;
                tries < 200 && !(Files.exists(log) && Files.readString(log).contains("out]"));
                tries++) {
            Thread.sleep(50);
        }
        assertThat(log)
                .content()
                .contains("[-XX:+UseSerialGC]")
                .contains("/app/target/constancia-link-25.0.3.aot.partial]")
                .contains("[link] [list.csv] [--out] [out]");
    }

    @Test
    void lettersSurviveALocaleWithoutThem() throws IOException {
        assertThat(run(List.of(launcher(), "verify"), "LC_ALL=C").output()).contains("LC_ALL=C.UTF-8");
        assertThat(run(List.of(launcher(), "verify"), "LC_ALL=es_CO.UTF-8").output())
                .contains("LC_ALL=es_CO.UTF-8");
    }

    @Test
    void testRunsMavenWithTheGivenOptions() throws IOException {
        launch("test", "-Dtest=ActTest");
        assertThat(directory.resolve("maven.calls"))
                .hasContent("mvn -B -ntp -T 2 -f " + project + "/pom.xml verify -Dtest=ActTest");
    }

    private record Outcome(int exitCode, String output) {}

    private String launcher() {
        return project.resolve("constancia").toString();
    }

    private Outcome launch(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher()));
        command.addAll(List.of(arguments));
        return run(command, "");
    }

    /// Runs with nothing of this machine but its commands; `variable` is one more setting, or empty.
    private Outcome run(List<String> command, String variable) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(new java.io.File("/")).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", directory.resolve("bin") + ":/usr/bin:/bin");
        builder.environment().put("HOME", directory.toString());
        if (!variable.isEmpty()) {
            String[] parts = variable.split("=", 2);
            builder.environment().put(parts[0], parts[1]);
        }
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.onExit().join().exitValue(), output);
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = jvms.resolve(name);
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
        executable(
                home.resolve("bin/java"),
                "#!/bin/sh\necho \"LC_ALL=$LC_ALL\"\nprintf '[%s] ' \"$@\" | sed 's/ $//'\necho\n");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /// A source file as old as a file of a fresh clone would be a minute later.
    private Path source(String path) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        age();
        return file;
    }

    private void age() throws IOException {
        FileTime minuteAgo = FileTime.from(Instant.now().minus(Duration.ofMinutes(1)));
        try (var all = Files.walk(project.resolve("app"))) {
            for (Path path : all.filter(path -> !path.startsWith(project.resolve("app/target")))
                    .toList()) {
                Files.setLastModifiedTime(path, minuteAgo);
            }
        }
    }

    private static void change(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    }

    /// The commands the launcher needs, and no Maven.
    private String systemWithoutMaven() throws IOException {
        Path commands = Files.createDirectories(directory.resolve("commands"));
        for (String name : List.of("sh", "dirname", "find", "head", "mkdir", "awk", "grep", "sed", "flock", "mv")) {
            for (String place : List.of("/usr/bin", "/bin")) {
                if (Files.exists(Path.of(place, name))) {
                    executable(commands.resolve(name), "#!/bin/sh\nexec %s/%s \"$@\"\n".formatted(place, name));
                }
            }
        }
        return commands.toString();
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
