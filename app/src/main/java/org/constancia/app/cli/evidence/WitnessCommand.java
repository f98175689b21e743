package org.constancia.app.cli.evidence;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.constancia.app.cli.DatabaseOption;
import org.constancia.app.configure.Workplace;
import org.constancia.app.log.Anchored;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.note.Policy;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.note.VerifierKey;
import org.constancia.evidence.witness.Witness;
import org.constancia.evidence.witness.WitnessKey;
import org.constancia.evidence.witness.WitnessRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Witnesses by files: a request goes out on a stick, a cosignature comes back.
@Command(
        name = "witness",
        description = "Asks other organisations to cosign checkpoints, and cosigns theirs, by files on a stick.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  constancia witness request --witness other.example/witness --out request.txt     (we ask)",
            "  constancia witness sign request.txt --log LOGKEY --out answer.txt                 (they cosign)",
            "  constancia witness import answer.txt --key WITNESSKEY                             (we keep it)"
        })
public final class WitnessCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Problem.USAGE.exitCode();
    }

    @Command(
            name = "request",
            description =
                    "Writes what a witness needs: the last checkpoint, and the proof that it extends what the witness saw last.",
            mixinStandardHelpOptions = true)
    int request(
            @Mixin DatabaseOption database,
            @Option(
                            names = "--witness",
                            paramLabel = "NAME",
                            description = "Whose last cosignature the proof begins at.")
                    @Nullable
                    String witness,
            @Option(
                            names = "--seen",
                            paramLabel = "N",
                            description = "How many entries it saw last, where it says something else than our files.")
                    @Nullable
                    Long seen,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "The request.") Path out) {
        try (Workplace workplace = OpenedRecord.open(spec, database)) {
            workplace.log().sequence();
            long from = seen != null
                    ? seen
                    : witness == null ? 0 : workplace.log().anchors().lastSeenBy(witness);
            OpenedRecord.write(
                    out, workplace.log().anchors().witnessRequest(from).bytes());
            spec.commandLine()
                    .getOut()
                    .printf(
                            "entries %d to %d%n",
                            from, workplace.log().current().size());
            return 0;
        }
    }

    @Command(
            name = "sign",
            description = {
                "Cosigns the checkpoint of another organisation's log, if it extends what was cosigned last.",
                "Needs no record of one's own. The witness's key and memory are in the home, under witness/."
            },
            mixinStandardHelpOptions = true)
    int sign(
            @Parameters(paramLabel = "REQUEST", description = "The request.") Path request,
            @Option(
                            names = "--log",
                            required = true,
                            paramLabel = "KEY",
                            description =
                                    "The key of the log, got by another way than the request: the line `log …` of its policy.")
                    String log,
            @Option(
                            names = "--name",
                            paramLabel = "NAME",
                            description =
                                    "Our name as a witness, when there is no key yet: such as example.org/witness.")
                    @Nullable
                    String name,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "The answer.") Path out) {
        Path place = OpenedRecord.home(spec).resolve("witness");
        Path keyFile = place.resolve("witness.key");
        if (name == null && !Files.exists(keyFile)) {
            throw new ConstanciaException(
                    Problem.USAGE,
                    "There is no key of this witness yet; name it once with --name, such as example.org/witness");
        }
        WitnessKey key = WitnessKey.open(keyFile, name == null ? "" : name, new SecureRandom());
        Witness witness = new Witness(
                place.resolve("seen"),
                key.signer(),
                Policy.of(VerifierKey.parse(log.replaceFirst("^log\\s+", "").strip())),
                Clock.systemUTC());
        SignedNote answer = witness.cosign(WitnessRequest.parse(OpenedRecord.read(request)));
        OpenedRecord.write(out, answer.bytes());
        PrintWriter printed = spec.commandLine().getOut();
        printed.println(key.signer().verifierKey().format());
        printed.flush();
        return 0;
    }

    @Command(name = "import", description = "Takes in the answer of a witness.", mixinStandardHelpOptions = true)
    int importAnswer(
            @Mixin DatabaseOption database,
            @Parameters(paramLabel = "ANSWER", description = "The answer.") Path answer,
            @Option(
                            names = "--key",
                            required = true,
                            paramLabel = "KEY",
                            description = "The witness's key, got by another way than the answer.")
                    String key) {
        try (Workplace workplace = OpenedRecord.open(spec, database)) {
            VerifierKey witness = VerifierKey.parse(key.strip());
            Anchored anchored = workplace
                    .log()
                    .anchors()
                    .importCosignature(
                            SignedNote.parse(new String(OpenedRecord.read(answer), StandardCharsets.UTF_8)), witness);
            LogCommand.note(workplace, anchored, "witness", witness.name());
            spec.commandLine().getOut().printf("%s cosigned %d entries%n", witness.name(), anchored.size());
            return 0;
        }
    }
}
