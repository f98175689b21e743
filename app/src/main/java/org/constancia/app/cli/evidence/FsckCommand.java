package org.constancia.app.cli.evidence;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.constancia.app.cli.DatabaseOption;
import org.constancia.app.configure.Workplace;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.log.Disagreement;
import org.constancia.evidence.log.LogState;
import org.constancia.store.log.RecordCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// Checks that everything that is kept agrees.
@Command(
        name = "fsck",
        description = {
            "Checks that preserved bytes, rows, log entries, tiles, checkpoints and openings agree.",
            "Changes nothing but to take waiting changes to the log first."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit code 0 when everything agrees, 65 when something does not: each disagreement is a line with its place.",
            "",
            "Examples:",
            "  constancia fsck",
            "  constancia fsck --json > fsck.json"
        })
public final class FsckCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long BETWEEN_LINES_NANOS = 1_000_000_000L;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    private long saidAt;

    @Override
    public Integer call() {
        try (Workplace workplace = OpenedRecord.open(spec, database)) {
            if (workplace.log().state() instanceof LogState.Writable)
                workplace.log().sequence();
            RecordCheck.Report report = workplace.log().check(workplace.contents(), this::tell);
            print(report);
            return report.isSound() ? 0 : Problem.BAD_INPUT.exitCode();
        }
    }

    private void tell(RecordCheck.Part part, long done, long of) {
        long now = System.nanoTime();
        if (saidAt == 0) saidAt = now;
        if (now - saidAt < BETWEEN_LINES_NANOS) return;
        saidAt = now;
        PrintWriter err = spec.commandLine().getErr();
        err.println(part.name().toLowerCase(Locale.ROOT) + ": " + done + (of > 0 ? " of " + of : ""));
        err.flush();
    }

    private void print(RecordCheck.Report report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            List<Map<String, Object>> disagreements = new ArrayList<>();
            for (Disagreement each : report.disagreements()) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("place", each.place());
                fields.put("what", each.what());
                disagreements.add(fields);
            }
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("sound", report.isSound());
            fields.put("blobs", report.blobs());
            fields.put("logs", report.logs());
            fields.put("entries", report.entries());
            fields.put("disagreements", disagreements);
            out.println(JSON.writeValueAsString(fields));
        } else {
            report.disagreements().forEach(each -> out.println(each.place() + ": " + each.what()));
            out.printf(
                    "%d blobs, %d entries in %d %s: %s%n",
                    report.blobs(),
                    report.entries(),
                    report.logs(),
                    report.logs() == 1 ? "log" : "logs",
                    report.isSound() ? "sound" : report.disagreements().size() + " disagreements");
        }
        out.flush();
    }
}
