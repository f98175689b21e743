package org.constancia.app.cli;

import java.io.PrintWriter;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// How a failed command ends: one line that says what happened and what to do, the exit code of its problem, and with
/// `--debug` the trace.
final class Failures {
    private Failures() {}

    static int wrongUse(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("constancia: " + failure.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.println("Try: " + command.getCommandSpec().qualifiedName(" ") + " --help");
        }
        return Problem.USAGE.exitCode();
    }

    static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        Constancia root = (Constancia) command.getCommandSpec().root().userObject();
        Problem problem = failure instanceof ConstanciaException known ? known.problem() : Problem.BUG;
        err.println("constancia: " + line(failure, problem));
        if (root.debug()) {
            failure.printStackTrace(err);
        }
        return problem.exitCode();
    }

    private static String line(Exception failure, Problem problem) {
        return problem == Problem.BUG
                ? "this is a mistake of ours, please report it with the output of --debug: " + failure
                : failure.getMessage() + " [" + problem.code() + "]";
    }
}
