package org.constancia.app.cli.evidence;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.constancia.app.cli.Constancia;
import org.constancia.app.cli.DatabaseOption;
import org.constancia.app.configure.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Exports the sources of the collection.
@Command(
        name = "export",
        description = "Exports the preserved sources, byte for byte, with what is known of each.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  constancia export --out sources.zip",
            "  constancia export --out sources/ && (cd sources && sha512sum -c manifest-sha512.txt)"
        })
public final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PATH",
            description = "A ZIP file to make, or a directory that does not exist yet.")
    private Path out;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        Path home = ((Constancia) spec.root().userObject()).home();
        PrintWriter err = spec.commandLine().getErr();
        try (Workplace workplace =
                Workplace.open(database.location(), home, false, Clock.systemDefaultZone(), err::println)) {
            int sources = workplace.exports().export(out, new TerminalCount(err)::show);
            PrintWriter terminal = spec.commandLine().getOut();
            terminal.println(
                    json
                            ? "{\"sources\":" + sources + "}"
                            : out + "  " + sources + " sources, every byte as preserved");
            terminal.flush();
        }
        return 0;
    }
}
