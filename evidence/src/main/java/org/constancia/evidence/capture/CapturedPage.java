package org.constancia.evidence.capture;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.constancia.evidence.digest.Sha256;
import org.jspecify.annotations.Nullable;

/// One response in a web archive, as its own headers tell it.
///
/// @param target the address that was captured
/// @param capturedAt when, according to the record
/// @param status the HTTP status
/// @param headers the HTTP headers, names in lower case
/// @param mediaType the `Content-Type` without parameters, in lower case; empty when there is none
/// @param digest whether the record's digest holds
/// @param body digest of the body as decoded for display
/// @param bodyLength in bytes
/// @param record the record's id, unique in the world
/// @param revisits the id of an earlier record of the archive that holds the body, when this one only says that the
/// page
///     was met unchanged; null for a page with a body of its own
public record CapturedPage(
        String target,
        Instant capturedAt,
        int status,
        Map<String, List<String>> headers,
        String mediaType,
        DigestState digest,
        Sha256 body,
        long bodyLength,
        String record,
        @Nullable String revisits) {
    public CapturedPage {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    /// What a record's own digest says.
    public enum DigestState {
        /// The bytes have the digest that the record states.
        HOLDS,
        /// The bytes differ from what the record states.
        DIFFERS,
        /// The record states none, or in an algorithm unknown here.
        NONE
    }
}
