package org.constancia.evidence.archive;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// Encryption in the age format (age-encryption.org/v1, X25519 recipients), so that what leaves can be
/// decrypted with the `age` command if this project ends.
public final class AgeEncryption {
    private AgeEncryption() {}

    /// A fresh key pair as text: the secret identity and the public recipient.
    public record Identity(String identity, String recipient) {
        /// Never the secret.
        @Override
        public String toString() {
            return recipient;
        }
    }

    /// Makes a key pair.
    public static Identity generate() {
        try {
            KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
            return new Identity(
                    new String(pair.getPrivate().getEncoded(), StandardCharsets.US_ASCII),
                    new String(pair.getPublic().getEncoded(), StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no X25519", missing);
        }
    }

    /// A stream that encrypts to all of these recipients (`age1...`). Closing it ends the ciphertext and the
    /// stream below.
    ///
    /// @throws ConstanciaException `BAD_INPUT` when a recipient is malformed
    public static OutputStream encrypt(OutputStream out, List<String> recipients) throws IOException {
        try {
            List<RecipientStanzaWriter> writers = new ArrayList<>();
            for (String recipient : recipients) {
                writers.add(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient));
            }
            return Channels.newOutputStream(
                    new StandardEncryptingChannelFactory().newEncryptingChannel(Channels.newChannel(out), writers));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            throw new ConstanciaException(Problem.BAD_INPUT, "This is not an age recipient (age1...)", malformed);
        }
    }

    /// A stream that decrypts with one of these identities (`AGE-SECRET-KEY-1...`).
    ///
    /// @throws ConstanciaException `BAD_INPUT` when no identity fits
    public static InputStream decrypt(InputStream in, List<String> identities) throws IOException {
        try {
            List<RecipientStanzaReader> readers = new ArrayList<>();
            for (String identity : identities) {
                readers.add(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity));
            }
            return Channels.newInputStream(
                    new StandardDecryptingChannelFactory().newDecryptingChannel(Channels.newChannel(in), readers));
        } catch (GeneralSecurityException | IllegalArgumentException noFit) {
            throw new ConstanciaException(
                    Problem.BAD_INPUT, "None of the identities decrypts this file, or it is not an age file", noFit);
        }
    }
}
