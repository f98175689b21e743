package org.constancia.store.source;

import java.time.Instant;
import org.constancia.core.record.SourceId;
import org.jspecify.annotations.Nullable;

/// A preserved item with its bibliography as far as it is stated, and the state of its newest reading.
///
/// @param number what people call it: source 12
/// @param published EDTF
/// @param layer the version of the newest reading; 0 when it was not read yet
/// @param obstacle why there is no text; null when there is, or when it was not read yet; `ERASED` when it had to go
/// @param characters length of the text layer in UTF-16 units, 0 without one
/// @param waiting proposals that nobody has decided
public record SourceRow(
        SourceId id,
        long number,
        String sha256,
        String sha512,
        long length,
        Instant receivedAt,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable String author,
        @Nullable String published,
        @Nullable String url,
        @Nullable String family,
        @Nullable String mediaType,
        @Nullable String language,
        int layer,
        @Nullable String obstacle,
        @Nullable String detail,
        int waiting) {
    static final String ERASED = "ERASED";

    /// Whether only the row and its digests are left, because the source had to go.
    public boolean isErased() {
        return ERASED.equals(obstacle);
    }
}
