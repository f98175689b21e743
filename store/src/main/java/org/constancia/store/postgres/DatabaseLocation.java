package org.constancia.store.postgres;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the record is kept.
public sealed interface DatabaseLocation {

    /// The bundled server, with its files under `home`.
    record Bundled(Path home) implements DatabaseLocation {}

    /// A PostgreSQL 15 or later that somebody else runs.
    ///
    /// @param url the owner's login: `jdbc:postgresql://host:port/database?user=..&password=..` or
    ///     `postgresql://user:password@host:port/database`
    /// @param home where the generated password of the application role is kept when none is given
    /// @param applicationPassword the password of the application role, or null to have one generated
    record External(String url, Path home, @Nullable String applicationPassword) implements DatabaseLocation {

        public External(String url, Path home) {
            this(url, home, null);
        }

        /// Never shows a password: the address holds one.
        @Override
        public String toString() {
            return "External[home=" + home + "]";
        }
    }
}
