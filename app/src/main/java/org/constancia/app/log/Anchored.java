package org.constancia.app.log;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.constancia.evidence.note.SignedNote;

/// A checkpoint that somebody outside has vouched for, or is asked to.
///
/// @param log the number of its log
/// @param size how many entries it covers
/// @param stamps what time-stamp authorities answered
/// @param waitingFor the names of configured authorities that have not answered yet
/// @param cosignatures of witnesses
/// @param deposits of the checkpoint on paper
public record Anchored(
        int log,
        long size,
        SignedNote checkpoint,
        List<Stamp> stamps,
        List<String> waitingFor,
        List<Cosignature> cosignatures,
        List<Deposit> deposits) {
    public Anchored {
        stamps = List.copyOf(stamps);
        waitingFor = List.copyOf(waitingFor);
        cosignatures = List.copyOf(cosignatures);
        deposits = List.copyOf(deposits);
    }

    /// A time stamp (RFC 3161).
    ///
    /// @param time as the authority states it; whether to believe it is the verifier's policy
    public record Stamp(String authority, Instant time) {}

    /// A witness signed that it saw the log grow to this checkpoint.
    public record Cosignature(String witness, Instant time) {}

    /// The checkpoint was left somewhere on paper.
    ///
    /// @param where in the words of whoever left it there
    public record Deposit(LocalDate day, String where) {}
}
