package org.constancia.app.cli.evidence;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.constancia.app.cli.DatabaseOption;
import org.constancia.app.configure.Workplace;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.time.StampRenewal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `constancia log renew`.
@Command(
        name = "renew",
        description = {
            "Renews time stamps before their authority's certificates end (RFC 4998 evidence records).",
            "Due is a stamp a year ahead. While the record is served this is looked at every day."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit code 0, or 75 when no authority could be asked: what was due stays due.",
            "",
            "Examples:",
            "  constancia log renew",
            "  constancia log renew --rehash"
        })
public final class RenewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--all", description = "Every stamp, due or not.")
    private boolean all;

    @Option(names = "--rehash", description = "Every stamp, hashed again with SHA-512.")
    private boolean rehash;

    @Override
    public Integer call() {
        try (Workplace workplace = OpenedRecord.open(spec, database)) {
            LogCommand.requireAuthority(workplace.log().anchors());
            StampRenewal.Outcome outcome = workplace.log().anchors().renew(all, rehash);
            if (outcome.stamps() > 0) {
                LogCommand.notes(workplace).renewed(outcome);
                workplace.log().sequence();
            }
            tell(outcome);
            return outcome.missing().isEmpty() || outcome.stamps() > 0 ? 0 : Problem.CHANGED_MEANWHILE.exitCode();
        }
    }

    private void tell(StampRenewal.Outcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        if (outcome.stamps() > 0) out.printf("renewed %d by %s%n", outcome.stamps(), outcome.authority());
        else if (outcome.missing().isEmpty()) out.println("nothing is due");
        PrintWriter err = spec.commandLine().getErr();
        outcome.missing().forEach(line -> err.println("missing: " + line));
        if (outcome.tooLate() > 0) {
            err.printf("%d had ended before: only their record's own time is proven%n", outcome.tooLate());
        }
    }
}
