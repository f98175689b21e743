package org.constancia.evidence.digest;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/// A SHA-512 digest (FIPS 180-4), 64 bytes.
public final class Sha512 implements Comparable<Sha512> {
    public static final int LENGTH = 64;

    private final byte[] bytes;

    private Sha512(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a SHA-512 digest has 64 bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    /// The digest with these bytes.
    public static Sha512 of(byte[] bytes) {
        return new Sha512(bytes.clone());
    }

    /// Reads 128 hexadecimal digits, in either case.
    public static Sha512 parse(String hex) {
        return new Sha512(HexFormat.of().parseHex(hex));
    }

    /// The digest of the concatenation of the parts.
    public static Sha512 digestOf(byte[]... parts) {
        MessageDigest digest = Digests.sha512();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Sha512(digest.digest());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// 128 lower-case hexadecimal digits.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public int compareTo(Sha512 other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sha512 that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
