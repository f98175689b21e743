package org.constancia.store.embedded;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// The passwords of the cluster's three roles: the administrator made by `initdb` (a superuser, used for the first
/// set-up and for checking the server only), the owner of the tables, and the application.
///
/// They live in one file of mode 0600, written before the cluster exists.
record Access(String administrator, String owner, String application) {
    static Access random() {
        return new Access(PrivateFile.randomPassword(), PrivateFile.randomPassword(), PrivateFile.randomPassword());
    }

    static Access read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new ConstanciaException(
                            Problem.DATABASE_NOT_OURS,
                            "The passwords of this database are missing; restore the file from your backup")
                    .with("file", file);
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new Access(
                required(properties, BundledPostgres.ADMINISTRATOR, file),
                required(properties, BundledPostgres.OWNER, file),
                required(properties, BundledPostgres.APPLICATION, file));
    }

    private static String required(Properties properties, String role, Path file) {
        String password = properties.getProperty(role);
        if (password == null) {
            throw new ConstanciaException(Problem.DATABASE_NOT_OURS, "A password of this database is missing")
                    .with("role", role)
                    .with("file", file);
        }
        return password;
    }

    void write(Path file) throws IOException {
        PrivateFile.write(file, """
                # Passwords of the PostgreSQL roles of this directory. Keep this file with the database.
                %s=%s
                %s=%s
                %s=%s
                """.formatted(
                        BundledPostgres.ADMINISTRATOR,
                        administrator,
                        BundledPostgres.OWNER,
                        owner,
                        BundledPostgres.APPLICATION,
                        application));
    }

    /// Never shows a password.
    @Override
    public String toString() {
        return "Access[...]";
    }
}
