package org.constancia.app.cli.evidence;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.constancia.app.cli.DatabaseOption;
import org.constancia.app.configure.AnchorNotes;
import org.constancia.app.configure.Workplace;
import org.constancia.app.log.Anchored;
import org.constancia.app.log.Anchors;
import org.constancia.app.log.ChangeProof;
import org.constancia.app.log.LogSettings;
import org.constancia.app.log.Logged;
import org.constancia.app.log.RecordLog;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.ChangeId;
import org.constancia.evidence.log.LogState;
import org.constancia.evidence.log.TransparencyLog;
import org.constancia.evidence.witness.PaperCheckpoint;
import org.constancia.store.history.ChangeRows;
import org.constancia.store.record.Change;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// The transparency log of the record.
@Command(
        name = "log",
        subcommands = RenewCommand.class,
        description = "Shows the log of the record, takes proofs from it, and decides when it cannot go on.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  constancia log status --json",
            "  constancia log proof event:018f6a52-0000-7000-8000-000000000001 --out proofs",
            "  constancia log configure --checkpoint-copy /media/other-disk/checkpoints --tsa https://freetsa.org/tsr"
        })
public final class LogCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Problem.USAGE.exitCode();
    }

    @Command(
            name = "status",
            description =
                    "Takes what waits to the log and says where the log stands. Exit code 0, or 69 when it is read-only.",
            mixinStandardHelpOptions = true)
    int status(
            @Mixin DatabaseOption database,
            @Option(names = "--json", description = "As one JSON object.") boolean json) {
        try (Workplace workplace = OpenedRecord.open(spec, database)) {
            RecordLog log = workplace.log();
            if (log.state() instanceof LogState.Writable) log.sequence();
            TransparencyLog current = log.current();
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("origin", current.origin());
            fields.put("entries", current.size());
            fields.put("waiting", log.waiting());
            fields.put("checkpointCopies", log.checkpointCopy().toString());
            fields.put(
                    "copiesOnAnotherDisk",
                    !LogSettings.usual(OpenedRecord.home(spec)).isOnDiskOf(OpenedRecord.home(spec)));
            fields.put("authorities", log.anchors().authorities());
            fields.put("anchoredCheckpoints", log.anchors().list().size());
            fields.put("waitingForStamps", log.anchors().missing());
            int code = 0;
            if (log.state() instanceof LogState.ReadOnly halted) {
                fields.put("readOnly", halted.reason());
                fields.put("remedy", halted.remedy());
                code = Problem.READ_ONLY.exitCode();
            } else {
                fields.put("checkpoint", current.checkpoint().text().strip());
            }
            print(fields, json);
            return code;
        }
    }

    private void print(Map<String, Object> fields, boolean json) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) out.println(JSON.writeValueAsString(fields));
        else
            fields.forEach((name, value) ->
                    out.printf("%-20s %s%n", name, String.valueOf(value).replace("\n", "\n" + " ".repeat(21))));
        out.flush();
    }

    @Command(
            name = "proof",
            description = {
                "Writes what a stranger needs to check a change, or every change of a thing: entry, proof, opening, keys.",
                "Whoever gets it can read the change."
            },
            mixinStandardHelpOptions = true)
    int proof(
            @Mixin DatabaseOption database,
            @Parameters(paramLabel = "CHANGE|SUBJECT", description = "A change, or a thing such as event:018f…")
                    String about,
            @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "A folder for the files.")
                    Path out) {
        try (Workplace workplace = OpenedRecord.open(spec, database)) {
            if (workplace.log().state() instanceof LogState.Writable)
                workplace.log().sequence();
            List<Logged> all = find(workplace, about);
            for (Logged logged : all) {
                ChangeProof proof = workplace.log().changeProof(logged);
                Path folder = out.resolve(proof.name());
                proof.files().forEach((name, bytes) -> OpenedRecord.write(folder.resolve(name), bytes));
                spec.commandLine().getOut().println(folder);
            }
            return 0;
        }
    }

    @Command(
            name = "receipt",
            description = "Prints the log's signed statement about a change.",
            mixinStandardHelpOptions = true)
    int receipt(
            @Mixin DatabaseOption database,
            @Parameters(paramLabel = "CHANGE", description = "A change.") String change) {
        try (Workplace workplace = OpenedRecord.open(spec, database)) {
            workplace.log().sequence();
            Logged logged = find(workplace, change).getFirst();
            spec.commandLine().getOut().print(workplace.log().receipt(logged).format());
            spec.commandLine().getOut().flush();
            return 0;
        }
    }

    /// Only what the session sees.
    private static List<Logged> find(Workplace workplace, String about) {
        RecordLog log = workplace.log();
        List<Logged> found =
                changeId(about).map(id -> log.findLogged(id).stream().toList()).orElseGet(() -> log.listLogged(about));
        List<Logged> visible = workplace
                .records()
                .read(
                        workplace.session(),
                        jdbc -> found.stream()
                                .filter(logged -> ChangeRows.isThere(jdbc, logged.change()))
                                .toList());
        if (visible.isEmpty()) {
            throw new ConstanciaException(
                            Problem.RECORD_NOT_FOUND, "There is no such change, and no thing with changes")
                    .with("about", about);
        }
        return visible;
    }

    private static Optional<ChangeId> changeId(String text) {
        try {
            return Optional.of(new ChangeId(UUID.fromString(text)));
        } catch (IllegalArgumentException subject) {
            return Optional.empty();
        }
    }

    @Command(
            name = "policy",
            description = "Prints the keys of the log as a policy, for verifiers.",
            mixinStandardHelpOptions = true)
    int policy(@Mixin DatabaseOption database) {
        try (Workplace workplace = OpenedRecord.open(spec, database)) {
            spec.commandLine().getOut().print(workplace.log().current().policy());
            spec.commandLine().getOut().flush();
            return 0;
        }
    }

    @Command(
            name = "paper",
            description = "Writes the last checkpoint as a picture to print: three lines and a QR code (SVG).",
            mixinStandardHelpOptions = true)
    int paper(
            @Mixin DatabaseOption database,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "The SVG file.") Path out) {
        try (Workplace workplace = OpenedRecord.open(spec, database)) {
            TransparencyLog current = workplace.log().current();
            PaperCheckpoint paper = PaperCheckpoint.of(
                    current.checkpoint(), current.verifierKeys().getFirst());
            OpenedRecord.write(out, paper.svg().getBytes(StandardCharsets.UTF_8));
            paper.lines().forEach(spec.commandLine().getOut()::println);
            return 0;
        }
    }

    @Command(
            name = "deposit",
            description = "Notes where the last checkpoint was left on paper.",
            mixinStandardHelpOptions = true)
    int deposit(
            @Mixin DatabaseOption database,
            @Option(
                            names = "--where",
                            required = true,
                            paramLabel = "WORDS",
                            description = "With whom, under what number.")
                    String where) {
        try (Workplace workplace = OpenedRecord.open(spec, database)) {
            Clock clock = Clock.systemDefaultZone();
            Anchored anchored = workplace
                    .log()
                    .anchors()
                    .deposit(
                            workplace.log().current().checkpoint(),
                            LocalDate.now(clock.withZone(ZoneOffset.UTC)),
                            where.strip());
            note(workplace, anchored, "paper", where.strip());
            spec.commandLine().getOut().printf("entry %d of log %d%n", anchored.size(), anchored.log());
            return 0;
        }
    }

    @Command(
            name = "stamp",
            description =
                    "Asks the configured time-stamp authorities for a stamp over the last checkpoint, and for what is missing.",
            mixinStandardHelpOptions = true,
            footer = {"", "Exit code 0, or 75 when stamps are still missing: they are asked for again."})
    int stamp(@Mixin DatabaseOption database) {
        try (Workplace workplace = OpenedRecord.open(spec, database)) {
            Anchors anchors = workplace.log().anchors();
            requireAuthority(anchors);
            workplace.log().sequence();
            List<Anchors.Came> stamps = anchors.stampNow();
            notes(workplace).came(stamps);
            workplace.log().sequence();
            for (Anchors.Came came : stamps) {
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%s %s entries %d%n",
                                came.stamp().authority(),
                                came.stamp().time(),
                                came.anchored().size());
            }
            anchors.missing().forEach(line -> spec.commandLine().getErr().println("missing: " + line));
            return anchors.missing().isEmpty() ? 0 : Problem.CHANGED_MEANWHILE.exitCode();
        }
    }

    static AnchorNotes notes(Workplace workplace) {
        return new AnchorNotes(workplace.records(), workplace::session);
    }

    static void requireAuthority(Anchors anchors) {
        if (anchors.authorities().isEmpty()) {
            throw new ConstanciaException(
                    Problem.USAGE,
                    "No time-stamp authority is configured; name one with `constancia log configure --tsa ADDRESS`");
        }
    }

    static void note(Workplace workplace, Anchored anchored, String kind, String who) {
        workplace
                .records()
                .write(
                        workplace.session(),
                        writing -> writing.note(
                                Change.Kind.ANCHOR_ADDED,
                                "log:" + anchored.log(),
                                Map.of("size", anchored.size(), kind, who)));
        workplace.log().sequence();
    }

    @Command(
            name = "configure",
            description =
                    "Says where checkpoints are kept besides, and who is asked for time stamps. Kept in the home.",
            mixinStandardHelpOptions = true)
    int configure(
            @Option(
                            names = "--checkpoint-copy",
                            paramLabel = "FOLDER",
                            description = "Best on another disk. The copies that exist go there first.")
                    @Nullable
                    Path copy,
            @Option(
                            names = "--tsa",
                            paramLabel = "ADDRESS",
                            description =
                                    "A time-stamp authority, https://… or name=https://…; repeatable. \"\" for none.")
                    @Nullable
                    List<String> tsa) {
        if (copy == null && tsa == null) {
            throw new ConstanciaException(Problem.USAGE, "There is nothing to configure; see --help");
        }
        LogSettings.configure(OpenedRecord.home(spec), copy, tsa);
        return 0;
    }

    @Command(
            name = "new-origin",
            description = {
                "Ends a log that lost entries, or whose database lost changes, and begins the next one.",
                "Its first entry commits to the last checkpoint of the old one. Nothing of the old one is rewritten."
            },
            mixinStandardHelpOptions = true)
    int newOrigin(
            @Mixin DatabaseOption database,
            @Option(names = "--yes", description = "Without it, only what would happen is said.") boolean yes) {
        try (Workplace workplace = OpenedRecord.open(spec, database)) {
            RecordLog log = workplace.log();
            PrintWriter out = spec.commandLine().getOut();
            if (!(log.state() instanceof LogState.ReadOnly halted)) {
                throw new ConstanciaException(
                                Problem.USAGE, "The log is sound; a new origin would only break its history")
                        .with("origin", log.current().origin());
            }
            if (!yes) {
                out.println("The log " + log.current().origin() + " is read-only: " + halted.reason());
                out.println(
                        "With --yes it ends here, and a new one begins that says so for ever. A backup that has both"
                                + " database and log is better: nothing is lost then.");
                return Problem.USAGE.exitCode();
            }
            long waiting = log.beginNewOrigin(workplace.session().author());
            int taken = log.sequence();
            out.printf(
                    "%s begins; %d changes waited, %d entries were taken%n",
                    log.current().origin(), waiting, taken);
            return 0;
        }
    }

    @Command(
            name = "accept-without-copy",
            description = {
                "Accepts a log whose copies of checkpoints are lost, and copies its last checkpoint again.",
                "Compare it first with somebody who has an earlier one: a witness, a dossier, a paper."
            },
            mixinStandardHelpOptions = true)
    int acceptWithoutCopy(
            @Mixin DatabaseOption database,
            @Option(names = "--yes", description = "Without it, only what would happen is said.") boolean yes) {
        try (Workplace workplace = OpenedRecord.open(spec, database)) {
            RecordLog log = workplace.log();
            if (yes) log.acceptWithoutOutsideCopy();
            boolean goesOn = log.state() instanceof LogState.Writable;
            spec.commandLine()
                    .getOut()
                    .println(
                            goesOn
                                    ? log.current().origin() + " goes on with "
                                            + log.current().size() + " entries"
                                    : "The log is read-only: " + log.state());
            return goesOn ? 0 : Problem.READ_ONLY.exitCode();
        }
    }
}
