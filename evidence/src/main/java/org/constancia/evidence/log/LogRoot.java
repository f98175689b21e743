package org.constancia.evidence.log;

import java.nio.file.Path;
import org.constancia.evidence.digest.Sha256;

/// Roots of a log on disk, for readers without its keys.
public final class LogRoot {
    private LogRoot() {}

    /// The root of the first `size` entries of the log of `logSize` entries in this directory.
    public static Sha256 of(Path directory, long logSize, long size) {
        return new TileFiles(directory).tree(logSize).root(size);
    }
}
