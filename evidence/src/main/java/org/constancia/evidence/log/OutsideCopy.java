package org.constancia.evidence.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.constancia.evidence.durable.DurableFiles;
import org.constancia.evidence.note.SignedNote;

/// The last signed checkpoint, kept apart from the log and the database, best on another disk: what the log
/// must extend for ever. Also keeps the last checkpoint of each day.
///
/// Layout: `<number of the log>/latest` and `<number of the log>/2026-11-23`.
final class OutsideCopy {
    private final Path directory;

    OutsideCopy(Path directory, int number) {
        this.directory = directory.resolve(Integer.toString(number));
    }

    Optional<SignedNote> latest() throws IOException {
        Path file = directory.resolve("latest");
        return Files.exists(file) ? Optional.of(SignedNote.parse(Files.readAllBytes(file))) : Optional.empty();
    }

    /// Replaces the latest checkpoint, durably.
    ///
    /// @param signed when it was signed; its day is that of UTC
    void keep(SignedNote checkpoint, Instant signed) throws IOException {
        DurableFiles.createDirectories(directory);
        byte[] bytes = checkpoint.bytes();
        DurableFiles.replace(directory.resolve("latest"), bytes);
        DurableFiles.replace(
                directory.resolve(LocalDate.ofInstant(signed, ZoneOffset.UTC).toString()), bytes);
        DurableFiles.forceDirectory(directory);
    }

    /// The days a checkpoint was kept for, in order.
    List<LocalDate> days() throws IOException {
        List<LocalDate> days = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.matches("\\d{4}-\\d{2}-\\d{2}"))
                        .map(LocalDate::parse)
                        .sorted()
                        .forEach(days::add);
            }
        }
        return days;
    }

    /// The last checkpoint kept on a day.
    Optional<SignedNote> ofDay(LocalDate day) throws IOException {
        Path file = directory.resolve(day.toString());
        return Files.exists(file) ? Optional.of(SignedNote.parse(Files.readAllBytes(file))) : Optional.empty();
    }
}
