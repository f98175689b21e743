package org.constancia.evidence.note;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The bytes that each signature type signs.
final class SignedMessage {
    private static final byte[] ML_DSA_LABEL = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);

    private SignedMessage() {}

    /// @param keyName the signer's name, which the ML-DSA statement commits to
    /// @param time POSIX seconds; unused by the untimed type
    static byte[] of(SignatureType type, String keyName, String text, long time) {
        return switch (type) {
            case ED25519 -> text.getBytes(StandardCharsets.UTF_8);
            case ED25519_COSIGNATURE -> ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
            case ML_DSA_44_COSIGNATURE -> statement(keyName, Checkpoint.parse(text), time);
        };
    }

    /// The `cosigned_message` structure of C2SP tlog-cosignature.
    private static byte[] statement(String keyName, Checkpoint checkpoint, long time) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(ML_DSA_LABEL);
        writeShort(message, keyName);
        message.writeBytes(ByteBuffer.allocate(8).putLong(time).array());
        writeShort(message, checkpoint.origin());
        message.writeBytes(
                ByteBuffer.allocate(16).putLong(0).putLong(checkpoint.size()).array());
        message.writeBytes(checkpoint.root().bytes());
        return message.toByteArray();
    }

    private static void writeShort(ByteArrayOutputStream message, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < 1 || bytes.length > 255) {
            throw new IllegalArgumentException("a name of 1 to 255 bytes");
        }
        message.write(bytes.length);
        message.writeBytes(bytes);
    }
}
