package org.constancia.evidence.verifier;

import java.util.List;
import java.util.Locale;
import org.constancia.evidence.json.CanonicalJson;
import org.constancia.evidence.json.Json;

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

    /// The answer as lines, the verdict last.
    public String text() {
        StringBuilder text = new StringBuilder();
        checked.forEach(line -> text.append("  held       ").append(line).append('\n'));
        notes.forEach(line -> text.append("  unchecked  ").append(line).append('\n'));
        text.append(
                switch (verdict) {
                    case VALID -> "VALID";
                    case INVALID -> "INVALID " + place + ": " + reason;
                    case CANNOT_TELL -> "CANNOT TELL " + place + ": " + reason;
                });
        return text.append('\n').toString();
    }

    /// The answer as one JSON object.
    public String json() {
        return CanonicalJson.text(Json.object()
                .with("verdict", verdict.code())
                .with("place", place)
                .with("reason", reason)
                .with("held", Json.texts(checked))
                .with("unchecked", Json.texts(notes)));
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

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
