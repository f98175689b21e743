package org.constancia.linkage.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes comma separated lines in UTF-8, quoting where RFC 4180 wants it. What is written reaches the stream
/// in large pieces; [#close()] sends the last one and leaves the stream open.
public final class CsvLines implements AutoCloseable {
    private static final int LONGEST_NUMBER = 16;

    private final OutputStream stream;
    private byte[] buffer = new byte[1 << 16];
    private int length;
    private boolean first = true;

    public CsvLines(OutputStream stream) {
        this.stream = stream;
    }

    /// One cell of text.
    public CsvLines cell(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return cell(bytes, 0, bytes.length);
    }

    /// One cell of UTF-8 bytes.
    public CsvLines cell(byte[] bytes, int from, int to) throws IOException {
        require(2 * (to - from) + 3);
        separate();
        if (!isQuoted(bytes, from, to)) {
            System.arraycopy(bytes, from, buffer, length, to - from);
            length += to - from;
            return this;
        }
        buffer[length++] = '"';
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                buffer[length++] = '"';
            }
            buffer[length++] = bytes[i];
        }
        buffer[length++] = '"';
        return this;
    }

    private static boolean isQuoted(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte letter = bytes[i];
            if (letter == ',' || letter == '"' || letter == '\n' || letter == '\r') {
                return true;
            }
        }
        return false;
    }

    /// A probability with six decimals.
    public CsvLines probability(double value) throws IOException {
        require(LONGEST_NUMBER);
        separate();
        int millionths = (int) Math.round(Math.clamp(value, 0, 1) * 1_000_000);
        buffer[length] = (byte) ('0' + millionths / 1_000_000);
        buffer[length + 1] = '.';
        int rest = millionths % 1_000_000;
        for (int i = 7; i >= 2; i--) {
            buffer[length + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += 8;
        return this;
    }

    public CsvLines end() throws IOException {
        require(1);
        buffer[length++] = '\n';
        first = true;
        return this;
    }

    private void separate() {
        if (!first) {
            buffer[length++] = ',';
        }
        first = false;
    }

    /// Makes room for so many more bytes.
    private void require(int bytes) throws IOException {
        if (length + bytes > buffer.length) {
            stream.write(buffer, 0, length);
            length = 0;
            if (bytes > buffer.length) {
                buffer = Arrays.copyOf(buffer, bytes);
            }
        }
    }

    @Override
    public void close() throws IOException {
        stream.write(buffer, 0, length);
        length = 0;
    }
}
