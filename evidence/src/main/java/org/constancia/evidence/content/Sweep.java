package org.constancia.evidence.content;

import java.util.List;
import org.constancia.evidence.digest.Sha256;

/// The result of comparing the blobs with the rows that refer to them.
///
/// @param quarantined blobs no row refers to; they were moved to `quarantine/`, not deleted
/// @param missing digests a row refers to without a blob: an alarm
public record Sweep(List<BlobName> quarantined, List<Sha256> missing) {
    public Sweep {
        quarantined = List.copyOf(quarantined);
        missing = List.copyOf(missing);
    }

    public boolean isClean() {
        return quarantined.isEmpty() && missing.isEmpty();
    }
}
