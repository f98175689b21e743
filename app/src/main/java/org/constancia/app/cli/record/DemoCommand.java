package org.constancia.app.cli.record;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.constancia.app.cli.Constancia;
import org.constancia.store.postgres.DatabaseLocation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Serves a record with something in it. It keeps to a home of its own below `--home`, so that invented people never
/// stand among real ones.
@Command(
        name = "demo",
        description = "Loads a fictional collection and the sample article, and serves its pages on this machine.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The demonstration keeps to the folder “demo” of --home; delete it to begin again.",
            "",
            "Examples:",
            "  constancia demo",
            "  constancia demo --port 8090"
        })
public final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--port", defaultValue = "8080", description = "The port, 0 for any free one (default: 8080).")
    private int port;

    @Override
    public Integer call() {
        Path home = ((Constancia) spec.root().userObject()).home().resolve("demo");
        return new ServedWorkplace(spec.commandLine().getErr(), port)
                .run(new DatabaseLocation.Bundled(home), home, ServedWorkplace.Contents.DEMONSTRATION);
    }
}
