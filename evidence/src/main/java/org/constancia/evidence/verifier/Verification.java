package org.constancia.evidence.verifier;

import java.util.List;

/// The answer of the verifier.
///
/// @param verdict the exit code
/// @param place where the first reason lies; empty when valid
/// @param reason the first reason; empty when valid
/// @param checked what was checked and held, one line each
/// @param notes what was not checked, one line each
public record Verification(Verdict verdict, String place, String reason, List<String> checked, List<String> notes) {
    public Verification {
        checked = List.copyOf(checked);
        notes = List.copyOf(notes);
    }

    /// The three answers and their exit codes.
    public enum Verdict {
        VALID(0),
        INVALID(1),
        CANNOT_TELL(2);

        private final int exitCode;

        Verdict(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }
}
