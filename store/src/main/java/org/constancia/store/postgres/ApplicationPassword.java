package org.constancia.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.store.embedded.PrivateFile;

/// The password of the application role on an external server: the one that was given, or one made here and kept in
/// a file nobody else can read.
record ApplicationPassword(String value) {

    static ApplicationPassword of(DatabaseLocation.External location) {
        return location.applicationPassword() == null
                ? kept(location.home())
                : new ApplicationPassword(location.applicationPassword());
    }

    private static ApplicationPassword kept(Path home) {
        Path file = home.resolve("application.password");
        try {
            if (!Files.exists(file)) {
                PrivateFile.makeDirectory(home);
                PrivateFile.write(file, PrivateFile.randomPassword());
            }
            return new ApplicationPassword(Files.readString(file).strip());
        } catch (IOException failure) {
            throw new ConstanciaException(
                            Problem.STORAGE_FAILED, "The password of the application role cannot be kept", failure)
                    .with("file", file);
        }
    }

    /// Never shows the password.
    @Override
    public String toString() {
        return "ApplicationPassword[...]";
    }
}
