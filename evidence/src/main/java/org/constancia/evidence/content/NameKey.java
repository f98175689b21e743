package org.constancia.evidence.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.durable.DurableFiles;

/// The secret that turns a content digest into a blob name (HMAC-SHA-256, RFC 2104). Kept in a file outside the
/// blob directory, readable by its owner only: 64 hexadecimal digits and a newline.
///
/// Losing it loses no content, but every blob must then be renamed; see `docs/reference/log-format.md`.
public final class NameKey {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private NameKey(byte[] secret) {
        if (secret.length != 32) {
            throw new IllegalArgumentException("a name key has 32 bytes");
        }
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /// The key with this secret of 32 bytes.
    public static NameKey of(byte[] secret) {
        return new NameKey(secret);
    }

    /// Reads the key file, or makes a new key durably when there is no file.
    public static NameKey open(Path file, RandomGenerator random) {
        try {
            if (!Files.exists(file)) {
                byte[] secret = new byte[32];
                random.nextBytes(secret);
                String text = HexFormat.of().formatHex(secret) + "\n";
                DurableFiles.writeSecret(file, text.getBytes(StandardCharsets.US_ASCII));
            }
            return of(HexFormat.of().parseHex(Files.readString(file).strip()));
        } catch (IOException failure) {
            throw new ConstanciaException(
                            Problem.STORAGE_FAILED, "The key of the content store cannot be read or made", failure)
                    .with("file", file);
        } catch (IllegalArgumentException failure) {
            throw new ConstanciaException(
                            Problem.STORAGE_FAILED,
                            "The key of the content store is damaged; restore it from the backup of the keys",
                            failure)
                    .with("file", file);
        }
    }

    BlobName name(Sha256 digest) {
        return new BlobName(HexFormat.of().formatHex(authenticate(digest.bytes())));
    }

    /// A value that tells two keys apart and reveals neither.
    String fingerprint() {
        byte[] code = authenticate("constancia content store".getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(code, 0, 8);
    }

    private byte[] authenticate(byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", impossible);
        }
    }
}
