package org.constancia.text.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the character set of a text and decodes it.
///
/// In this order: byte order mark, strict UTF-8 that works and is not plain ASCII, what a page or its sender declares,
/// UTF-16 without a mark, and at last windows-1252, which can decode anything. As browsers do, ISO-8859-1 is read as
/// windows-1252.
final class TextDecoder {
    private static final Pattern DECLARED =
            Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w.:-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int HEAD = 8192;

    private TextDecoder() {}

    static String decode(byte[] bytes, @Nullable String declaredMediaType) {
        Charset marked = marked(bytes);
        if (marked != null) return new String(bytes, marked);
        Optional<String> strict = strictUtf8(bytes);
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        if (strict.isPresent() && !looksLikeUtf16(head)) return strict.get();
        Charset declared = declared(head, declaredMediaType);
        if (declared != null && !declared.equals(StandardCharsets.UTF_8)) return new String(bytes, declared);
        if (looksLikeUtf16(head))
            return new String(bytes, head.charAt(0) == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        return isMostlyUtf8(bytes) ? new String(bytes, StandardCharsets.UTF_8) : new String(bytes, WINDOWS_1252);
    }

    private static @Nullable Charset marked(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) return StandardCharsets.UTF_16BE;
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) return StandardCharsets.UTF_16LE;
        boolean utf8 =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return utf8 ? StandardCharsets.UTF_8 : null;
    }

    private static Optional<String> strictUtf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static @Nullable Charset declared(String head, @Nullable String declaredMediaType) {
        for (String place : new String[] {declaredMediaType == null ? "" : declaredMediaType, head}) {
            Matcher match = DECLARED.matcher(place);
            if (!match.find()) continue;
            String name = match.group(1).toLowerCase(Locale.ROOT);
            if (name.equals("iso-8859-1") || name.equals("latin1") || name.equals("us-ascii")) return WINDOWS_1252;
            try {
                if (Charset.isSupported(name)) return Charset.forName(name);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                continue;
            }
        }
        return null;
    }

    /// A zero in nearly every other place: UTF-16 of a text in a western script.
    static boolean looksLikeUtf16(String head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length(); i++) {
            if (head.charAt(i) == 0) {
                if (i % 2 == 0) even++;
                else odd++;
            }
        }
        int half = head.length() / 2;
        return half > 4 && (even > .7 * half && odd < .1 * half || odd > .7 * half && even < .1 * half);
    }

    /// A UTF-8 text with a few damaged places: more good multi-byte sequences than stray bytes.
    private static boolean isMostlyUtf8(byte[] bytes) {
        int good = 0;
        int stray = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= 0) continue;
            int length =
                    (bytes[i] & 0xE0) == 0xC0 ? 2 : (bytes[i] & 0xF0) == 0xE0 ? 3 : (bytes[i] & 0xF8) == 0xF0 ? 4 : 1;
            boolean whole = length > 1 && i + length <= bytes.length;
            for (int j = 1; whole && j < length; j++) whole = (bytes[i + j] & 0xC0) == 0x80;
            if (whole) {
                good++;
                i += length - 1;
            } else {
                stray++;
            }
        }
        return good > stray;
    }
}
