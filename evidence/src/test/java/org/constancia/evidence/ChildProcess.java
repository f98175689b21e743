package org.constancia.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts a `main` method of the tests in a Java process of its own, so that it can be killed.
public final class ChildProcess {
    private ChildProcess() {}

    /// The child's standard error goes to the file; its standard output can be read from the process.
    public static Process start(Path errors, Class<?> main, String... arguments) throws IOException {
        return start(List.of(), errors, main, arguments);
    }

    /// As above, with words before the command: `strace`, `unshare`, ...
    public static Process start(List<String> before, Path errors, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(command(main, arguments));
        return new ProcessBuilder(command).redirectError(errors.toFile()).start();
    }

    public static List<String> command(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
