package org.constancia.evidence.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// Which log is the current one. A log that lost entries is followed by one with the next number; a number that is
/// known outside counts, although the log itself may be gone.
final class LogNumbers {
    private LogNumbers() {}

    /// The highest number in either place, at least 1.
    static int current(Path directory, Path outside) {
        int highest = 1;
        for (Path each : List.of(directory, outside)) {
            if (Files.isDirectory(each)) {
                highest = Math.max(highest, highest(each));
            }
        }
        return highest;
    }

    private static int highest(Path directory) {
        try (Stream<Path> logs = Files.list(directory)) {
            return logs.map(log -> log.getFileName().toString())
                    .filter(name -> name.matches("[1-9][0-9]{0,5}"))
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElse(1);
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.STORAGE_FAILED, "The logs cannot be listed", failure)
                    .with("directory", directory);
        }
    }
}
