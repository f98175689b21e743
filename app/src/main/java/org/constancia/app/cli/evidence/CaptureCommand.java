package org.constancia.app.cli.evidence;

import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.constancia.app.capture.WebCapture;
import org.constancia.app.capture.WebCapture.Captured;
import org.constancia.app.cli.Constancia;
import org.constancia.app.cli.DatabaseOption;
import org.constancia.app.configure.Workplace;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.time.PartialDate;
import org.constancia.evidence.capture.CaptureLimits;
import org.constancia.evidence.capture.PageCapture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// Captures a page of the web. Off until somebody allows it: whoever serves the page sees that this machine asked for
/// it.
@Command(
        name = "capture",
        description = {
            "Fetches a page of the web, with its images, styles and scripts, into a WARC file and brings it in.",
            "Off until it is allowed: the server of the page sees this machine's address and when it asked."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Connects to public addresses only, checked again at every redirect. Up to 64 MiB an answer, 256 MiB and",
            "200 files in all, 5 minutes.",
            "",
            "Exit code 0 when the page is on record, 66 when it could not be fetched, 77 when it is not allowed.",
            "",
            "Examples:",
            "  constancia capture https://example.org/article --allow-network",
            "  CONSTANCIA_CAPTURE=on constancia capture https://example.org/article --outlet \"El Diario\" --json"
        })
public final class CaptureCommand implements Callable<Integer> {
    private static final String SETTING = "CONSTANCIA_CAPTURE";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database;

    @Parameters(paramLabel = "URL", description = "The page, with http:// or https://.")
    private String target;

    @Option(names = "--allow-network", description = "Connect to the network, this once.")
    private boolean allowed;

    @Option(names = "--outlet", paramLabel = "NAME", description = "Who published it.")
    private @Nullable String outlet;

    @Option(
            names = "--published",
            paramLabel = "DATE",
            description = "When it was published: 2021-10-21, 2021-10 or 2021.")
    private @Nullable String published;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (!allowed && !"on".equalsIgnoreCase(System.getenv(SETTING))) {
            throw new ConstanciaException(
                    Problem.NOT_PERMITTED,
                    "Captures are off; nothing was connected to. Allow this one with --allow-network, or all of them with"
                            + " CONSTANCIA_CAPTURE=on");
        }
        if (published != null) PartialDate.parse(published);
        URI address = address();
        Path home = ((Constancia) spec.root().userObject()).home();
        Clock clock = Clock.systemDefaultZone();
        PrintWriter err = spec.commandLine().getErr();
        try (Workplace workplace = Workplace.open(database.location(), home, false, clock, err::println)) {
            err.println("fetching " + address);
            err.flush();
            WebCapture capture = new WebCapture(
                    new PageCapture(CaptureLimits.usual(), clock),
                    workplace.intake(),
                    workplace.records(),
                    workplace::session,
                    home.resolve("reading"));
            tell(capture.capture(address, outlet, published));
        }
        return 0;
    }

    private URI address() {
        try {
            return new URI(target);
        } catch (URISyntaxException malformed) {
            throw new ConstanciaException(Problem.BAD_INPUT, "This is no address of the web", malformed)
                    .with("url", target);
        }
    }

    private void tell(Captured captured) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("url", target);
            fields.put("page", captured.page().toString());
            fields.put("status", captured.status());
            if (captured.source() != null) fields.put("number", captured.source());
            fields.put("archive", captured.archive().number());
            fields.put("archiveSource", captured.archive().source().toString());
            fields.put("sha256", captured.archive().sha256());
            fields.put("proposals", captured.archive().proposals());
            fields.put("answers", captured.answers());
            fields.put("missing", captured.missing());
            out.println(JSON.writeValueAsString(fields));
        } else {
            out.println("#" + captured.archive().number() + "  "
                    + captured.archive().sha256().substring(0, 12) + "  web archive with " + captured.answers()
                    + " answers, preserved");
            String page = captured.source() == null
                    ? "the page answered " + captured.status() + "; it is in the archive only"
                    : "#" + captured.source() + "  the page, "
                            + captured.archive().proposals() + " proposals wait in the inbox";
            out.println(page + "  " + captured.page());
            captured.missing().forEach(missing -> out.println("not fetched: " + missing));
        }
        out.flush();
    }
}
