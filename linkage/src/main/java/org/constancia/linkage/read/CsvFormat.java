package org.constancia.linkage.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// How a delimited file is written: its encoding, the bytes of a byte order mark to skip, and its delimiter.
public record CsvFormat(Charset charset, int markLength, char delimiter) {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    /// Tells the format from the first bytes of a file.
    ///
    /// A byte order mark decides; else zero bytes in every other place mean UTF-16; else valid UTF-8 is UTF-8
    /// and anything else Windows-1252. The delimiter is the candidate that occurs most often, outside quotes,
    /// in the header.
    public static CsvFormat detect(byte[] head, int length) {
        Charset charset;
        int mark = 0;
        if (startsWith(head, length, 0xEF, 0xBB, 0xBF)) {
            charset = StandardCharsets.UTF_8;
            mark = 3;
        } else if (startsWith(head, length, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (startsWith(head, length, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        } else {
            charset = withoutMark(head, length);
        }
        String text = new String(head, mark, length - mark, charset);
        return new CsvFormat(charset, mark, delimiter(text));
    }

    private static Charset withoutMark(byte[] head, int length) {
        int evenZeros = 0;
        int oddZeros = 0;
        for (int i = 0; i < length; i++) {
            if (head[i] == 0) {
                if (i % 2 == 0) {
                    evenZeros++;
                } else {
                    oddZeros++;
                }
            }
        }
        if (oddZeros > length / 4) {
            return StandardCharsets.UTF_16LE;
        }
        if (evenZeros > length / 4) {
            return StandardCharsets.UTF_16BE;
        }
        return isUtf8(head, length) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    /// A letter cut off at the end of the sample is no fault.
    private static boolean isUtf8(byte[] head, int length) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(ByteBuffer.wrap(head, 0, length), CharBuffer.allocate(length + 1), false);
        return !result.isError();
    }

    private static char delimiter(String text) {
        int[] count = new int[DELIMITERS.length];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && (letter == '\n' || letter == '\r')) {
                break;
            } else if (!quoted) {
                for (int d = 0; d < DELIMITERS.length; d++) {
                    if (letter == DELIMITERS[d]) {
                        count[d]++;
                    }
                }
            }
        }
        int best = 0;
        for (int d = 1; d < DELIMITERS.length; d++) {
            if (count[d] > count[best]) {
                best = d;
            }
        }
        return DELIMITERS[best];
    }

    private static boolean startsWith(byte[] head, int length, int... mark) {
        if (length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
