package org.constancia.app.cli.evidence;

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
import java.util.function.Supplier;
import org.constancia.app.archive.Encryption;
import org.constancia.app.archive.Restore;
import org.constancia.app.archive.Restore.LogContinuation;
import org.constancia.app.archive.TemporaryHome;
import org.constancia.app.cli.Constancia;
import org.constancia.app.cli.DatabaseOption;
import org.constancia.app.configure.RestoredWorkplace;
import org.constancia.app.log.LogSettings;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.log.LogState;
import org.constancia.store.postgres.DatabaseLocation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// Restores an archive into an empty home and database, or rehearses that and removes everything again.
@Command(
        name = "restore",
        description = "Restores an archive into an empty home and an empty database, and checks all of it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit code 0 when everything was restored and agrees, 65 when the archive is damaged or something in it does not",
            "agree, 73 or 78 when home or database are not empty.",
            "",
            "Examples:",
            "  constancia restore record.age --identity key.txt --home /srv/constancia",
            "  constancia restore record.age --identity key.txt --drill",
            "  constancia restore record.age --identity key.txt --home /srv/new --checkpoint-copy /mnt/other/checkpoints",
            "  CONSTANCIA_DATABASE_URL=postgresql://owner@db.example/record constancia restore record.age --home /srv/new"
        })
public final class RestoreCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database;

    @Parameters(paramLabel = "FILE", description = "The archive; - for standard input.")
    private Path file;

    @Option(
            names = "--identity",
            paramLabel = "KEYFILE",
            description = "A file with age secret keys, as age-keygen writes it; more than once for several.")
    private List<Path> identities = new ArrayList<>();

    @Option(
            names = "--drill",
            description = "Restore into a temporary home with a server of its own, say how it went, and remove it.")
    private boolean drill;

    @Option(
            names = "--drill-in",
            paramLabel = "DIR",
            defaultValue = "${sys:java.io.tmpdir}",
            description = "Where the temporary home of a drill is made (default: the system's temporary folder).")
    private Path drillIn;

    @Option(
            names = "--checkpoint-copy",
            paramLabel = "DIR",
            description =
                    "Where the log's last checkpoints were kept outside; the log goes on only if it agrees with them.")
    private @Nullable Path checkpointCopy;

    @Option(
            names = "--continue-log",
            description =
                    "You know that nothing was recorded after this archive was made: the log goes on where it stood.")
    private boolean continuesLog;

    @Option(names = "--json", description = "Say what was restored as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<String> keys = secretKeys();
        try (InputStream archive = open();
                InputStream plain = Encryption.from(archive, keys);
                Interruption _ = Interruption.ofThisThread()) {
            return drill ? rehearse(plain) : restore(plain);
        }
    }

    private int restore(InputStream plain) {
        Path home = ((Constancia) spec.root().userObject()).home();
        RestoredWorkplace.Outcome outcome =
                run(plain, home, database.location(), () -> place(home), continuation(), true);
        if (checkpointCopy != null) LogSettings.configure(home, checkpointCopy, null);
        return report(outcome);
    }

    private int rehearse(InputStream plain) throws IOException {
        try (TemporaryHome home = TemporaryHome.in(drillIn)) {
            Path directory = home.directory();
            return report(run(
                    plain,
                    directory,
                    new DatabaseLocation.Bundled(directory),
                    () -> directory.resolve("checkpoints"),
                    LogContinuation.NOTHING_RECORDED_SINCE,
                    false));
        }
    }

    private RestoredWorkplace.Outcome run(
            InputStream plain,
            Path home,
            DatabaseLocation location,
            Supplier<Path> checkpoints,
            LogContinuation continuation,
            boolean isNoted) {
        PrintWriter err = spec.commandLine().getErr();
        try (StepLine progress = new StepLine(err)) {
            return new RestoredWorkplace(home, location, checkpoints, Clock.systemDefaultZone(), err::println)
                    .restore(
                            new Restore(home, location, checkpoints, continuation, err::println),
                            plain,
                            isNoted,
                            progress);
        }
    }

    private LogContinuation continuation() {
        return continuesLog ? LogContinuation.NOTHING_RECORDED_SINCE : LogContinuation.WITH_OUTSIDE_COPY;
    }

    /// As the restored home says, or the environment.
    private Path place(Path home) {
        return checkpointCopy == null ? LogSettings.usual(home).checkpointCopy() : checkpointCopy;
    }

    private InputStream open() throws IOException {
        if (file.toString().equals("-")) return System.in;
        if (!Files.isRegularFile(file)) {
            throw new ConstanciaException(Problem.INPUT_NOT_FOUND, "There is no such archive").with("file", file);
        }
        return Files.newInputStream(file);
    }

    private List<String> secretKeys() throws IOException {
        List<String> keys = new ArrayList<>();
        for (Path each : identities) {
            if (!Files.isRegularFile(each)) {
                throw new ConstanciaException(Problem.INPUT_NOT_FOUND, "There is no such key file").with("file", each);
            }
            Files.readAllLines(each).stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith("AGE-SECRET-KEY-"))
                    .forEach(keys::add);
        }
        return keys;
    }

    private int report(RestoredWorkplace.Outcome outcome) {
        PrintWriter err = spec.commandLine().getErr();
        outcome.shortcomings().forEach(each -> err.println("constancia: the archive lacks: " + each));
        outcome.disagreements().forEach(each -> err.println("constancia: does not agree: " + each));
        PrintWriter out = spec.commandLine().getOut();
        if (json) out.println(JSON.writeValueAsString(fields(outcome)));
        else tell(outcome, out);
        out.flush();
        return outcome.isSound() ? 0 : Problem.BAD_INPUT.exitCode();
    }

    private void tell(RestoredWorkplace.Outcome outcome, PrintWriter out) {
        out.printf(
                "%s: %,d sources, %,d statements, %,d leaves in the log%n",
                drill ? "Rehearsed" : "Restored", outcome.sources(), outcome.statements(), outcome.leaves());
        out.printf(
                "Lost at most what was recorded in the last %s (RPO: the last change in the archive is of %s)%n",
                outcome.age() == null ? "-" : Durations.text(outcome.age()), outcome.lastChange());
        out.printf("Took %s (RTO)%n", Durations.text(outcome.took()));
        out.println(
                outcome.isSound()
                        ? "Everything agrees: originals, rows, leaves, tiles, checkpoint."
                        : "Something does not agree; see above.");
        if (!drill && outcome.log() instanceof LogState.ReadOnly halted) {
            out.println("The log takes no entries: " + halted.reason() + ". " + halted.remedy() + ".");
        }
    }

    private Map<String, Object> fields(RestoredWorkplace.Outcome outcome) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("drill", drill);
        fields.put("sources", outcome.sources());
        fields.put("statements", outcome.statements());
        fields.put("leaves", outcome.leaves());
        fields.put("lastChange", String.valueOf(outcome.lastChange()));
        if (outcome.age() != null) fields.put("rpoSeconds", outcome.age().toSeconds());
        fields.put("rtoSeconds", outcome.took().toMillis() / 1000.0);
        fields.put("shortcomings", outcome.shortcomings());
        fields.put(
                "disagreements",
                outcome.disagreements().stream().map(Object::toString).toList());
        fields.put("logTakesEntries", outcome.log() instanceof LogState.Writable);
        return fields;
    }
}
