package org.constancia.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The file `postmaster.pid` in the cluster directory, which PostgreSQL keeps while it runs and leaves behind when
/// it is killed. Lines: 1 process, 2 data directory, 3 start second, 4 port, 5 socket directory, 6 address, 7
/// shared memory, 8 status padded with blanks.
final class PostmasterFile {
    private static final Duration START_TOLERANCE = Duration.ofSeconds(5);

    private PostmasterFile() {}

    static Path in(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /// What the file tells about the cluster.
    sealed interface Found {
        /// No server, or one that died: PostgreSQL recovers by itself.
        record Nothing() implements Found {}

        /// The living server of this cluster.
        record Ours(ProcessHandle server, int port, Status status) implements Found {}

        /// The dead server's number now belongs to another process, which happens after a power cut and in
        /// containers.
        record NumberReused(long pid) implements Found {}
    }

    enum Status {
        STARTING,
        READY,
        STOPPING
    }

    static Found read(Path cluster) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(in(cluster));
        } catch (NoSuchFileException missing) {
            return new Found.Nothing();
        }
        Optional<Long> pid = number(lines, 1);
        Optional<ProcessHandle> process = pid.flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return new Found.Nothing();
        }
        if (!isServerOf(cluster.toRealPath(), process.get(), lines)) {
            return new Found.NumberReused(process.get().pid());
        }
        return new Found.Ours(process.get(), number(lines, 4).orElse(0L).intValue(), status(lines));
    }

    /// The directory must be this one and the process must have started when the file says; where the platform
    /// gives no start instant, the login that follows decides.
    private static boolean isServerOf(Path cluster, ProcessHandle process, List<String> lines) {
        boolean sameDirectory =
                line(lines, 2).filter(cluster.toString()::equals).isPresent();
        Optional<Instant> written = number(lines, 3).map(Instant::ofEpochSecond);
        Optional<Instant> started = process.info().startInstant();
        boolean sameStart = written.isEmpty()
                || started.isEmpty()
                || Duration.between(written.get(), started.get()).abs().compareTo(START_TOLERANCE) <= 0;
        return sameDirectory && sameStart;
    }

    /// A file still being written has no status line yet: the server is starting.
    private static Status status(List<String> lines) {
        return switch (line(lines, 8).orElse("").toLowerCase(Locale.ROOT)) {
            case "ready" -> Status.READY;
            case "stopping" -> Status.STOPPING;
            default -> Status.STARTING;
        };
    }

    private static Optional<String> line(List<String> lines, int number) {
        return lines.size() < number
                ? Optional.empty()
                : Optional.of(lines.get(number - 1).strip());
    }

    private static Optional<Long> number(List<String> lines, int number) {
        return line(lines, number).filter(text -> text.matches("-?\\d+")).map(Long::valueOf);
    }
}
