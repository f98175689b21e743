package org.constancia.evidence.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.merkle.ConsistencyProof;
import org.constancia.evidence.note.LogProof;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.time.EvidenceRecord;
import org.constancia.evidence.time.Timestamp;

/// What the log says about a dossier.
///
/// @param entries the log entries that concern the dossier, with their proofs, in the order of the log
/// @param checkpoint the signed checkpoint of the proofs
/// @param consistency proofs from older checkpoints, which a verifier may hold, to this one
/// @param anchors checkpoints, this one or older ones, that time-stamp authorities have stamped
/// @param earlier what logs that ended say, those before this one
public record Proofs(
        List<Entry> entries,
        SignedNote checkpoint,
        List<ConsistencyProof> consistency,
        List<Anchor> anchors,
        List<EarlierLog> earlier) {
    public Proofs {
        earlier = List.copyOf(earlier);
        entries = List.copyOf(entries);
        consistency = List.copyOf(consistency);
        anchors = List.copyOf(anchors);
    }

    /// A log entry with its proof, and its opening when the record is disclosed.
    public record Entry(LogEntry entry, LogProof proof, Optional<Opening> opening) {}

    /// Entries of a log that lost others and ended, under the last checkpoint of it that can be read.
    public record EarlierLog(int number, List<Entry> entries, SignedNote checkpoint) {
        public EarlierLog {
            entries = List.copyOf(entries);
        }
    }

    /// A stamped checkpoint.
    ///
    /// @param text the checkpoint's text, which the stamps cover
    /// @param size its number of entries
    /// @param stamps by the authority's name
    /// @param renewals of stamps that were renewed, by the same name
    /// @param roots certificates of the authorities as PEM, by name, for convenience
    public record Anchor(
            String text,
            long size,
            Map<String, Timestamp> stamps,
            Map<String, EvidenceRecord> renewals,
            Map<String, String> roots) {
        public Anchor {
            stamps = Map.copyOf(stamps);
            renewals = Map.copyOf(renewals);
            roots = Map.copyOf(roots);
        }
    }
}
