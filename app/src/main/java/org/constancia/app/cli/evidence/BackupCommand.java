package org.constancia.app.cli.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.constancia.app.archive.ArchiveFile;
import org.constancia.app.archive.Backup;
import org.constancia.app.archive.Encryption;
import org.constancia.app.cli.Constancia;
import org.constancia.app.cli.DatabaseOption;
import org.constancia.app.configure.Workplace;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.store.archive.Snapshot;
import org.constancia.store.record.Change;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// Archives the record. The log says so before the first byte leaves, and that entry is in the archive.
@Command(
        name = "backup",
        description =
                "Writes the whole record into one archive: database, originals, log, keys. Others may go on working.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit code 0 when the archive is complete, 65 when the record itself lacks something (the archive says what).",
            "",
            "Examples:",
            "  constancia backup --out record.age --recipient age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
            "  constancia backup --out - --recipients-file board.txt | ssh elsewhere 'cat > record.age'",
            "  age-keygen -o key.txt        makes a key; its public half is the recipient"
        })
public final class BackupCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The archive to make; - for standard output. A file that exists is not replaced.")
    private Path out;

    @Option(
            names = "--recipient",
            paramLabel = "AGE1...",
            description = "Encrypt to this age recipient; more than once for several. Any one of them can decrypt.")
    private List<String> recipients = new ArrayList<>();

    @Option(
            names = "--recipients-file",
            paramLabel = "FILE",
            description = "Encrypt to the recipients in this file, one a line; lines with # are comments.")
    private @Nullable Path recipientsFile;

    @Option(names = "--json", description = "Say what was archived as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Path home = ((Constancia) spec.root().userObject()).home();
        PrintWriter err = spec.commandLine().getErr();
        refuseBadPlaces(home);
        List<String> to = allRecipients();
        Encryption.to(OutputStream.nullOutputStream(), to).close();
        if (to.isEmpty()) {
            err.println(
                    "constancia: the archive will not be encrypted. It holds the signing keys and every name on record;"
                            + " give --recipient to encrypt it");
        }
        try (Workplace workplace = OpenedRecord.open(spec, database);
                Interruption _ = Interruption.ofThisThread()) {
            note(workplace, to.size(), err);
            Backup.Result result = isPipe() ? pipe(workplace.backup(), to) : file(workplace.backup(), to, err);
            result.shortcomings().forEach(each -> err.println("constancia: not in the archive: " + each));
            return result.isComplete() ? 0 : Problem.BAD_INPUT.exitCode();
        }
    }

    private void refuseBadPlaces(Path home) {
        if (!Files.exists(home.resolve("content.key"))) {
            throw new ConstanciaException(Problem.INPUT_NOT_FOUND, "There is no record in this home; give its --home")
                    .with("home", home);
        }
        if (!isPipe() && out.toAbsolutePath().normalize().startsWith(home)) {
            throw new ConstanciaException(
                            Problem.USAGE,
                            "The archive would lie in the home it is a copy of; give a place outside, best another disk")
                    .with("file", out);
        }
    }

    private boolean isPipe() {
        return out.toString().equals("-");
    }

    private List<String> allRecipients() throws IOException {
        List<String> all = new ArrayList<>(recipients);
        if (recipientsFile != null) {
            if (!Files.isRegularFile(recipientsFile)) {
                throw new ConstanciaException(Problem.INPUT_NOT_FOUND, "There is no such file of recipients")
                        .with("file", recipientsFile);
            }
            Files.readAllLines(recipientsFile).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(all::add);
        }
        return all;
    }

    /// A log that takes no entries must not keep anybody from saving what there is.
    private static void note(Workplace workplace, int recipients, PrintWriter err) {
        String collection = "collection:" + workplace.session().collection();
        try {
            workplace
                    .records()
                    .write(
                            workplace.session(),
                            writing -> writing.note(
                                    Change.Kind.BACKUP_MADE, collection, Map.of("recipients", recipients)));
            workplace.log().sequence();
        } catch (ConstanciaException readOnly) {
            if (readOnly.problem() != Problem.READ_ONLY) throw readOnly;
            err.println("constancia: " + readOnly.getMessage());
        }
    }

    private Backup.Result pipe(Backup backup, List<String> to) throws IOException {
        try (StepLine progress = new StepLine(spec.commandLine().getErr())) {
            OutputStream stream = Encryption.to(System.out, to);
            Backup.Result result = backup.writeTo(stream, progress);
            System.out.flush();
            return result;
        }
    }

    private Backup.Result file(Backup backup, List<String> to, PrintWriter err) throws IOException {
        try (ArchiveFile file = ArchiveFile.create(out);
                StepLine progress = new StepLine(err)) {
            Backup.Result result;
            try {
                result = backup.writeTo(Encryption.to(file.stream(), to), progress);
            } catch (IOException full) {
                throw ArchiveFile.cannotWrite(out, full);
            }
            file.keep();
            progress.close();
            tell(result, file.digest().hex(), Files.size(out), !to.isEmpty());
            return result;
        }
    }

    private void tell(Backup.Result result, String sha256, long bytes, boolean isEncrypted) {
        Snapshot.Figures figures = result.head().figures();
        PrintWriter output = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", out.toString());
            fields.put("sha256", sha256);
            fields.put("bytes", bytes);
            fields.put("encrypted", isEncrypted);
            fields.put("sources", figures.sources());
            fields.put("statements", figures.statements());
            fields.put("changes", figures.changes());
            fields.put("leaves", figures.leaves());
            fields.put("lastChange", String.valueOf(figures.lastChange()));
            fields.put("shortcomings", result.shortcomings());
            output.println(JSON.writeValueAsString(fields));
        } else {
            output.printf("%s  %s  %,d bytes%s%n", sha256, out, bytes, isEncrypted ? ", encrypted" : "");
            output.printf(
                    "%,d sources, %,d statements, %,d changes, %,d of them in the log; the last one at %s%n",
                    figures.sources(), figures.statements(), figures.changes(), figures.leaves(), figures.lastChange());
        }
        output.flush();
    }
}
