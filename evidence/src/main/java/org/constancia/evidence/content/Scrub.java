package org.constancia.evidence.content;

import java.util.List;

/// The result of re-reading every blob.
///
/// @param blobs how many were read
/// @param bytes how many bytes they have together
/// @param damaged those whose bytes do not belong to their name or could not be read, in order of name
public record Scrub(long blobs, long bytes, List<BlobName> damaged) {
    public Scrub {
        damaged = List.copyOf(damaged);
    }

    public boolean isClean() {
        return damaged.isEmpty();
    }

    /// Hears how far the scrubber is; called after each blob, on the scrubber's thread.
    @FunctionalInterface
    public interface Progress {
        void reached(long blobs, long bytes);
    }
}
