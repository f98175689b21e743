package org.constancia.app.cli.evidence;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.constancia.app.cli.Constancia;
import org.constancia.app.cli.DatabaseOption;
import org.constancia.app.configure.Workplace;
import org.constancia.app.dossier.SourceExports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// Brings the originals of an export or a dossier into this record.
@Command(
        name = "import",
        description = "Brings the originals of an export or a dossier into this record.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Every byte is checked against the manifests first; a damaged export brings nothing in. To check",
            "whose log a dossier is from, use: constancia verify.",
            "",
            "Examples:",
            "  constancia import sources.zip",
            "  constancia --home other import case.zip --json"
        })
public final class ImportCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database;

    @Parameters(paramLabel = "PATH", description = "A ZIP file or a folder made by export or dossier create.")
    private Path path;

    @Option(names = "--json", description = "One JSON object a line for each original.")
    private boolean json;

    @Override
    public Integer call() {
        Path home = ((Constancia) spec.root().userObject()).home();
        PrintWriter err = spec.commandLine().getErr();
        try (Workplace workplace =
                Workplace.open(database.location(), home, false, Clock.systemDefaultZone(), err::println)) {
            workplace.exports().bringIn(path, new TerminalCount(err)::show).forEach(this::tell);
            workplace.log().sequence();
        }
        return 0;
    }

    private void tell(SourceExports.Imported imported) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("number", imported.number());
            fields.put("sha256", imported.sha256());
            fields.put("new", imported.isNew());
            fields.put("file", imported.fileName());
            out.println(JSON.writeValueAsString(fields));
        } else {
            out.println("#" + imported.number() + "  " + imported.sha256().substring(0, 12) + "  " + imported.fileName()
                    + "  " + (imported.isNew() ? "preserved" : "known already, captured once more"));
        }
        out.flush();
    }
}
