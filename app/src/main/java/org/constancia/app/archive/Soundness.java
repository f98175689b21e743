package org.constancia.app.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.constancia.evidence.audit.Fsck;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.log.Disagreement;
import org.constancia.evidence.log.TransparencyLog;
import org.constancia.evidence.note.Policy;
import org.constancia.store.archive.Snapshot;

/// Whether what was restored agrees with itself: every original read again and compared with its row, the log derived
/// again from its entries and compared with the leaf hashes in the database.
public final class Soundness {
    private Soundness() {}

    /// @param owner connections of the owner of the tables
    /// @param logs where the logs are
    /// @param current the last of them
    public static List<Disagreement> check(
            DataSource owner, ContentStore contents, Path logs, TransparencyLog current, Progress progress) {
        try (Snapshot snapshot = Snapshot.take(owner)) {
            List<Sha256> rows = new ArrayList<>();
            snapshot.contents(kept -> rows.add(Sha256.parse(kept.sha256())));
            return new Fsck()
                    .content(contents, rows, (blobs, _) -> progress.reached("checking originals", blobs, rows.size()))
                    .log(
                            logs.resolve(Integer.toString(current.number())),
                            Policy.parse(current.policy()),
                            snapshot.leafHashes(current.number(), current.size()),
                            (done, of) -> progress.reached("checking the log", done, of))
                    .disagreements();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
