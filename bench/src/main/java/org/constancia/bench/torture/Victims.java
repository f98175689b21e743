package org.constancia.bench.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Starts the program that is tortured.
///
/// @param files home of blobs and log
/// @param database home of the bundled server
record Victims(Path files, Path database, String collection, Path errors) {
    /// Starts it and lets it work at once.
    Process start(long seed, int writers, int items) throws IOException {
        Process victim = startWaiting(seed, writers, items);
        begin(victim);
        return victim;
    }

    /// Starts it and waits until everything it needs is open; it works from [#begin] on.
    Process startWaiting(long seed, int writers, int items) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                WritersProgram.class.getName(),
                files.toString(),
                database.toString(),
                collection,
                Long.toString(seed),
                Integer.toString(writers),
                Integer.toString(items));
        Process victim = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
        victim.inputReader(StandardCharsets.US_ASCII).readLine();
        return victim;
    }

    /// Lets it work, unless it ended already because something could not be opened.
    void begin(Process victim) {
        try {
            victim.getOutputStream().write('\n');
            victim.getOutputStream().flush();
        } catch (IOException ended) {
            if (victim.isAlive()) throw new UncheckedIOException(ended);
        }
    }
}
