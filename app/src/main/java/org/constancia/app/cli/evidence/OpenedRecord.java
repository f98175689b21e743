package org.constancia.app.cli.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.constancia.app.cli.Constancia;
import org.constancia.app.cli.DatabaseOption;
import org.constancia.app.configure.Workplace;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import picocli.CommandLine.Model.CommandSpec;

/// What the commands about a record share: its home, opening it, writing a file.
final class OpenedRecord {
    private OpenedRecord() {}

    static Path home(CommandSpec spec) {
        return ((Constancia) spec.root().userObject()).home();
    }

    static Workplace open(CommandSpec spec, DatabaseOption database) {
        return Workplace.open(
                database.location(),
                home(spec),
                false,
                Clock.systemDefaultZone(),
                spec.commandLine().getErr()::println);
    }

    /// Writes a new file; one that exists is not overwritten.
    static void write(Path file, byte[] bytes) {
        if (Files.exists(file)) {
            throw new ConstanciaException(Problem.CANNOT_WRITE_OUTPUT, "The file exists; nothing was written")
                    .with("file", file);
        }
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) Files.createDirectories(parent);
            Files.write(file, bytes);
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.CANNOT_WRITE_OUTPUT, "The file could not be written", failure)
                    .with("file", file);
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.INPUT_NOT_FOUND, "The file cannot be read", failure)
                    .with("file", file);
        }
    }
}
