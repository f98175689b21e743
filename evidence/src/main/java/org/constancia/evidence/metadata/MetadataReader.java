package org.constancia.evidence.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.json.Json;
import org.constancia.evidence.json.JsonReader;
import org.jspecify.annotations.Nullable;

/// Reads embedded metadata in a child process, so that a hostile file can harm nothing but the child: it has
/// its own memory limit, a deadline, no network where the system has name spaces, and its output is limited.
/// Whatever happens, the answer is a value; the file is preserved in any case.
public final class MetadataReader {
    private static final int MAX_OUTPUT = 4 << 20;

    private final List<String> command;
    private final Duration patience;

    /// A reader.
    ///
    /// @param patience how long a child may take
    /// @param before words before the command, such as those of [#withoutNetwork]
    public MetadataReader(Duration patience, List<String> before) {
        this.patience = patience;
        this.command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                MetadataProgram.class.getName()));
    }

    /// What the child found.
    public sealed interface Result {
        /// The format was understood.
        ///
        /// @param metadata `directories` with their tags, and `c2pa`
        record Understood(Json.Object metadata) implements Result {}

        /// It was not, and why: preserved, not understood.
        record NotUnderstood(String reason) implements Result {}
    }

    /// The words that start a command without network in a user name space, or none where the system refuses.
    public static List<String> withoutNetwork() {
        List<String> words = List.of("unshare", "--user", "--map-root-user", "--net");
        List<String> probe = new ArrayList<>(words);
        probe.add("true");
        try {
            Process process = new ProcessBuilder(probe)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? words : List.of();
        } catch (IOException missing) {
            return List.of();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /// Reads the metadata of a file.
    public Result read(Path file) {
        Path output = null;
        try {
            output = Files.createTempFile("metadata", ".json");
            List<String> words = new ArrayList<>(command);
            words.add(file.toAbsolutePath().toString());
            Process child = new ProcessBuilder(words)
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            child.getOutputStream().close();
            if (!child.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                child.descendants().forEach(ProcessHandle::destroyForcibly);
                child.destroyForcibly().waitFor();
                return new Result.NotUnderstood("the reader took longer than " + patience);
            }
            return answer(child.exitValue(), output);
        } catch (IOException failure) {
            return new Result.NotUnderstood("the reader could not be started: " + failure.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Result.NotUnderstood("interrupted");
        } finally {
            delete(output);
        }
    }

    private static Result answer(int exit, Path output) throws IOException {
        try (InputStream stream = Files.newInputStream(output)) {
            Json.Object found = JsonReader.readObject(stream.readNBytes(MAX_OUTPUT));
            return exit == 0
                    ? new Result.Understood(found)
                    : new Result.NotUnderstood(found.findText("reason").orElse("unknown format"));
        } catch (ConstanciaException malformed) {
            return new Result.NotUnderstood("the reader ended with status " + exit);
        }
    }

    private static void delete(@Nullable Path file) {
        if (file != null && !file.toFile().delete()) {
            file.toFile().deleteOnExit();
        }
    }
}
