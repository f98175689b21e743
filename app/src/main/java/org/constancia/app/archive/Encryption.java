package org.constancia.app.archive;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.archive.AgeEncryption;

/// An archive as it lies: encrypted to age recipients or plain.
public final class Encryption {
    private static final byte[] HEADER = "age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 1 << 18;

    private Encryption() {}

    /// Encrypts to these recipients, or to nobody when there is none.
    public static OutputStream to(OutputStream out, List<String> recipients) throws IOException {
        return recipients.isEmpty() ? out : new BufferedOutputStream(AgeEncryption.encrypt(out, recipients), BUFFER);
    }

    /// Decrypts with one of these identities what is encrypted, and leaves alone what is not.
    ///
    /// @throws ConstanciaException `USAGE` when it is encrypted and no identity is given, `BAD_INPUT` when
    ///     none fits
    public static InputStream from(InputStream in, List<String> identities) throws IOException {
        BufferedInputStream archive = new BufferedInputStream(in, BUFFER);
        archive.mark(HEADER.length);
        boolean isEncrypted = Arrays.equals(archive.readNBytes(HEADER.length), HEADER);
        archive.reset();
        if (!isEncrypted) return archive;
        if (identities.isEmpty()) {
            throw new ConstanciaException(
                    Problem.USAGE, "The archive is encrypted; give the file with the secret key, --identity KEYFILE");
        }
        return new BufferedInputStream(AgeEncryption.decrypt(archive, identities), BUFFER);
    }
}
