package org.constancia.app.cli.record;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.constancia.app.cli.Constancia;
import org.constancia.app.cli.DatabaseOption;
import org.constancia.app.configure.Workplace;
import org.constancia.core.failure.Problem;
import org.constancia.store.projection.ProjectionDigests;
import org.constancia.store.record.Writing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Makes every typed row again from the statements and says whether anything differs from before.
@Command(
        name = "rebuild",
        description = "Makes the typed rows again from the statements, and compares them with those before.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit code 0 when every row is as it was, 70 when a row differs: then report it, the rows are right now.",
            "",
            "Example:",
            "  constancia rebuild"
        })
public final class RebuildCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database;

    @Override
    public Integer call() {
        Path home = ((Constancia) spec.root().userObject()).home();
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        try (Workplace workplace =
                Workplace.open(database.location(), home, false, Clock.systemDefaultZone(), err::println)) {
            Map<String, String> before = workplace.records().read(workplace.session(), ProjectionDigests::read);
            int subjects = workplace
                    .records()
                    .write(workplace.session(), Writing::rebuildProjections)
                    .result();
            Map<String, String> after = workplace.records().read(workplace.session(), ProjectionDigests::read);
            int differing = 0;
            for (Map.Entry<String, String> table : after.entrySet()) {
                boolean same = table.getValue().equals(before.get(table.getKey()));
                if (!same) differing++;
                out.println((same ? "same       " : "different  ") + table.getKey() + "  " + table.getValue());
            }
            out.println(subjects + " subjects projected, " + differing + " tables differ");
            return differing == 0 ? 0 : Problem.BUG.exitCode();
        }
    }
}
