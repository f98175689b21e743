package org.constancia.app.cli.record;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.constancia.app.cli.Constancia;
import org.constancia.app.cli.DatabaseOption;
import org.constancia.app.configure.Workplace;
import org.constancia.app.log.RecordLog;
import org.constancia.app.sources.Intake;
import org.constancia.app.sources.Intake.Taken;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.time.PartialDate;
import org.constancia.store.record.SourceDoor.Arrival;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// Brings files in. A line is printed for each once it is durable, so what is printed is never lost; a file that cannot
/// be taken is told and does not stop the others.
@Command(
        name = "ingest",
        description = "Preserves files, reads them, and proposes what they say.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit code 0 when every file was preserved, 65 when some were not.",
            "",
            "Examples:",
            "  constancia ingest article.html reports/",
            "  constancia ingest crawl.warc.gz mail.eml photos.zip",
            "  constancia ingest page.html --outlet \"El Diario\" --published 2021-10-21 --json"
        })
public final class IngestCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders with everything in them.")
    private List<Path> paths;

    @Option(names = "--outlet", paramLabel = "NAME", description = "Who published them.")
    private @Nullable String outlet;

    @Option(
            names = "--published",
            paramLabel = "DATE",
            description = "When they were published: 2021-10-21, 2021-10 or 2021.")
    private @Nullable String published;

    @Option(names = "--url", paramLabel = "URL", description = "Where a single file was published.")
    private @Nullable String url;

    @Option(names = "--json", description = "One JSON object a line for each file.")
    private boolean json;

    @Override
    public Integer call() {
        if (published != null) PartialDate.parse(published);
        Path home = ((Constancia) spec.root().userObject()).home();
        List<Path> files = listFiles();
        int refused = 0;
        PrintWriter err = spec.commandLine().getErr();
        try (Workplace workplace =
                Workplace.open(database.location(), home, false, Clock.systemDefaultZone(), err::println)) {
            for (int i = 0; i < files.size(); i++) {
                if (files.size() > 1 && System.console() != null) {
                    err.printf("\r%d of %d", i + 1, files.size());
                    err.flush();
                }
                if (!take(workplace, files.get(i))) refused++;
            }
            workplace.log().sequence();
        }
        return refused == 0 ? 0 : Problem.BAD_INPUT.exitCode();
    }

    private List<Path> listFiles() {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            try (Stream<Path> found = Files.walk(path)) {
                found.filter(Files::isRegularFile).sorted().forEach(files::add);
            } catch (IOException failure) {
                throw new ConstanciaException(
                                Problem.INPUT_NOT_FOUND,
                                "There is no such file or folder; nothing was brought in",
                                failure)
                        .with("path", path);
            }
        }
        return files;
    }

    private boolean take(Workplace workplace, Path file) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            Taken taken = workplace
                    .intake()
                    .take(
                            bytes,
                            new Arrival(
                                    "file", file.toAbsolutePath().normalize().toString()),
                            null,
                            new Intake.Known(outlet, published, url));
            tell(file, taken, workplace.log());
            return true;
        } catch (ConstanciaException refused) {
            tellRefused(file, refused.problem().code(), refused.getMessage());
            return false;
        } catch (IOException failure) {
            tellRefused(file, Problem.INPUT_NOT_FOUND.code(), "cannot be read: " + failure.getMessage());
            return false;
        }
    }

    private void tell(Path file, Taken taken, RecordLog log) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", file.toString());
            fields.put("source", taken.source().toString());
            fields.put("number", taken.number());
            fields.put("sha256", taken.sha256());
            fields.put("new", taken.isNew());
            fields.put("proposals", taken.proposals());
            if (taken.parts() > 0) fields.put("parts", taken.parts());
            if (taken.obstacle() != null) fields.put("notUnderstood", taken.obstacle());
            log.sequence();
            log.listLogged("source:" + taken.source()).stream().findFirst().ifPresent(logged -> {
                fields.put("change", logged.change().toString());
                fields.put("log", log.log(logged.log()).origin());
                fields.put("index", logged.index());
                fields.put("receipt", log.receipt(logged).format());
            });
            out.println(JSON.writeValueAsString(fields));
        } else {
            String state = state(taken);
            out.println("#" + taken.number() + "  " + taken.sha256().substring(0, 12) + "  " + file + "  " + state);
        }
        out.flush();
    }

    private static String state(Taken taken) {
        if (taken.parts() > 0) {
            return "preserved, " + taken.parts() + " sources taken out of it, " + taken.proposals()
                    + " proposals wait in the inbox";
        }
        if (taken.obstacle() != null) return "preserved, not understood: " + taken.obstacle();
        return taken.isNew()
                ? "preserved, " + taken.proposals() + " proposals wait in the inbox"
                : "known already, captured once more";
    }

    private void tellRefused(Path file, String code, @Nullable String why) {
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", file.toString());
            fields.put("refused", code);
            fields.put("why", String.valueOf(why));
            spec.commandLine().getOut().println(JSON.writeValueAsString(fields));
        } else {
            spec.commandLine().getErr().println("constancia: " + file + ": " + why + " [" + code + "]");
        }
    }
}
