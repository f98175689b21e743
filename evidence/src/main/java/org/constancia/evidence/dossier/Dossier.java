package org.constancia.evidence.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.constancia.evidence.custody.CustodyRecord;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.merkle.ConsistencyProof;
import org.constancia.evidence.note.LogProof;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.time.Timestamp;

/// What goes into a dossier. The caller chooses; nothing else is added.
///
/// @param id names the dossier and its directory: letters, digits, hyphen
/// @param files originals, working copies, `records.json` and readable PDFs, by their path below `data/`
/// @param custody one record for each item
/// @param entries the log entries that concern the dossier, with their proofs
/// @param checkpoint the signed checkpoint of the proofs
/// @param consistency proofs from older checkpoints, which a verifier may hold, to this one
/// @param timestamps over the checkpoint's text, by the authority's name
/// @param roots certificates of the time-stamp authorities as PEM, by name, for convenience
/// @param policies examples for the verifier, by file name; not to be trusted because they are enclosed
/// @param info further lines for `bag-info.txt`
public record Dossier(
        String id,
        List<File> files,
        List<CustodyRecord> custody,
        List<Entry> entries,
        SignedNote checkpoint,
        List<ConsistencyProof> consistency,
        Map<String, Timestamp> timestamps,
        Map<String, String> roots,
        Map<String, String> policies,
        Map<String, String> info) {
    public Dossier {
        files = List.copyOf(files);
        custody = List.copyOf(custody);
        entries = List.copyOf(entries);
        consistency = List.copyOf(consistency);
        timestamps = Map.copyOf(timestamps);
        roots = Map.copyOf(roots);
        policies = Map.copyOf(policies);
        info = Map.copyOf(info);
    }

    /// A file and where its bytes come from.
    public record File(BagPath path, Source source) {}

    /// Gives a fresh stream of a file's bytes.
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /// A log entry with its proof, and its opening when the record is disclosed.
    public record Entry(LogEntry entry, LogProof proof, Optional<Opening> opening) {}
}
