package org.constancia.app.cli.evidence;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.constancia.evidence.verifier.OwnFiles;
import org.constancia.evidence.verifier.Verification;
import org.constancia.evidence.verifier.Verifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Checks a dossier, a proof or a log with the verifier's own files. Needs neither the record nor a network.
@Command(
        name = "verify",
        description = "Checks a dossier, a single proof or a whole log, without the record.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit code 0 valid, 1 invalid with the first reason and its place, 2 cannot tell.",
            "",
            "Examples:",
            "  constancia verify case.zip --policy policy --older-checkpoint kept --tsa-roots roots.pem",
            "  constancia verify 12.tlog-proof --policy policy --entry 12.entry.json",
            "  constancia verify log/1 --policy policy --json"
        })
public final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            description =
                    "A dossier (ZIP file or folder), a .tlog-proof file or a folder of them, or a log's folder with its tiles.")
    private Path path;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = {
                "Whose signatures you accept (c2sp.org/tlog-policy). Never take it from the dossier;",
                "without one the answer is at best that nobody can tell."
            })
    private @Nullable Path policy;

    @Option(
            names = "--older-checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint you kept: nothing may have been rewritten since.")
    private @Nullable Path older;

    @Option(
            names = "--tsa-roots",
            paramLabel = "FILE",
            description = "Root certificates of the time-stamp authorities you accept, PEM or DER; may be repeated.")
    private List<Path> roots = List.of();

    @Option(
            names = "--entry",
            paramLabel = "FILE",
            description = "The entry that a single proof is about (default: the .entry.json beside it).")
    private @Nullable Path entry;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        Verification verification = Verifier.verify(
                path,
                new OwnFiles(
                        Optional.ofNullable(policy), Optional.ofNullable(older), Optional.ofNullable(entry), roots));
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? verification.json() + "\n" : verification.text());
        out.flush();
        return verification.verdict().exitCode();
    }
}
