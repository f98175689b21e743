package org.constancia.store.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.log.LogEntry;

/// Makes the leaves of changes. The same changes in the same order give the same bytes, so that a batch that was
/// interrupted is made again and not stored twice.
final class LeafMaker {
    private final Blinding blinding;
    private final int log;

    LeafMaker(Blinding blinding, int log) {
        this.blinding = blinding;
        this.log = log;
    }

    /// The leaves, each naming the one before it about the same subject.
    ///
    /// @param previous the last leaf hash of each blinded subject that had one before these
    List<Leaf> make(List<ChangeForLog> changes, Map<String, Sha256> previous) {
        Map<String, Sha256> last = new HashMap<>(previous);
        List<Leaf> leaves = new ArrayList<>(changes.size());
        for (ChangeForLog change : changes) {
            String subject = blinding.subject(change.subject);
            LogEntry entry = entry(change, Optional.ofNullable(last.get(subject)));
            last.put(subject, entry.leafHash());
            leaves.add(new Leaf(change.id, change.number, change.collection, entry));
        }
        return leaves;
    }

    LogEntry entry(ChangeForLog change, Optional<Sha256> previous) {
        return new LogEntry(
                change.kind,
                blinding.subject(change.subject),
                change.commitment(),
                previous,
                blinding.actor(log, change.author),
                change.changedAt);
    }

    List<String> subjects(List<ChangeForLog> changes) {
        return changes.stream()
                .map(change -> blinding.subject(change.subject))
                .distinct()
                .toList();
    }
}
