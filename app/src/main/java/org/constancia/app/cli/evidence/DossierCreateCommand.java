package org.constancia.app.cli.evidence;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.constancia.app.cli.Constancia;
import org.constancia.app.cli.DatabaseOption;
import org.constancia.app.configure.Workplace;
import org.constancia.app.dossier.Disclosure;
import org.constancia.app.dossier.DossierRequest;
import org.constancia.app.dossier.Dossiers;
import org.constancia.app.web.page.Language;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// Makes the dossier of an event.
@Command(
        name = "create",
        description = "Makes the dossier of an event: originals, records, proofs, and how to check them.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The export is logged before anything is written. The file is whole or absent.",
            "",
            "Examples:",
            "  constancia dossier create --event 018f... --out case.zip",
            "  constancia dossier create --event 018f... --out case.zip --language en --withhold person.document",
            "  constancia dossier create --event 018f... --out case.zip.age --recipient age1..."
        })
public final class DossierCreateCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--event", required = true, paramLabel = "ID", description = "The event, as its address names it.")
    private String event;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to make, a ZIP file.")
    private Path out;

    @Option(
            names = "--language",
            defaultValue = "es",
            paramLabel = "es|en",
            description = "Of the readable page and the custody record (default: es).")
    private String language;

    @Option(
            names = "--recipient",
            paramLabel = "AGE",
            description = "Encrypt to this age recipient (age1...); may be repeated. Nobody else can open it.")
    private List<String> recipients = List.of();

    @Option(
            names = "--disclose",
            split = ",",
            paramLabel = "WHAT",
            description = {
                "Disclose only this: a kind (figure), a property (person.document) or a thing (person:018f...).",
                "Default: everything about the event."
            })
    private List<String> disclosed = List.of();

    @Option(
            names = "--withhold",
            split = ",",
            paramLabel = "WHAT",
            description = "Do not disclose this. Its entries are enclosed closed: proven, and telling nothing.")
    private List<String> withheld = List.of();

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        Language written = Language.find(language)
                .orElseThrow(() -> new ConstanciaException(Problem.USAGE, "Choose es or en; no dossier was made")
                        .with("language", language));
        DossierRequest request =
                new DossierRequest(event, written, Disclosure.of(disclosed, withheld), List.copyOf(recipients));
        Path home = ((Constancia) spec.root().userObject()).home();
        PrintWriter err = spec.commandLine().getErr();
        try (Workplace workplace =
                Workplace.open(database.location(), home, false, Clock.systemDefaultZone(), err::println)) {
            print(workplace.dossiers().create(request, out));
        }
        return 0;
    }

    private void print(Dossiers.Made made) {
        PrintWriter terminal = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("event", made.event());
            fields.put("reference", made.reference());
            fields.put("file", made.file().toString());
            fields.put("sources", made.sources());
            fields.put("statements", made.statements());
            fields.put("entries", made.entries());
            fields.put("disclosed", made.disclosed());
            fields.put("manifestSha512", made.manifest());
            terminal.println(JSON.writeValueAsString(fields));
        } else {
            terminal.printf(
                    "%s  %s: %d sources, %d statements, %d log entries, %d of them disclosed%n",
                    made.file(), made.reference(), made.sources(), made.statements(), made.entries(), made.disclosed());
        }
        terminal.flush();
    }
}
