package org.constancia.store.log;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Turns subjects and authors into names that mean nothing without the key (HMAC-SHA-256, RFC 2104). A subject has the
/// same blinded name in all logs of a database, so that its entries can be chained; an author has another pseudonym in
/// every log.
final class Blinding {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Blinding(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    String subject(String subject) {
        return HexFormat.of().formatHex(code("subject\0" + subject), 0, 16);
    }

    String actor(int log, String author) {
        return "actor-" + HexFormat.of().formatHex(code("actor\0" + log + "\0" + author), 0, 6);
    }

    private byte[] code(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", impossible);
        }
    }
}
