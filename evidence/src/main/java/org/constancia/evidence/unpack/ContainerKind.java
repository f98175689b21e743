package org.constancia.evidence.unpack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// What holds other files. The codes are on record, so they never change their meaning.
public enum ContainerKind {
    /// A WARC file (ISO 28500), compressed or not.
    WARC("warc", "application/warc"),
    /// A ZIP file with WARC files in it (WACZ 1.1).
    WACZ("wacz", "application/wacz"),
    ZIP("zip", "application/zip"),
    /// An e-mail message (RFC 5322).
    MESSAGE("message", "message/rfc822");

    /// How many bytes [#of] wants to see.
    public static final int HEAD = 8192;

    private static final int LOCAL_HEADER = 30;
    private static final Pattern FIELD = Pattern.compile("[!-9;-~]{1,100}:.*");
    private static final Pattern SENDER = Pattern.compile("(?im)^(?:from|return-path|received):");
    private static final Pattern OTHER_FIELD =
            Pattern.compile("(?im)^(?:date|message-id|received|mime-version|subject|delivered-to):");

    private final String code;
    private final String mediaType;

    ContainerKind(String code, String mediaType) {
        this.code = code;
        this.mediaType = mediaType;
    }

    public String code() {
        return code;
    }

    public String mediaType() {
        return mediaType;
    }

    public static Optional<ContainerKind> find(String code) {
        for (ContainerKind kind : values()) if (kind.code.equals(code)) return Optional.of(kind);
        return Optional.empty();
    }

    /// What the first bytes of a file say. A ZIP file may still turn out to be a WACZ file, when it is opened; office
    /// documents, which are ZIP files too, are no containers.
    public static Optional<ContainerKind> of(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.ISO_8859_1);
        if (text.startsWith("WARC/")) return Optional.of(WARC);
        if (text.startsWith("\u001f\u008b")) return isCompressedWarc(head) ? Optional.of(WARC) : Optional.empty();
        if (text.startsWith("PK\u0003\u0004")) return isOfficeDocument(text) ? Optional.empty() : Optional.of(ZIP);
        return isMessage(text) ? Optional.of(MESSAGE) : Optional.empty();
    }

    private static boolean isCompressedWarc(byte[] head) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(head), 512)) {
            return new String(in.readNBytes(5), StandardCharsets.ISO_8859_1).equals("WARC/");
        } catch (IOException damaged) {
            return false;
        }
    }

    /// Office documents and books begin with an entry of a known name.
    private static boolean isOfficeDocument(String zip) {
        if (zip.length() < LOCAL_HEADER) return false;
        int length = zip.charAt(26) | zip.charAt(27) << 8;
        String first = zip.substring(LOCAL_HEADER, Math.min(zip.length(), LOCAL_HEADER + length))
                .toLowerCase(Locale.ROOT);
        return first.equals("[content_types].xml")
                || first.equals("mimetype")
                || first.startsWith("_rels/")
                || first.startsWith("docprops/")
                || first.startsWith("word/")
                || first.startsWith("xl/")
                || first.startsWith("ppt/");
    }

    /// Header fields to the first empty line, among them a sender and one that only messages have.
    private static boolean isMessage(String text) {
        String whole = text.replace("\r\n", "\n");
        int end = whole.indexOf("\n\n");
        String fields = end < 0 ? whole : whole.substring(0, end);
        if (!SENDER.matcher(fields).find() || !OTHER_FIELD.matcher(fields).find()) return false;
        String[] lines = fields.split("\n", -1);
        int whollyRead = end < 0 ? lines.length - 1 : lines.length;
        for (int i = 0; i < whollyRead; i++) {
            boolean continued = i > 0 && (lines[i].startsWith(" ") || lines[i].startsWith("\t"));
            boolean envelope = i == 0 && lines[i].startsWith("From ");
            if (!continued && !envelope && !FIELD.matcher(lines[i]).matches()) return false;
        }
        return true;
    }
}
