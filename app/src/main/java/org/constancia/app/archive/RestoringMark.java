package org.constancia.app.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.durable.DurableFiles;

/// A file in a home that is being restored. It is there before anything else and goes when all is durable and checked,
/// so a home that has it is never opened as a record.
public final class RestoringMark {
    static final String NAME = "restoring";

    private static final String TEXT =
            "A restore into this home has begun and has not ended. If none is running, delete this"
                    + " directory and restore again.\n";

    private RestoringMark() {}

    /// @throws ConstanciaException `STORAGE_FAILED` when a restore into this home has not ended
    public static void refuse(Path home) {
        if (Files.exists(home.resolve(NAME))) {
            throw new ConstanciaException(
                            Problem.STORAGE_FAILED,
                            "A restore into this home has begun and has not ended; if none is running, delete the home"
                                    + " and restore again")
                    .with("home", home);
        }
    }

    static void set(Path home) throws IOException {
        DurableFiles.write(home.resolve(NAME), TEXT.getBytes(StandardCharsets.UTF_8));
    }

    static void remove(Path home) throws IOException {
        Files.delete(home.resolve(NAME));
        DurableFiles.forceDirectory(home);
    }
}
