package org.constancia.store.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// The name of an installation's logs without their number. It stands in every checkpoint, so it is chosen once and by
/// chance: it says nothing of who keeps the record.
final class LogName {
    private static final String ORIGIN = "origin ";

    private LogName() {}

    /// The name the database knows, or that of the keys, or a new one.
    ///
    /// @param known the origin of a log in the database, name and number
    static String find(Optional<String> known, Path keys, RandomGenerator random) {
        return known.or(() -> ofKeys(keys)).map(LogName::withoutNumber).orElseGet(() -> fresh(random));
    }

    private static Optional<String> ofKeys(Path keys) {
        if (!Files.isDirectory(keys)) return Optional.empty();
        try (Stream<Path> files = Files.list(keys)) {
            List<Path> ofLogs = files.filter(
                            file -> file.getFileName().toString().matches("log-[0-9]+\\.keys"))
                    .sorted()
                    .toList();
            for (Path file : ofLogs) {
                Optional<String> origin = Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith(ORIGIN))
                        .map(line -> line.substring(ORIGIN.length()))
                        .findFirst();
                if (origin.isPresent()) return origin;
            }
            return Optional.empty();
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.STORAGE_FAILED, "The keys of the log cannot be read", failure)
                    .with("directory", keys);
        }
    }

    private static String withoutNumber(String origin) {
        return origin.substring(0, origin.lastIndexOf('/'));
    }

    private static String fresh(RandomGenerator random) {
        byte[] chance = new byte[8];
        random.nextBytes(chance);
        return "constancia.invalid/" + HexFormat.of().formatHex(chance);
    }
}
