package org.constancia.evidence.verifier;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The program of `constancia-verify.jar`. Exit code 0: valid; 1: invalid; 2: cannot tell.
public final class VerifierProgram {
    private static final String USAGE = """
            java -jar constancia-verify.jar PATH --policy FILE [--older-checkpoint FILE] [--tsa-roots FILE]...
                                            [--entry FILE] [--json]

            PATH    a dossier (ZIP file or directory), a .tlog-proof file or a directory of them, or a log's directory
            --policy            whose signatures you accept (c2sp.org/tlog-policy); never take it from the dossier
            --older-checkpoint  a checkpoint you kept: nothing may have been rewritten since
            --tsa-roots         root certificates of the time-stamp authorities you accept
            --entry             the entry of a single proof
            --json              one JSON object instead of lines
            Exit status 0 valid, 1 invalid with the first reason and its place, 2 cannot tell.
            """;

    private VerifierProgram() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    /// Runs the verifier and returns the exit code.
    public static int run(List<String> arguments, PrintStream out) {
        Optional<Path> path = Optional.empty();
        Optional<Path> policy = Optional.empty();
        Optional<Path> older = Optional.empty();
        Optional<Path> entry = Optional.empty();
        List<Path> roots = new ArrayList<>();
        boolean json = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--json")) {
                json = true;
                continue;
            }
            if (argument.startsWith("--") && i + 1 == arguments.size()) {
                return usage(out);
            }
            switch (argument) {
                case "--policy" -> policy = Optional.of(Path.of(arguments.get(++i)));
                case "--older-checkpoint" -> older = Optional.of(Path.of(arguments.get(++i)));
                case "--entry" -> entry = Optional.of(Path.of(arguments.get(++i)));
                case "--tsa-roots" -> roots.add(Path.of(arguments.get(++i)));
                default -> {
                    if (argument.startsWith("-") || path.isPresent()) {
                        return usage(out);
                    }
                    path = Optional.of(Path.of(argument));
                }
            }
        }
        if (path.isEmpty()) {
            return usage(out);
        }
        Verification verification = Verifier.verify(path.get(), new OwnFiles(policy, older, entry, roots));
        out.print(json ? verification.json() + "\n" : verification.text());
        return verification.verdict().exitCode();
    }

    private static int usage(PrintStream out) {
        out.print(USAGE);
        return Verification.Verdict.CANNOT_TELL.exitCode();
    }
}
