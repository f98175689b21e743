package org.constancia.evidence.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.note.Policy;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.time.Timestamp;

/// The program of `constancia-verify.jar`. Exit code 0: valid; 1: invalid; 2: cannot tell.
public final class VerifierProgram {
    private static final String USAGE = """
            java -jar constancia-verify.jar PATH --policy FILE [--older CHECKPOINT] [--tsa ROOT.pem]... [--entry FILE]

            PATH    a dossier (ZIP file or directory), a .tlog-proof file, or a log's directory
            --policy  whose signatures you accept (c2sp.org/tlog-policy); never take it from the dossier on trust
            --older   a checkpoint you kept: nothing may have been rewritten since
            --tsa     the root certificate of a time-stamp authority you accept
            --entry   the entry of a single proof
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
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("--") && i + 1 == arguments.size()) {
                return usage(out);
            }
            switch (argument) {
                case "--policy" -> policy = Optional.of(Path.of(arguments.get(++i)));
                case "--older" -> older = Optional.of(Path.of(arguments.get(++i)));
                case "--entry" -> entry = Optional.of(Path.of(arguments.get(++i)));
                case "--tsa" -> roots.add(Path.of(arguments.get(++i)));
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
        return print(verify(path.get(), policy, older, entry, roots), out);
    }

    private static Verification verify(
            Path path, Optional<Path> policy, Optional<Path> older, Optional<Path> entry, List<Path> roots) {
        try {
            List<X509Certificate> certificates = new ArrayList<>();
            for (Path root : roots) {
                certificates.addAll(Timestamp.certificates(Files.readAllBytes(root)));
            }
            Optional<Policy> rules = policy.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            Policy.parse(new String(Files.readAllBytes(policy.get()), StandardCharsets.ISO_8859_1)));
            Optional<SignedNote> kept =
                    older.isEmpty() ? Optional.empty() : Optional.of(SignedNote.parse(Files.readAllBytes(older.get())));
            return new Verifier(new Means(rules, kept, certificates)).verify(path, entry);
        } catch (IOException | ConstanciaException failure) {
            return Verifier.cannotTell("your own files", String.valueOf(failure.getMessage()));
        }
    }

    private static int print(Verification verification, PrintStream out) {
        verification.checked().forEach(line -> out.println("  held       " + line));
        verification.notes().forEach(line -> out.println("  unchecked  " + line));
        out.println(
                switch (verification.verdict()) {
                    case VALID -> "VALID";
                    case INVALID -> "INVALID " + verification.place() + ": " + verification.reason();
                    case CANNOT_TELL -> "CANNOT TELL " + verification.place() + ": " + verification.reason();
                });
        return verification.verdict().exitCode();
    }

    private static int usage(PrintStream out) {
        out.print(USAGE);
        return Verification.Verdict.CANNOT_TELL.exitCode();
    }
}
