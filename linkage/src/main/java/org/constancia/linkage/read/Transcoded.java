package org.constancia.linkage.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Another encoding's bytes as UTF-8.
final class Transcoded extends InputStream {
    private static final int LETTERS = 1 << 16;

    private final BufferedReader reader;
    private byte[] pending = new byte[0];
    private int at;

    Transcoded(InputStream stream, Charset charset) {
        reader = new BufferedReader(new InputStreamReader(stream, charset), LETTERS);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (at == pending.length) {
            char[] letters = new char[LETTERS];
            int count = reader.read(letters);
            if (count < 0) {
                return -1;
            }
            if (Character.isHighSurrogate(letters[count - 1]) && count < letters.length) {
                int low = reader.read();
                if (low >= 0) {
                    letters[count++] = (char) low;
                }
            }
            pending = new String(letters, 0, count).getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        int copied = Math.min(length, pending.length - at);
        System.arraycopy(pending, at, target, offset, copied);
        at += copied;
        return copied;
    }
}
