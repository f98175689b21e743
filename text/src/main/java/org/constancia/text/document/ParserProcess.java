package org.constancia.text.document;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.jspecify.annotations.Nullable;

/// Reads a source in a Java process of its own, so that a hostile file can at worst end that process.
///
/// Protocol: the parent starts `java -Xmx.. org.constancia.text.document.ParserProcess FILE DECLARED-TYPE-OR-DASH
/// MAX-BYTES MAX-UNPACKED MAX-CHARACTERS MAX-PAGES MAX-SECONDS ANSWER-FILE`; the child writes one reading to the answer
/// file and exits with 0. Any other exit, or none within the time limit, is a {@link Reading.NotUnderstood}.
public final class ParserProcess {
    private static final Duration START_UP = Duration.ofSeconds(10);
    private static final int OUT_OF_MEMORY = 3;

    private final List<String> java;
    private final ReadingLimits limits;

    private ParserProcess(List<String> java, ReadingLimits limits) {
        this.java = List.copyOf(java);
        this.limits = limits;
    }

    /// Starts children with the Java and the class path of this process.
    public static ParserProcess ofThisJava(ReadingLimits limits, int heapMegabytes) {
        String executable =
                Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                executable,
                "-Xmx" + heapMegabytes + "m",
                "-Xss4m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                ParserProcess.class.getName());
        return of(command, limits);
    }

    /// Starts children with a command that ends where the arguments of {@link #main} begin, for applications whose
    /// class path is not a plain one.
    public static ParserProcess of(List<String> command, ReadingLimits limits) {
        return new ParserProcess(command, limits);
    }

    public Reading read(Path file, @Nullable String declaredMediaType) {
        Path answer = null;
        try {
            answer = Files.createTempFile("constancia-reading", ".bin");
            return read(file, declaredMediaType, answer);
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.STORAGE_FAILED, "The parser process cannot be started", failure)
                    .with("file", file);
        } finally {
            delete(answer);
        }
    }

    private Reading read(Path file, @Nullable String declaredMediaType, Path answer) throws IOException {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(
                file.toAbsolutePath().toString(),
                declaredMediaType == null || declaredMediaType.isBlank() ? "-" : declaredMediaType,
                String.valueOf(limits.maxBytes()),
                String.valueOf(limits.maxUnpackedBytes()),
                String.valueOf(limits.maxCharacters()),
                String.valueOf(limits.maxPages()),
                String.valueOf(limits.maxTime().toSeconds()),
                answer.toString()));
        Process child = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Duration patience = limits.maxTime().plus(START_UP);
            if (!child.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS))
                return new Reading.NotUnderstood(
                        Obstacle.OUT_OF_BOUNDS,
                        "longer than " + limits.maxTime().toSeconds() + " s");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Reading.NotUnderstood(Obstacle.OUT_OF_BOUNDS, "cancelled");
        } finally {
            child.descendants().forEach(ProcessHandle::destroyForcibly);
            child.destroyForcibly();
        }
        return answer(child.exitValue(), answer);
    }

    private static Reading answer(int exit, Path answer) throws IOException {
        if (exit == OUT_OF_MEMORY) return new Reading.NotUnderstood(Obstacle.OUT_OF_BOUNDS, "memory ran out");
        if (exit != 0) return new Reading.NotUnderstood(Obstacle.DAMAGED, "the parser ended with code " + exit);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(answer)))) {
            return ReadingStream.read(in);
        }
    }

    private static void delete(@Nullable Path answer) {
        if (answer == null) return;
        try {
            Files.deleteIfExists(answer);
        } catch (IOException left) {
            answer.toFile().deleteOnExit();
        }
    }

    /// The child's side of the protocol.
    public static void main(String[] arguments) throws IOException {
        Logger.getLogger("org.apache").setLevel(Level.OFF);
        ReadingLimits limits = new ReadingLimits(
                Long.parseLong(arguments[2]),
                Long.parseLong(arguments[3]),
                Integer.parseInt(arguments[4]),
                Integer.parseInt(arguments[5]),
                Duration.ofSeconds(Long.parseLong(arguments[6])));
        String declared = arguments[1].equals("-") ? null : arguments[1];
        Reading reading = DocumentReader.within(limits).read(Path.of(arguments[0]), declared);
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[7]))))) {
            ReadingStream.write(reading, out);
        }
    }
}
