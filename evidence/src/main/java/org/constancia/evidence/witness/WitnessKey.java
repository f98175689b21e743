package org.constancia.evidence.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.durable.DurableFiles;
import org.constancia.evidence.note.NoteSigner;
import org.constancia.evidence.note.SignatureType;

/// The key of a witness (Ed25519 cosignatures, C2SP tlog-cosignature), in a file that only its owner can read:
///
/// ```
/// constancia witness key v1
/// name example.org/witness
/// Ed25519 <private, PKCS #8, base64> <public, X.509, base64>
/// ```
public final class WitnessKey {
    private static final String HEADER = "constancia witness key v1";
    private static final String NAME = "name ";
    private static final String ALGORITHM = "Ed25519";

    private final NoteSigner signer;

    private WitnessKey(NoteSigner signer) {
        this.signer = signer;
    }

    /// Reads the key file, or makes a fresh key durably when there is none.
    ///
    /// @param name of a fresh key; one that exists keeps its own
    /// @throws ConstanciaException `STORAGE_FAILED` when the file is damaged, `USAGE` when the name is none
    public static WitnessKey open(Path file, String name, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                KeyPair pair = NoteSigner.generatePair(SignatureType.ED25519_COSIGNATURE, random);
                signer(name, pair);
                Base64.Encoder encoder = Base64.getEncoder();
                String text = HEADER + "\n" + NAME + name + "\n" + ALGORITHM + " "
                        + encoder.encodeToString(pair.getPrivate().getEncoded()) + " "
                        + encoder.encodeToString(pair.getPublic().getEncoded()) + "\n";
                DurableFiles.writeSecret(file, text.getBytes(StandardCharsets.UTF_8));
            }
            return read(Files.readAllLines(file));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException failure) {
            throw new ConstanciaException(
                            Problem.STORAGE_FAILED, "The key of the witness cannot be read or made", failure)
                    .with("file", file);
        }
    }

    private static WitnessKey read(List<String> lines) throws GeneralSecurityException {
        String[] words = lines.size() == 3 ? lines.get(2).split(" ", -1) : new String[0];
        if (words.length != 3 || !lines.get(0).equals(HEADER) || !lines.get(1).startsWith(NAME)) {
            throw new IllegalArgumentException("not the key of a witness");
        }
        KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
        KeyPair pair = new KeyPair(
                factory.generatePublic(
                        new X509EncodedKeySpec(Base64.getDecoder().decode(words[2]))),
                factory.generatePrivate(
                        new PKCS8EncodedKeySpec(Base64.getDecoder().decode(words[1]))));
        return new WitnessKey(signer(lines.get(1).substring(NAME.length()), pair));
    }

    private static NoteSigner signer(String name, KeyPair pair) {
        try {
            return NoteSigner.of(name, SignatureType.ED25519_COSIGNATURE, pair);
        } catch (IllegalArgumentException unusable) {
            throw new ConstanciaException(
                            Problem.USAGE,
                            "A witness is named like example.org/witness, without spaces and plus",
                            unusable)
                    .with("name", name);
        }
    }

    /// What cosigns.
    public NoteSigner signer() {
        return signer;
    }
}
