package org.constancia.evidence.log;

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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.durable.DurableFiles;
import org.constancia.evidence.note.NoteSigner;
import org.constancia.evidence.note.SignatureType;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.note.VerifierKey;
import org.constancia.evidence.note.VerifierKey.Verdict;

/// The two keys that sign the checkpoints of one log: Ed25519, which every tool checks, and ML-DSA-44, which
/// holds against quantum computers. Kept in one file, readable by its owner only:
///
/// ```
/// constancia log keys v1
/// origin example.org/record/1
/// Ed25519 <private, PKCS #8, base64> <public, X.509, base64>
/// ML-DSA-44 <private, PKCS #8, base64> <public, X.509, base64>
/// ```
public final class LogKeys {
    private static final String HEADER = "constancia log keys v1";

    private static final Clock EPOCH = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final String origin;
    private final NoteSigner classic;
    private final NoteSigner postQuantum;

    private LogKeys(String origin, KeyPair classic, KeyPair postQuantum) {
        this.origin = origin;
        this.classic = NoteSigner.of(origin, SignatureType.ED25519, classic);
        this.postQuantum = NoteSigner.of(origin, SignatureType.ML_DSA_44_COSIGNATURE, postQuantum);
    }

    /// Fresh keys that are kept nowhere.
    public static LogKeys generate(String origin, SecureRandom random) {
        return new LogKeys(
                origin,
                NoteSigner.generatePair(SignatureType.ED25519, random),
                NoteSigner.generatePair(SignatureType.ML_DSA_44_COSIGNATURE, random));
    }

    /// Reads the key file, or makes fresh keys durably when there is none.
    ///
    /// @throws ConstanciaException `STORAGE_FAILED` when the file is damaged or belongs to another log
    public static LogKeys open(Path file, String origin, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                KeyPair classic = NoteSigner.generatePair(SignatureType.ED25519, random);
                KeyPair postQuantum = NoteSigner.generatePair(SignatureType.ML_DSA_44_COSIGNATURE, random);
                String text = HEADER + "\norigin " + origin + "\nEd25519 " + format(classic) + "\nML-DSA-44 "
                        + format(postQuantum) + "\n";
                DurableFiles.writeSecret(file, text.getBytes(StandardCharsets.UTF_8));
            }
            return read(file, origin);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException failure) {
            throw damaged(file, failure);
        }
    }

    private static LogKeys read(Path file, String origin) throws IOException, GeneralSecurityException {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() != 4 || !lines.get(0).equals(HEADER) || !lines.get(1).equals("origin " + origin)) {
            throw new IllegalArgumentException("another header or origin");
        }
        LogKeys keys = new LogKeys(origin, pair(lines.get(2), "Ed25519"), pair(lines.get(3), "ML-DSA-44"));
        SignedNote probe = keys.sign(origin + "\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", EPOCH);
        for (VerifierKey key : keys.verifierKeys()) {
            if (!(key.verify(probe) instanceof Verdict.Valid)) {
                throw new IllegalArgumentException("private and public key do not belong together");
            }
        }
        return keys;
    }

    public String origin() {
        return origin;
    }

    /// The public keys, for policies and for everybody: Ed25519 first.
    public List<VerifierKey> verifierKeys() {
        return List.of(classic.verifierKey(), postQuantum.verifierKey());
    }

    /// A policy for this log without witnesses that demands both signatures.
    public String policy() {
        return "# The log's own keys. Add the witnesses you trust and put them into the quorum.\nlog "
                + classic.verifierKey() + "\nwitness post-quantum " + postQuantum.verifierKey()
                + "\nquorum post-quantum\n";
    }

    /// Signs a checkpoint's text with both keys.
    SignedNote sign(String text, Clock clock) {
        return new SignedNote(text, List.of(classic.sign(text, clock), postQuantum.sign(text, clock)));
    }

    /// Signs a text that is no checkpoint, with the Ed25519 key.
    SignedNote signText(String text, Clock clock) {
        return new SignedNote(text, List.of(classic.sign(text, clock)));
    }

    private static String format(KeyPair pair) {
        Base64.Encoder encoder = Base64.getEncoder();
        return encoder.encodeToString(pair.getPrivate().getEncoded()) + " "
                + encoder.encodeToString(pair.getPublic().getEncoded());
    }

    private static KeyPair pair(String line, String algorithm) throws GeneralSecurityException {
        String[] words = line.split(" ", -1);
        if (words.length != 3 || !words[0].equals(algorithm)) {
            throw new IllegalArgumentException("no key " + algorithm);
        }
        KeyFactory factory = KeyFactory.getInstance(algorithm);
        return new KeyPair(
                factory.generatePublic(
                        new X509EncodedKeySpec(Base64.getDecoder().decode(words[2]))),
                factory.generatePrivate(
                        new PKCS8EncodedKeySpec(Base64.getDecoder().decode(words[1]))));
    }

    private static ConstanciaException damaged(Path file, Exception cause) {
        return new ConstanciaException(
                        Problem.STORAGE_FAILED,
                        "The log's key file cannot be read or made; restore it from the backup of the keys",
                        cause)
                .with("file", file);
    }
}
