package org.constancia.linkage.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes comma separated lines in UTF-8, quoting where RFC 4180 wants it.
public final class CsvLines {
    private final OutputStream stream;
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
        separate();
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            byte letter = bytes[i];
            quoted |= letter == ',' || letter == '"' || letter == '\n' || letter == '\r';
        }
        if (!quoted) {
            stream.write(bytes, from, to - from);
            return this;
        }
        stream.write('"');
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                stream.write('"');
            }
            stream.write(bytes[i]);
        }
        stream.write('"');
        return this;
    }

    /// A probability with six decimals.
    public CsvLines probability(double value) throws IOException {
        separate();
        int millionths = (int) Math.round(Math.clamp(value, 0, 1) * 1_000_000);
        byte[] text = {'0', '.', '0', '0', '0', '0', '0', '0'};
        text[0] += (byte) (millionths / 1_000_000);
        int rest = millionths % 1_000_000;
        for (int i = 7; i >= 2; i--) {
            text[i] += (byte) (rest % 10);
            rest /= 10;
        }
        stream.write(text);
        return this;
    }

    public CsvLines end() throws IOException {
        stream.write('\n');
        first = true;
        return this;
    }

    private void separate() throws IOException {
        if (!first) {
            stream.write(',');
        }
        first = false;
    }
}
