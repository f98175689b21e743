package org.constancia.app.cli.estimate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// SHA-256 of texts, in hexadecimal.
final class Hashes {
    private Hashes() {}

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new ConstanciaException(Problem.BUG, "The platform has no SHA-256", missing);
        }
    }
}
