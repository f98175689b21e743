package org.constancia.evidence.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Sha256;

/// A public key that checks signatures of notes, as text `<name>+<key id>+base64(type || key)` (a C2SP *vkey*).
public final class VerifierKey {
    /// The X.509 wrapping of a raw key (RFC 8410, RFC 9881) is a constant before it.
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final byte[] ML_DSA_44_PREFIX =
            HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");

    private final String name;
    private final SignatureType type;
    private final byte[] rawKey;
    private final PublicKey key;

    private VerifierKey(String name, SignatureType type, byte[] rawKey) {
        this.name = name;
        this.type = type;
        this.rawKey = rawKey;
        this.key = publicKey(type, rawKey);
    }

    static VerifierKey of(String name, SignatureType type, PublicKey key) {
        byte[] encoded = key.getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - type.publicKeyLength(), encoded.length);
        return new VerifierKey(name, type, raw);
    }

    /// Reads a key.
    ///
    /// @throws ConstanciaException `BAD_INPUT` when the text is no verifier key of a type known here
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length < 3 || !SignedNote.isKeyName(parts[0])) {
            throw malformed("not of the form name+id+key");
        }
        byte[] typed = StrictBase64.decode(parts[2]).orElseThrow(() -> malformed("the key is not base64"));
        if (typed.length == 0) {
            throw malformed("no key");
        }
        SignatureType type = SignatureType.find(typed[0]).orElseThrow(() -> malformed("an unknown type of signature"));
        if (typed.length - 1 != type.publicKeyLength()) {
            throw malformed("the key has another length");
        }
        VerifierKey key = new VerifierKey(parts[0], type, Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().toHexDigits(key.keyId()).equals(parts[1])) {
            throw malformed("the id does not belong to the key");
        }
        return key;
    }

    /// The key as text.
    public String format() {
        return name + "+" + HexFormat.of().toHexDigits(keyId()) + "+"
                + Base64.getEncoder().encodeToString(typedKey());
    }

    public String name() {
        return name;
    }

    public SignatureType type() {
        return type;
    }

    public int keyId() {
        Sha256 hash = Sha256.digestOf((name + "\n").getBytes(StandardCharsets.UTF_8), typedKey());
        return ByteBuffer.wrap(hash.bytes()).getInt();
    }

    /// The key for the Java security interfaces; its `getEncoded` is what OpenSSL reads as DER.
    public PublicKey publicKey() {
        return key;
    }

    /// Whether both wrap the same underlying key, under whatever name.
    boolean hasSameKeyAs(VerifierKey other) {
        return Arrays.equals(rawKey, other.rawKey);
    }

    /// What this key has to say about a note.
    public Verdict verify(SignedNote note) {
        for (NoteSignature signature : note.signatures()) {
            if (signature.keyName().equals(name) && signature.keyId() == keyId()) {
                return verify(note.text(), signature.bytes());
            }
        }
        return new Verdict.NotSigned();
    }

    /// The answer of one key.
    public sealed interface Verdict {
        /// The key signed the text; a timed signature says when.
        record Valid(Optional<Instant> time) implements Verdict {}

        /// There is a signature that claims to be this key's and is not.
        record Invalid() implements Verdict {}

        /// There is no signature by this key.
        record NotSigned() implements Verdict {}
    }

    private Verdict verify(String text, byte[] bytes) {
        int timeLength = type.isTimed() ? 8 : 0;
        if (bytes.length != timeLength + type.signatureLength()) {
            return new Verdict.Invalid();
        }
        long time = type.isTimed() ? ByteBuffer.wrap(bytes).getLong() : 0;
        if (time < 0 || time > Instant.MAX.getEpochSecond()) {
            return new Verdict.Invalid();
        }
        try {
            Signature signature = Signature.getInstance(type.algorithm());
            signature.initVerify(key);
            signature.update(SignedMessage.of(type, name, text, time));
            if (!signature.verify(bytes, timeLength, type.signatureLength())) {
                return new Verdict.Invalid();
            }
            return new Verdict.Valid(type.isTimed() ? Optional.of(Instant.ofEpochSecond(time)) : Optional.empty());
        } catch (SignatureException | ConstanciaException malformedSignature) {
            return new Verdict.Invalid();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no " + type.algorithm(), missing);
        }
    }

    private byte[] typedKey() {
        byte[] typed = new byte[1 + rawKey.length];
        typed[0] = type.code();
        System.arraycopy(rawKey, 0, typed, 1, rawKey.length);
        return typed;
    }

    private static PublicKey publicKey(SignatureType type, byte[] raw) {
        byte[] prefix = switch (type) {
            case ED25519, ED25519_COSIGNATURE -> ED25519_PREFIX;
            case ML_DSA_44_COSIGNATURE -> ML_DSA_44_PREFIX;
        };
        byte[] encoded = Arrays.copyOf(prefix, prefix.length + raw.length);
        System.arraycopy(raw, 0, encoded, prefix.length, raw.length);
        try {
            return KeyFactory.getInstance(type.algorithm()).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException failure) {
            throw new ConstanciaException(Problem.BAD_INPUT, "This is not a verifier key", failure)
                    .with("reason", "not a point of the curve");
        }
    }

    private static ConstanciaException malformed(String reason) {
        return new ConstanciaException(Problem.BAD_INPUT, "This is not a verifier key").with("reason", reason);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && format().equals(that.format());
    }

    @Override
    public int hashCode() {
        return keyId();
    }

    @Override
    public String toString() {
        return format();
    }
}
