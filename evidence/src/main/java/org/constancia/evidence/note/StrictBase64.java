package org.constancia.evidence.note;

import java.util.Base64;
import java.util.Optional;

/// Standard base64 (RFC 4648, section 4) in its one canonical spelling: padded, and with zero bits after the
/// data. Two spellings of the same bytes would let a signed line be changed unseen.
final class StrictBase64 {
    private StrictBase64() {}

    static Optional<byte[]> decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
