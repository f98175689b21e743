package org.constancia.store.log;

import java.nio.file.Path;
import java.security.SecureRandom;

/// Where an installation keeps its logs.
///
/// @param logs the tiles and checkpoints, a directory per log
/// @param outside the last signed checkpoints, kept apart; best on another disk
/// @param keys the private keys of the logs
/// @param random makes the keys of a log that begins
public record LogPlace(Path logs, Path outside, Path keys, SecureRandom random) {
    /// The usual places in the home of an installation.
    public static LogPlace of(Path home, Path outside, SecureRandom random) {
        return new LogPlace(home.resolve("log"), outside, home.resolve("keys"), random);
    }
}
