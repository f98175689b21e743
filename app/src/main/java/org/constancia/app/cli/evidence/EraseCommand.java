package org.constancia.app.cli.evidence;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.constancia.app.cli.DatabaseOption;
import org.constancia.app.configure.Workplace;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.store.record.ErasureDoor;
import org.constancia.store.source.SourceRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// Erases a source that must not be kept.
@Command(
        name = "erase",
        description = {
            "Erases a source that must not be kept: bytes, text, passages, proposals, and how it came in.",
            "Its digests stay, and why it went; the log keeps a closed entry of every change and still verifies."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Without --yes it only says what would be erased. Statements in force that rest on the source forbid it:",
            "reject them first. Backups and exports made before still hold what was erased.",
            "",
            "Examples:",
            "  constancia erase 12 --reason \"the witness withdrew consent\"",
            "  constancia erase 12 --reason \"the witness withdrew consent\" --yes",
            "  constancia erase 30 --with-parts --reason \"court order 2026-118\" --yes"
        })
public final class EraseCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database;

    @Parameters(paramLabel = "SOURCE", description = "Its number, or its identifier as the address of its page has it.")
    private String source;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why. It is kept and shown: name nobody who must not be found.")
    private String reason;

    @Option(names = "--with-parts", description = "Also what came out of it and of nothing else.")
    private boolean withParts;

    @Option(names = "--yes", description = "Erase. It cannot be undone.")
    private boolean confirmed;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        try (Workplace workplace = OpenedRecord.open(spec, database)) {
            List<SourceRow> sources = workplace.erasures().preview(source);
            if (sources.size() > 1 && !withParts) {
                throw new ConstanciaException(
                                Problem.USAGE,
                                "Other sources came out of this one, and nothing was erased; add --with-parts to erase them too")
                        .with("source", sources.getFirst().number())
                        .with("parts", sources.size() - 1);
            }
            if (!confirmed) {
                propose(sources);
                return 0;
            }
            List<ErasureDoor.Erased> erased = workplace.erasures().erase(sources, reason);
            workplace.log().sequence();
            print(erased);
            return 0;
        }
    }

    private void propose(List<SourceRow> sources) {
        PrintWriter terminal = spec.commandLine().getOut();
        for (SourceRow each : sources) {
            String title = each.title() == null ? "" : "  " + each.title();
            terminal.printf("would erase source %d, %d bytes%s%n", each.number(), each.length(), title);
        }
        terminal.println("Nothing was erased. Add --yes to erase; it cannot be undone.");
        terminal.flush();
    }

    private void print(List<ErasureDoor.Erased> erased) {
        PrintWriter terminal = spec.commandLine().getOut();
        if (json) {
            terminal.println(JSON.writeValueAsString(
                    Map.of("erased", erased.stream().map(EraseCommand::fields).toList())));
        } else {
            for (ErasureDoor.Erased each : erased) {
                terminal.printf("erased source %d; %d changes are closed for ever%n", each.number(), each.closed());
            }
            terminal.println("Backups and exports made before today still hold it; destroy those that must not.");
        }
        terminal.flush();
    }

    private static Map<String, Object> fields(ErasureDoor.Erased erased) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("source", erased.number());
        fields.put("id", erased.source().toString());
        fields.put("sha256", erased.sha256());
        fields.put("changesClosed", erased.closed());
        return fields;
    }
}
