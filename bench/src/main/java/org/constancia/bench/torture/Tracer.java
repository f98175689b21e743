package org.constancia.bench.torture;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// strace attached to a running victim, so that only what it does from then on is seen and spoilt.
///
/// @param trace file it writes what it saw to
record Tracer(Process strace, Path trace) {
    /// Attaches; when this returns the victim is traced.
    ///
    /// @param options what to trace and to inject
    static Tracer attach(Process victim, Path trace, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-o", trace.toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-p", Long.toString(victim.pid())));
        Process strace = new ProcessBuilder(command).start();
        BufferedReader said = strace.errorReader();
        String line = said.readLine();
        if (line == null || !line.contains("attached")) throw new IOException("strace: " + line);
        Thread.ofVirtual().start(() -> said.lines().forEach(rest -> {}));
        return new Tracer(strace, trace);
    }

    /// What it saw, once the victim has ended.
    List<String> seen() throws IOException, InterruptedException {
        if (!strace.waitFor(1, TimeUnit.MINUTES)) strace.destroyForcibly();
        List<String> seen = Files.readAllLines(trace);
        Files.delete(trace);
        return seen;
    }
}
