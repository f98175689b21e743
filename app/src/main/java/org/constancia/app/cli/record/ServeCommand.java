package org.constancia.app.cli.record;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.constancia.app.cli.Constancia;
import org.constancia.app.cli.DatabaseOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Serves the record until it is stopped.
@Command(
        name = "serve",
        description = "Opens the record and serves its pages on this machine.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  constancia serve",
            "  constancia serve --home /srv/constancia --port 8090",
            "  CONSTANCIA_DATABASE_URL=postgresql://owner@db.example/constancia constancia serve"
        })
public final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--port", defaultValue = "8080", description = "The port, 0 for any free one (default: 8080).")
    private int port;

    @Override
    public Integer call() {
        Path home = ((Constancia) spec.root().userObject()).home();
        return new ServedWorkplace(spec.commandLine().getErr(), port)
                .run(database.location(), home, ServedWorkplace.Contents.AS_THEY_ARE);
    }
}
