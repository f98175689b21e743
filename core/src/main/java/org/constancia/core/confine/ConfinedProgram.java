package org.constancia.core.confine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// A program of ours in a Java process of its own, for reading what may be hostile: limited memory and time, no
/// environment (it holds passwords), no output but files in its [Room], and the strongest [Walls] the machine grants.
/// Whatever it does, the caller gets an [Ending].
public final class ConfinedProgram {
    private static final int OUT_OF_MEMORY = 3;
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TESSDATA_PREFIX");

    private final String program;
    private final Allowance allowance;
    private final Walls walls;

    /// @param program a class with a `main`, on the class path of this process
    public ConfinedProgram(String program, Allowance allowance) {
        this(program, allowance, Walls.strongest());
    }

    public ConfinedProgram(String program, Allowance allowance, Walls walls) {
        this.program = program;
        this.allowance = allowance;
        this.walls = walls;
    }

    /// @throws ConstanciaException with [Problem#STORAGE_FAILED] when the machine starts no process
    public Ending run(Room room, List<String> arguments) {
        try {
            Process child = start(room, arguments);
            try {
                if (!child.waitFor(allowance.time().toMillis(), TimeUnit.MILLISECONDS)) return Ending.OUT_OF_TIME;
                return switch (child.exitValue()) {
                    case 0 -> Ending.FINISHED;
                    case OUT_OF_MEMORY -> Ending.OUT_OF_MEMORY;
                    default -> Ending.FAILED;
                };
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return Ending.CANCELLED;
            } finally {
                end(child);
            }
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.STORAGE_FAILED, "A process for reading cannot be started", failure)
                    .with("program", program);
        }
    }

    private Process start(Room room, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(walls.words(room.folder()));
        command.addAll(Bounds.words(allowance));
        command.addAll(java(room));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(room.folder().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(ENVIRONMENT);
        return builder.start();
    }

    private List<String> java(Room room) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + allowance.heapMegabytes() + "m",
                "-Xss4m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + room.folder(),
                "-cp",
                classPath(),
                program);
    }

    /// The class path of this process, which the child reads from another working directory.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void end(Process child) {
        List<ProcessHandle> all = child.descendants().toList();
        child.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /// Limits of the system, where it has `prlimit`: on the size of a file, and on processor time should this process
    /// end before the deadline.
    private static final class Bounds {
        private static final boolean KNOWN = Walls.succeeds(List.of("prlimit", "--core=0", "true"));

        private static List<String> words(Allowance allowance) {
            if (!KNOWN) return List.of();
            return List.of(
                    "prlimit",
                    "--core=0",
                    "--fsize=" + allowance.fileBytes(),
                    "--cpu=" + (2 * allowance.time().toSeconds() + 1));
        }
    }
}
