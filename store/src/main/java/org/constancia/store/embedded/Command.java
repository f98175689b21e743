package org.constancia.store.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// Runs other programs: the server's, and the two that change the user they run as.
final class Command {
    private Command() {}

    static List<String> prefixed(ServerUser user, String... words) {
        List<String> command = new ArrayList<>(user.prefix());
        command.addAll(List.of(words));
        return command;
    }

    /// Whether the command can be started, ends well, and prints what is expected.
    static boolean runs(List<String> command, Predicate<String> expected) {
        try {
            Outcome outcome = run(command);
            return outcome.exitCode() == 0 && expected.test(outcome.output());
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /// How a command ended, with everything it printed.
    record Outcome(int exitCode, String output) {}

    static Outcome run(List<String> command) throws IOException {
        Process process = builder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(waitFor(process), output);
    }

    /// Starts a command that outlives this program, its output appended to a file.
    static Process detach(List<String> command, Path log) throws IOException {
        return builder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /// PostgreSQL's own variables would change what its programs do; a UTF-8 locale without a language keeps
    /// letters letters and messages English.
    private static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
        Map<String, String> environment = builder.environment();
        environment
                .keySet()
                .removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANGUAGE"));
        environment.put("LANG", "C.UTF-8");
        return builder;
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConstanciaException(Problem.CANCELLED, "Interrupted while waiting for the database", interrupted);
        }
    }
}
