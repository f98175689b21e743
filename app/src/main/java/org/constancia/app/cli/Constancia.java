package org.constancia.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.constancia.app.cli.estimate.EstimateCommand;
import org.constancia.app.cli.evidence.BackupCommand;
import org.constancia.app.cli.evidence.CaptureCommand;
import org.constancia.app.cli.evidence.DossierCommand;
import org.constancia.app.cli.evidence.EraseCommand;
import org.constancia.app.cli.evidence.ExportCommand;
import org.constancia.app.cli.evidence.FsckCommand;
import org.constancia.app.cli.evidence.ImportCommand;
import org.constancia.app.cli.evidence.LogCommand;
import org.constancia.app.cli.evidence.RestoreCommand;
import org.constancia.app.cli.evidence.ScrubCommand;
import org.constancia.app.cli.evidence.VerifyCommand;
import org.constancia.app.cli.evidence.WitnessCommand;
import org.constancia.app.cli.link.LinkCommand;
import org.constancia.app.cli.reading.CleanCommand;
import org.constancia.app.cli.reading.ExtractCommand;
import org.constancia.app.cli.reading.NearDuplicatesCommand;
import org.constancia.app.cli.record.DemoCommand;
import org.constancia.app.cli.record.IngestCommand;
import org.constancia.app.cli.record.RebuildCommand;
import org.constancia.app.cli.record.RulesCommand;
import org.constancia.app.cli.record.ServeCommand;
import org.constancia.core.failure.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The root command. Every subcommand is listed here by class; the options every command shares are declared here
/// once.
///
/// A command returns its exit code (0 when all went well) or throws: a
/// [org.constancia.core.failure.ConstanciaException] becomes one line on standard error and the code of its
/// problem, anything else is our mistake (70). Standard output carries results only, so that it can be piped;
/// progress goes to standard error.
@Command(
        name = "constancia",
        description = "An open accountability record for human-rights violations.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            IngestCommand.class,
            CaptureCommand.class,
            CleanCommand.class,
            ExtractCommand.class,
            NearDuplicatesCommand.class,
            LinkCommand.class,
            EstimateCommand.class,
            RulesCommand.class,
            RebuildCommand.class,
            DossierCommand.class,
            VerifyCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            LogCommand.class,
            WitnessCommand.class,
            FsckCommand.class,
            ScrubCommand.class,
            EraseCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Constancia implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:CONSTANCIA_HOME:-${sys:user.home}/.constancia}",
            description = "Where this machine keeps the record (default: ~/.constancia, or CONSTANCIA_HOME).")
    private Path home;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "When something fails, show the whole trace.")
    private boolean debug;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /// The complete command line; tests give it writers of their own.
    static CommandLine commandLine() {
        return new CommandLine(new Constancia())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Failures::wrongUse)
                .setExecutionExceptionHandler(Failures::failed);
    }

    /// The directory of `--home`, absolute.
    public Path home() {
        return home.toAbsolutePath().normalize();
    }

    boolean debug() {
        return debug;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        spec.commandLine().usage(err);
        return Problem.USAGE.exitCode();
    }
}
