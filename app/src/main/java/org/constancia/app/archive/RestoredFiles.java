package org.constancia.app.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.durable.DurableFiles;

/// The files of an archive on their way into an empty home, readable by nobody else. They are forced to the disk
/// together, once all have arrived: one by one would take a disk's turn for each.
final class RestoredFiles {
    private static final int FORCED_BESIDE_EACH_OTHER = 16;
    private static final FileTime EPOCH = FileTime.from(Instant.EPOCH);

    private final Path home;

    /// @param home which holds nothing but the mark of the restore and what is restored
    RestoredFiles(Path home) {
        this.home = home;
    }

    /// Makes the home, or takes one that is there and empty, and marks it.
    ///
    /// @throws ConstanciaException `CANNOT_WRITE_OUTPUT` when it holds anything; then nothing in it was changed
    static RestoredFiles in(Path home) throws IOException {
        if (Files.exists(home)) {
            refuseUnlessEmpty(home);
        } else {
            Files.createDirectories(
                    home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        RestoringMark.set(home);
        return new RestoredFiles(home.toRealPath());
    }

    private static void refuseUnlessEmpty(Path home) throws IOException {
        RestoringMark.refuse(home);
        try (Stream<Path> entries = Files.list(home)) {
            if (entries.anyMatch(entry -> !entry.endsWith("lost+found"))) {
                throw new ConstanciaException(
                                Problem.CANNOT_WRITE_OUTPUT,
                                "The home is not empty, and nothing in it was changed; restore into an empty or new one")
                        .with("home", home);
            }
        }
    }

    /// Writes a file.
    ///
    /// @param name a path below the home
    void write(String name, InputStream content) throws IOException {
        Path file = home.resolve(name).normalize();
        if (!file.startsWith(home) || file.equals(home.resolve(RestoringMark.NAME))) {
            throw new ConstanciaException(Problem.BAD_INPUT, "The archive names a file outside the home")
                    .with("name", name);
        }
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (FileChannel channel = FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                OutputStream out = Channels.newOutputStream(channel)) {
            content.transferTo(out);
        }
        Files.setLastModifiedTime(file, EPOCH);
    }

    /// Returns when everything that was written survives a power cut.
    void force() throws IOException {
        List<Future<?>> forced = new ArrayList<>();
        try (ExecutorService beside = Executors.newFixedThreadPool(FORCED_BESIDE_EACH_OTHER)) {
            for (Path each : restored()) {
                try (Stream<Path> files = Files.walk(each)) {
                    files.forEach(file -> forced.add(beside.submit(() -> {
                        DurableFiles.forceDirectory(file);
                        return file;
                    })));
                }
            }
        }
        for (Future<?> each : forced) await(each);
        DurableFiles.forceDirectory(home);
    }

    /// The bundled server forces its own files.
    private List<Path> restored() throws IOException {
        try (Stream<Path> entries = Files.list(home)) {
            return entries.filter(entry -> !entry.endsWith("db") && !entry.endsWith("postgres"))
                    .toList();
        }
    }

    /// Removes everything, so that the restore can be tried again. The home itself stays.
    void remove() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(home) && !file.equals(home.resolve(RestoringMark.NAME))) Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(home.resolve(RestoringMark.NAME));
    }

    private static void await(Future<?> forced) throws IOException {
        try {
            forced.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConstanciaException(Problem.CANCELLED, "The restore was stopped", interrupted);
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        }
    }
}
