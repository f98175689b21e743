package org.constancia.bench.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts the program that is tortured.
///
/// @param files home of blobs and log
/// @param database home of the bundled server
record Victims(Path files, Path database, String collection, Path errors) {
    Process start(long seed, int writers, int items, String... before) throws IOException {
        List<String> command = new ArrayList<>(List.of(before));
        command.addAll(List.of(
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
                Integer.toString(items)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
    }
}
