package org.constancia.app.cli;

import java.nio.file.Path;
import org.constancia.store.postgres.DatabaseLocation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The option of every command that works on the record: which database. Use it as a picocli mixin:
///
/// ```java
/// @Mixin
/// private DatabaseOption database;
/// ```
public final class DatabaseOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            defaultValue = "${env:CONSTANCIA_DATABASE_URL}",
            description = {
                "The owner's login to a PostgreSQL 15 or later, instead of the bundled server.",
                "Better given as CONSTANCIA_DATABASE_URL, since other users can see command lines."
            })
    private @Nullable String url;

    @Option(
            names = "--application-password",
            paramLabel = "PASSWORD",
            hidden = true,
            defaultValue = "${env:CONSTANCIA_APPLICATION_PASSWORD}")
    private @Nullable String applicationPassword;

    /// The bundled server in `--home`, or the server of the URL.
    public DatabaseLocation location() {
        Path home = ((Constancia) command.root().userObject()).home();
        return url == null
                ? new DatabaseLocation.Bundled(home)
                : new DatabaseLocation.External(url, home, applicationPassword);
    }
}
