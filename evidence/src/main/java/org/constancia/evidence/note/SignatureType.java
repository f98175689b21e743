package org.constancia.evidence.note;

import java.util.Optional;

/// The signature types of C2SP signed-note that Constancia makes and checks. Others are carried along and
/// ignored.
public enum SignatureType {
    /// Ed25519 over the note's text; how the log signs.
    ED25519(0x01, "Ed25519", 32, 64, false),
    /// Ed25519 over the text with a time before it; how witnesses sign.
    ED25519_COSIGNATURE(0x04, "Ed25519", 32, 64, true),
    /// ML-DSA-44 (FIPS 204) over a statement of log, size and root with a time; holds against quantum
    /// computers.
    ML_DSA_44_COSIGNATURE(0x06, "ML-DSA-44", 1312, 2420, true);

    private final byte code;
    private final String algorithm;
    private final int publicKeyLength;
    private final int signatureLength;
    private final boolean timed;

    SignatureType(int code, String algorithm, int publicKeyLength, int signatureLength, boolean timed) {
        this.code = (byte) code;
        this.algorithm = algorithm;
        this.publicKeyLength = publicKeyLength;
        this.signatureLength = signatureLength;
        this.timed = timed;
    }

    static Optional<SignatureType> find(byte code) {
        for (SignatureType type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    byte code() {
        return code;
    }

    /// The algorithm's name in the Java security interfaces.
    public String algorithm() {
        return algorithm;
    }

    int publicKeyLength() {
        return publicKeyLength;
    }

    int signatureLength() {
        return signatureLength;
    }

    /// Whether a time of 8 bytes stands before the signature.
    public boolean isTimed() {
        return timed;
    }
}
