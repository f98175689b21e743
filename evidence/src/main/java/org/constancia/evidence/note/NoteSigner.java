package org.constancia.evidence.note;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.time.Clock;

/// A private key that signs notes in one way.
public final class NoteSigner {
    private final VerifierKey verifierKey;
    private final PrivateKey privateKey;

    private NoteSigner(VerifierKey verifierKey, PrivateKey privateKey) {
        this.verifierKey = verifierKey;
        this.privateKey = privateKey;
    }

    /// A signer with this name.
    ///
    /// @throws IllegalArgumentException when the name is not a key name
    public static NoteSigner of(String name, SignatureType type, KeyPair pair) {
        if (!SignedNote.isKeyName(name)) {
            throw new IllegalArgumentException("not a key name: " + name);
        }
        return new NoteSigner(VerifierKey.of(name, type, pair.getPublic()), pair.getPrivate());
    }

    public static NoteSigner generate(String name, SignatureType type, SecureRandom random) {
        return of(name, type, generatePair(type, random));
    }

    /// A fresh key pair of the type's algorithm.
    public static KeyPair generatePair(SignatureType type, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(type.algorithm());
            switch (type) {
                case ED25519, ED25519_COSIGNATURE -> generator.initialize(255, random);
                case ML_DSA_44_COSIGNATURE -> generator.initialize(NamedParameterSpec.ML_DSA_44, random);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no " + type.algorithm(), missing);
        }
    }

    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /// The note with this key's signature added; a timed signature takes the time from the clock.
    public SignedNote sign(SignedNote note, Clock clock) {
        return note.with(sign(note.text(), clock));
    }

    /// The signature over a note's text.
    public NoteSignature sign(String text, Clock clock) {
        SignatureType type = verifierKey.type();
        long time = type.isTimed() ? clock.instant().getEpochSecond() : 0;
        try {
            Signature signature = Signature.getInstance(type.algorithm());
            signature.initSign(privateKey);
            signature.update(SignedMessage.of(type, verifierKey.name(), text, time));
            byte[] signed = signature.sign();
            byte[] bytes = type.isTimed()
                    ? ByteBuffer.allocate(8 + signed.length)
                            .putLong(time)
                            .put(signed)
                            .array()
                    : signed;
            return new NoteSignature(verifierKey.name(), verifierKey.keyId(), bytes);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("the key cannot sign", failure);
        }
    }
}
