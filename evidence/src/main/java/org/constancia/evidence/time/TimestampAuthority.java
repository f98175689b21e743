package org.constancia.evidence.time;

import java.io.IOException;

/// Somebody who signs that a hash existed at a time (RFC 3161).
public interface TimestampAuthority {
    /// A short name for files and pages: letters, digits, hyphen.
    String name();

    /// Answers a DER-encoded request with a DER-encoded response.
    ///
    /// @throws IOException when the authority cannot be reached now
    byte[] stamp(byte[] request) throws IOException;
}
