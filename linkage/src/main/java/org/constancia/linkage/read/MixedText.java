package org.constancia.linkage.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Bytes of Windows-1252, of UTF-8 or of both in one file, as UTF-8: what is a letter of UTF-8 stays, any other
/// byte is read as Windows-1252. Lists put together by hand from several sources are written so.
final class MixedText extends InputStream {
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_LETTER = 4;
    private static final byte[][] UTF8 = new byte[128][];

    static {
        Charset windows = Charset.forName("windows-1252");
        for (int i = 0; i < UTF8.length; i++) {
            UTF8[i] = new String(new byte[] {(byte) (i + 128)}, windows).getBytes(StandardCharsets.UTF_8);
        }
    }

    private final InputStream stream;
    private final byte[] source = new byte[CHUNK];
    private final byte[] converted = new byte[CHUNK * LONGEST_LETTER];
    private int sourceLength;
    private int at;
    private int limit;

    MixedText(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (at == limit) {
            int read = stream.read(source, sourceLength, CHUNK - sourceLength);
            if (read < 0 && sourceLength == 0) {
                return -1;
            }
            sourceLength += Math.max(0, read);
            convert(read < 0);
        }
        int copied = Math.min(length, limit - at);
        System.arraycopy(converted, at, target, offset, copied);
        at += copied;
        return copied;
    }

    /// Converts what was read, but for a letter at its end that may go on behind it.
    private void convert(boolean atEnd) {
        at = 0;
        limit = 0;
        int from = 0;
        while (from < sourceLength) {
            int letter = lengthOfLetter(from);
            if (from + letter > sourceLength && !atEnd) {
                break;
            }
            if (source[from] < 0 && (letter == 1 || from + letter > sourceLength)) {
                byte[] bytes = UTF8[source[from] & 0x7f];
                System.arraycopy(bytes, 0, converted, limit, bytes.length);
                limit += bytes.length;
                from++;
            } else {
                System.arraycopy(source, from, converted, limit, letter);
                limit += letter;
                from += letter;
            }
        }
        System.arraycopy(source, from, source, 0, sourceLength - from);
        sourceLength -= from;
    }

    /// How many bytes the letter of UTF-8 that begins here has; 1 when none does. One that is right as far as
    /// the bytes go has its full length.
    private int lengthOfLetter(int from) {
        int first = source[from] & 0xff;
        int length = first < 0xc2 || first > 0xf4 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : LONGEST_LETTER;
        for (int i = from + 1; i < Math.min(from + length, sourceLength); i++) {
            if ((source[i] & 0xc0) != 0x80) {
                return 1;
            }
        }
        return length;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
