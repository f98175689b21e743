package org.constancia.evidence.content;

import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.digest.Sha512;

/// Bytes the store has acknowledged: both digests and the length in bytes. SHA-256 is the identity; SHA-512 is
/// the second seal, for the day the first one is doubted.
public record Content(Sha256 sha256, Sha512 sha512, long length) {
    public Content {
        if (length < 0) {
            throw new IllegalArgumentException("negative length");
        }
    }
}
