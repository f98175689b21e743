package org.constancia.evidence.log;

import java.nio.file.Path;
import java.security.SecureRandom;

/// The keys of a log and of its successors. Each origin has keys of its own, so that a policy can name them
/// apart.
///
/// @param directory where the key files are: `log-1.keys`, `log-2.keys`, ...
/// @param name the log's name without its number, such as `example.org/record`
/// @param random a cryptographic generator
public record LogKeyring(Path directory, String name, SecureRandom random) {
    /// The unique name of the log with this number, from 1.
    public String origin(int number) {
        return name + "/" + number;
    }

    /// The keys of the log with this number; made when they do not exist.
    public LogKeys keys(int number) {
        return LogKeys.open(directory.resolve("log-" + number + ".keys"), origin(number), random);
    }
}
