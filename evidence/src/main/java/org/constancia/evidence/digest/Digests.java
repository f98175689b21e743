package org.constancia.evidence.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Fresh digest computations. Every Java platform has the two algorithms (SHA-256 by specification, SHA-512 in
/// every JDK), so their absence is not a failure a caller can treat.
public final class Digests {
    private Digests() {}

    public static MessageDigest sha256() {
        return algorithm("SHA-256");
    }

    public static MessageDigest sha512() {
        return algorithm("SHA-512");
    }

    private static MessageDigest algorithm(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no " + name, missing);
        }
    }
}
