package org.constancia.app.cli.evidence;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.constancia.app.cli.DatabaseOption;
import org.constancia.app.configure.Workplace;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.content.Scrub;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Re-reads everything that is preserved, now.
@Command(
        name = "scrub",
        description =
                "Re-reads every preserved item and compares it with its digest; the result becomes a change of the record.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit code 0 when every item is intact, 65 when some are damaged: their names are printed."})
public final class ScrubCommand implements Callable<Integer> {
    private static final long BETWEEN_LINES_NANOS = 1_000_000_000L;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database;

    private long saidAt = System.nanoTime();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try (Workplace workplace = OpenedRecord.open(spec, database)) {
            Scrub result = workplace.scrubbing().run((items, bytes) -> {
                if (System.nanoTime() - saidAt < BETWEEN_LINES_NANOS) return;
                saidAt = System.nanoTime();
                err.printf("%d items, %d MB%n", items, bytes / 1_000_000);
                err.flush();
            });
            workplace.log().sequence();
            result.damaged().forEach(name -> spec.commandLine().getOut().println("damaged: blob " + name.hex()));
            spec.commandLine().getOut().printf("%d items, %d bytes read%n", result.blobs(), result.bytes());
            return result.isClean() ? 0 : Problem.BAD_INPUT.exitCode();
        }
    }
}
