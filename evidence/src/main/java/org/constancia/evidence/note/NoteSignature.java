package org.constancia.evidence.note;

import java.util.Arrays;
import java.util.Base64;

/// One signature line of a note: `— <key name> base64(key id || signature)`.
public final class NoteSignature {
    static final String MARK = "\u2014 ";

    private final String keyName;
    private final int keyId;
    private final byte[] bytes;

    NoteSignature(String keyName, int keyId, byte[] bytes) {
        this.keyName = keyName;
        this.keyId = keyId;
        this.bytes = bytes.clone();
    }

    public String keyName() {
        return keyName;
    }

    /// The first four bytes of a hash over name, type and key; tells keys apart, proves nothing.
    public int keyId() {
        return keyId;
    }

    /// The signature without the key id; of a timed type, the first 8 bytes are the time.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The line with its newline.
    String line() {
        byte[] blob = new byte[4 + bytes.length];
        for (int i = 0; i < 4; i++) {
            blob[i] = (byte) (keyId >>> (24 - 8 * i));
        }
        System.arraycopy(bytes, 0, blob, 4, bytes.length);
        return MARK + keyName + " " + Base64.getEncoder().encodeToString(blob) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that
                && keyName.equals(that.keyName)
                && keyId == that.keyId
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * keyId + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return line().strip();
    }
}
