package org.constancia.evidence.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.constancia.evidence.content.BlobName;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.content.Scrub;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.log.Disagreement;
import org.constancia.evidence.log.LogAudit;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.Policy;
import org.constancia.evidence.note.SignedNote;

/// Whether blobs, rows, leaves, tiles and checkpoints agree; each disagreement with its place.
public final class Fsck {
    private final List<Disagreement> found = new ArrayList<>();

    /// The disagreements so far, in the order in which they were found; none means the record is sound.
    public List<Disagreement> disagreements() {
        return List.copyOf(found);
    }

    /// Re-reads every blob and compares the blobs with the rows that refer to them.
    ///
    /// @param rows the SHA-256 of every kept source in the database
    public Fsck content(ContentStore store, Collection<Sha256> rows, Scrub.Progress progress) {
        Map<BlobName, Sha256> named = new HashMap<>();
        rows.forEach(digest -> named.put(store.name(digest), digest));
        Scrub scrub = store.scrub(progress);
        for (BlobName name : scrub.damaged()) {
            Sha256 digest = named.get(name);
            found.add(new Disagreement(
                    "blob " + name.hex(),
                    digest == null ? "damaged, and no row refers to it" : "damaged; it should be sha256 " + digest));
        }
        Set<BlobName> present = new HashSet<>(store.listNames());
        named.entrySet().stream()
                .filter(entry -> !present.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry ->
                        found.add(new Disagreement("row sha256 " + entry.getValue(), "there is no blob for this row")));
        present.stream()
                .filter(name -> !named.containsKey(name))
                .sorted()
                .forEach(name -> found.add(new Disagreement("blob " + name.hex(), "no row refers to this blob")));
        return this;
    }

    /// Derives a log again from its entries.
    ///
    /// @param directory of one log, with `checkpoint` and `tile/`
    /// @param policy whose signatures the checkpoint must bear
    /// @param leafHashes of the database's log entries, in the order of their index
    public Fsck log(Path directory, Policy policy, Iterator<Sha256> leafHashes, LogAudit.Progress progress) {
        found.addAll(LogAudit.audit(directory, policy, leafHashes, progress));
        return this;
    }

    /// Derives a log again from its entries and compares them with all that a database says about them.
    public Fsck log(Path directory, Policy policy, LogAudit.Rows rows, LogAudit.Progress progress) {
        found.addAll(LogAudit.audit(directory, policy, rows, progress));
        return this;
    }

    /// Notes a disagreement that somebody else found.
    public Fsck note(String place, String what) {
        found.add(new Disagreement(place, what));
        return this;
    }

    /// Compares a log with a checkpoint that was kept elsewhere: outside, by a witness, on paper.
    ///
    /// @param root the log's root over as many entries as the kept checkpoint has
    public Fsck kept(String place, SignedNote note, Policy policy, Sha256 root) {
        switch (policy.judge(note)) {
            case Policy.Judgement.Refused(String reason) -> found.add(new Disagreement(place, reason));
            case Policy.Judgement.Accepted accepted -> {
                Checkpoint checkpoint = accepted.checkpoint();
                if (!checkpoint.root().equals(root)) {
                    found.add(new Disagreement(place, "the log does not extend this checkpoint"));
                }
            }
        }
        return this;
    }
}
