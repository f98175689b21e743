package org.constancia.text.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What kind of file some bytes are. The bytes decide; what the sender declared is only asked when they do not tell.
enum MediaType {
    HTML("text/html"),
    PLAIN_TEXT("text/plain"),
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    IMAGE("image/*"),
    GZIP("application/gzip"),
    OTHER("application/octet-stream");

    private static final int HEAD = 4096;

    private final String written;

    MediaType(String written) {
        this.written = written;
    }

    /// The media type as it is written in a header.
    String written() {
        return written;
    }

    static MediaType of(byte[] bytes, @Nullable String declared) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        if (head.indexOf("%PDF-") >= 0 && head.indexOf("%PDF-") < 1024) return PDF;
        if (head.startsWith("PK\u0003\u0004")) return DOCX;
        if (head.startsWith("\u001F\u008B")) return GZIP;
        if (isImage(head)) return IMAGE;
        if (isBinary(head)) return OTHER;
        if (looksLikeHtml(head)) return HTML;
        String stated = declared == null ? "" : declared.toLowerCase(Locale.ROOT);
        return stated.contains("html") ? HTML : PLAIN_TEXT;
    }

    private static boolean isImage(String head) {
        return head.startsWith("\u0089PNG")
                || head.startsWith("\u00FF\u00D8\u00FF")
                || head.startsWith("GIF8")
                || head.startsWith("II*\0")
                || head.startsWith("MM\0*")
                || (head.startsWith("RIFF") && head.startsWith("WEBP", 8));
    }

    /// Files with control characters no text has, unless they are UTF-16, which has a zero in every other place.
    private static boolean isBinary(String head) {
        if (head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF")) return false;
        int strange = 0;
        for (int i = 0; i < head.length(); i++) {
            char character = head.charAt(i);
            if (character < ' ' && "\t\n\r\f\u001B\b".indexOf(character) < 0) strange++;
        }
        return strange > head.length() / 50 && !TextDecoder.looksLikeUtf16(head);
    }

    private static boolean looksLikeHtml(String head) {
        String lower = head.toLowerCase(Locale.ROOT).replace("\0", "");
        if (lower.contains("<!doctype html") || lower.contains("<html")) return true;
        for (String tag :
                new String[] {"<head", "<body", "<div", "<article", "<p>", "<p ", "<meta ", "<title", "<table"}) {
            int at = lower.indexOf(tag);
            if (at >= 0 && (at < 200 || lower.contains("</"))) return true;
        }
        return false;
    }
}
