package org.constancia.evidence.log;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.json.CanonicalJson;
import org.constancia.evidence.json.Json;

/// The 32 secret bytes that make a commitment unguessable. Without its salt the hash of a name falls to a
/// dictionary; when the salt is erased, the log still verifies and the content can no longer be guessed.
public final class Salt {
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Salt(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a salt has 32 bytes");
        }
        this.bytes = bytes;
    }

    /// A fresh salt; the generator must be a cryptographic one.
    public static Salt fresh(RandomGenerator random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new Salt(bytes);
    }

    public static Salt of(byte[] bytes) {
        return new Salt(bytes.clone());
    }

    public static Salt parse(String hex) {
        return new Salt(HexFormat.of().parseHex(hex));
    }

    /// The commitment to a payload: SHA-256(salt || canonical JSON of the payload).
    public Sha256 commitTo(Json payload) {
        return commitTo(CanonicalJson.bytes(payload));
    }

    /// The commitment to bytes: SHA-256(salt || bytes).
    public Sha256 commitTo(byte[] payload) {
        return Sha256.digestOf(bytes, payload);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Salt that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Never the secret.
    @Override
    public String toString() {
        return "Salt";
    }
}
