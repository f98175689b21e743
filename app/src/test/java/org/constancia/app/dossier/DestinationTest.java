package org.constancia.app.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file is absent, its old self, or complete, whatever happens to the program.
final class DestinationTest {
    @TempDir
    Path directory;

    @Test
    void theNewFileTakesThePlaceOfTheOldAndOnlyTheOwnerReadsIt() throws IOException {
        Path file = Files.writeString(directory.resolve("case.zip"), "old");
        new Destination(file).write(out -> out.write("new".getBytes(UTF_8)));
        assertThat(file).hasContent("new");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(names()).containsExactly("case.zip");
    }

    @Test
    void aFailureLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(directory.resolve("case.zip"), "old");
        assertThatExceptionOfType(ConstanciaException.class)
                .isThrownBy(() -> new Destination(file).write(out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("disk full");
                }))
                .withMessageContaining("disk full");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("case.zip");
    }

    @Test
    void aKillLeavesNoHalfFile() throws Exception {
        Path file = directory.resolve("case.zip");
        Process child = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Endless.class.getName(),
                        file.toString()))
                .start();
        assertThat(child.inputReader(UTF_8).readLine()).isEqualTo("writing");
        child.destroyForcibly().waitFor();
        assertThat(file).doesNotExist();
        new Destination(file).write(out -> out.write("whole".getBytes(UTF_8)));
        assertThat(names()).containsExactly("case.zip");
    }

    /// Writes for ever.
    static final class Endless {
        private Endless() {}

        public static void main(String[] arguments) {
            new Destination(Path.of(arguments[0])).write(out -> {
                out.write(new byte[1 << 20]);
                out.flush();
                System.out.println("writing");
                while (true) {
                    out.write(0);
                    Thread.onSpinWait();
                }
            });
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
