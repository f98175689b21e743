package org.constancia.app.cli.evidence;

import java.util.concurrent.Callable;
import org.constancia.core.failure.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Dossiers for a court or a partner.
@Command(
        name = "dossier",
        description = "Makes dossiers that others check without us.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DossierCreateCommand.class, CommandLine.HelpCommand.class})
public final class DossierCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Problem.USAGE.exitCode();
    }
}
