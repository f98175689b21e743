package org.constancia.app.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.netpreserve.jwarc.WarcCompression;

/// Files made by hand to exhaust whoever reads them: 64 of them, a few megabytes at most, generated and never fetched.
final class Bombs {
    /// A file on this machine whose words must not come out of any document.
    static final String SECRET_FILE = "/etc/passwd";

    @FunctionalInterface
    interface Maker {
        byte[] make() throws IOException;
    }

    private static final String WORD_TEXT = "<w:p><w:r><w:t>&a;</w:t></w:r></w:p>";

    private Bombs() {}

    static Map<String, Maker> all() {
        Map<String, Maker> bombs = new LinkedHashMap<>();
        archives(bombs);
        compressed(bombs);
        documents(bombs);
        markup(bombs);
        PdfBombs.addTo(bombs);
        pictures(bombs);
        messages(bombs);
        webArchives(bombs);
        return bombs;
    }

    private static void archives(Map<String, Maker> bombs) {
        bombs.put("zip-one-huge-file", () -> zipOfZeros("a", 1 << 30));
        bombs.put("zip-like-42", () -> layers(3, 8, zipOfZeros("a", 64 << 20)));
        bombs.put("zip-nested-100", () -> nested(100));
        bombs.put("zip-overlapping-entries", Bombs::overlapping);
        bombs.put("zip-100000-entries", () -> manyEntries(100_000));
        bombs.put("zip-same-name-10000", Bombs::sameName);
        bombs.put("zip-endless-names", () -> HealthyFiles.zip(Map.of("a/".repeat(30_000) + "b", new byte[1])));
        bombs.put("zip-no-directory", () -> cut(HealthyFiles.zip(Map.of("a", new byte[1000])), 60));
    }

    private static void compressed(Map<String, Maker> bombs) {
        bombs.put("gzip-one-gigabyte", () -> gzipOfZeros(1 << 30));
        bombs.put("gzip-nested-5", () -> {
            byte[] inner = gzipOfZeros(256 << 20);
            for (int i = 0; i < 5; i++) inner = gzip(inner);
            return inner;
        });
        bombs.put("gzip-10000-members", () -> {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int i = 0; i < 10_000; i++) all.writeBytes(gzip("<p>a</p>".getBytes(UTF_8)));
            return all.toByteArray();
        });
        bombs.put("gzip-endless-name", () -> {
            byte[] head = {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 3};
            return joined(head, "x".repeat(4 << 20).getBytes(UTF_8));
        });
    }

    private static void documents(Map<String, Maker> bombs) {
        bombs.put("docx-billion-laughs", () -> HealthyFiles.docx(laughs(), WORD_TEXT.replace("&a;", "&lol9;")));
        bombs.put(
                "docx-quadratic",
                () -> HealthyFiles.docx(
                        "<!DOCTYPE w:document [<!ENTITY a \"" + "x".repeat(100_000) + "\">]>",
                        "<w:p><w:r><w:t>" + "&a;".repeat(50_000) + "</w:t></w:r></w:p>"));
        bombs.put(
                "docx-foreign-file",
                () -> HealthyFiles.docx(
                        "<!DOCTYPE w:document [<!ENTITY a SYSTEM \"file://" + SECRET_FILE + "\">]>", WORD_TEXT));
        bombs.put(
                "docx-foreign-address",
                () -> HealthyFiles.docx(
                        "<!DOCTYPE w:document [<!ENTITY a SYSTEM \"http://127.0.0.1:9/\">]>", WORD_TEXT));
        bombs.put(
                "docx-foreign-dtd",
                () -> HealthyFiles.docx(
                        "<!DOCTYPE w:document SYSTEM \"http://127.0.0.1:9/a.dtd\">", WORD_TEXT.replace("&a;", "a")));
        bombs.put(
                "docx-parameter-entities",
                () -> HealthyFiles.docx(
                        "<!DOCTYPE w:document [<!ENTITY % a SYSTEM \"file://" + SECRET_FILE + "\"> %a;]>", WORD_TEXT));
        bombs.put("docx-deep", () -> HealthyFiles.docx("<w:a>".repeat(200_000) + "</w:a>".repeat(200_000)));
        bombs.put("docx-many-attributes", () -> {
            StringBuilder attributes = new StringBuilder("<w:p ");
            for (int i = 0; i < 200_000; i++) attributes.append("a").append(i).append("=''");
            return HealthyFiles.docx(attributes.append("/>").toString());
        });
        bombs.put("docx-one-gigabyte", () -> zipOfZeros("word/document.xml", 1 << 30));
    }

    private static void markup(Map<String, Maker> bombs) {
        bombs.put(
                "svg-billion-laughs",
                () -> ("<?xml version='1.0'?>" + laughs().replace("w:document", "svg")
                                + "<svg xmlns='http://www.w3.org/2000/svg'><text>&lol9;</text></svg>")
                        .getBytes(UTF_8));
        bombs.put(
                "svg-foreign-file",
                () -> ("<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a SYSTEM 'file://" + SECRET_FILE
                                + "'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&a; una palabra</text></svg>")
                        .getBytes(UTF_8));
        bombs.put(
                "svg-uses-itself",
                () -> ("<svg xmlns='http://www.w3.org/2000/svg'>"
                                + "<g id='a'><use href='#a'/><use href='#a'/></g></svg>")
                        .getBytes(UTF_8));
        bombs.put("svg-deep", () -> ("<svg>" + "<g>".repeat(500_000)).getBytes(UTF_8));
        bombs.put("html-deep", () -> ("<html><body>" + "<div>".repeat(300_000) + "hola").getBytes(UTF_8));
        bombs.put("html-deep-formatting", () -> ("<html><body>" + "<b><i><a>".repeat(20_000) + "hola").getBytes(UTF_8));
        bombs.put("html-tables", () -> ("<html><body>" + "<table><tr><td>".repeat(20_000) + "hola").getBytes(UTF_8));
        bombs.put("html-misnested", () -> ("<html><body>" + "<b><p></b>".repeat(20_000) + "hola").getBytes(UTF_8));
        bombs.put("html-one-attribute", () -> ("<html><body a='" + "x".repeat(8 << 20) + "'>hola").getBytes(UTF_8));
        bombs.put("html-many-attributes", () -> {
            StringBuilder html = new StringBuilder("<html><body ");
            for (int i = 0; i < 200_000; i++) html.append('a').append(i).append("=b ");
            return html.append(">hola</body></html>").toString().getBytes(UTF_8);
        });
        bombs.put("html-entities", () -> ("<html><body><p>" + "&amp;&#x26;".repeat(500_000)).getBytes(UTF_8));
        bombs.put("html-comments", () -> ("<html><body>" + "<!--".repeat(300_000)).getBytes(UTF_8));
        bombs.put("text-one-line", () -> "a ".repeat(4 << 20).getBytes(UTF_8));
        bombs.put("text-empty-lines", () -> "\n".repeat(8 << 20).getBytes(UTF_8));
    }

    private static String laughs() {
        StringBuilder dtd = new StringBuilder("<!DOCTYPE w:document [<!ENTITY lol0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            dtd.append("<!ENTITY lol")
                    .append(i)
                    .append(" \"")
                    .append(("&lol" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return dtd.append("]>").toString();
    }

    private static void pictures(Map<String, Maker> bombs) {
        bombs.put("png-flood-claimed", () -> png(65_535, 65_535, deflate(new byte[1000])));
        bombs.put("png-flood-real", () -> png(30_000, 30_000, PackedZeros.zlib(30_000L * (30_000 / 8 + 1))));
        bombs.put(
                "png-text-bomb",
                () -> pngWith("zTXt", joined("a\0\0".getBytes(ISO_8859_1), PackedZeros.zlib(1 << 30))));
        bombs.put(
                "png-profile-bomb",
                () -> pngWith("iCCP", joined("a\0\0".getBytes(ISO_8859_1), PackedZeros.zlib(1 << 30))));
        bombs.put("jpg-flood", Bombs::hugeJpeg);
        bombs.put("jpg-directory-of-itself", () -> exif(HealthyFiles.photo(), tiff(8)));
        bombs.put("tiff-directory-of-itself", () -> tiff(8));
        bombs.put("tiff-65535-entries", Bombs::manyTags);
        bombs.put(
                "gif-flood",
                () -> joined("GIF89a".getBytes(ISO_8859_1), new byte[] {-1, -1, -1, -1, 0, 0, 0, 0x2c, 0, 0}));
        bombs.put(
                "webp-flood",
                () -> joined(
                        "RIFF\uffff\uffff\uffff\u007fWEBPVP8X".getBytes(ISO_8859_1),
                        new byte[] {10, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1}));
        bombs.put("mp4-empty-boxes", () -> joined(HealthyFiles.mp4(), new byte[4 << 20]));
        bombs.put("mp4-endless-box", () -> {
            ByteBuffer box = ByteBuffer.allocate(16);
            box.putInt(1).put("moov".getBytes(ISO_8859_1)).putLong(Long.MAX_VALUE);
            return joined(HealthyFiles.box("ftyp", "isom\0\0\2\0".getBytes(ISO_8859_1)), box.array());
        });
        bombs.put("mp4-nested-boxes", () -> {
            byte[] inner = new byte[0];
            for (int i = 0; i < 3_000; i++) inner = HealthyFiles.box("moov", inner);
            return joined(HealthyFiles.box("ftyp", "isom\0\0\2\0".getBytes(ISO_8859_1)), inner);
        });
    }

    private static void messages(Map<String, Maker> bombs) {
        bombs.put("eml-nested-parts", () -> {
            StringBuilder message = new StringBuilder("From: a@example.org\r\nDate: x\r\n");
            for (int i = 0; i < 5_000; i++) {
                message.append("Content-Type: multipart/mixed; boundary=b")
                        .append(i)
                        .append("\r\n\r\n--b")
                        .append(i)
                        .append("\r\n");
            }
            return message.append("\r\nhola").toString().getBytes(UTF_8);
        });
        bombs.put(
                "eml-100000-parts",
                () -> ("From: a@example.org\r\nDate: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                                + "--b\r\n\r\na\r\n".repeat(100_000))
                        .getBytes(UTF_8));
        bombs.put(
                "eml-headers",
                () -> ("From: a@example.org\r\nDate: x\r\n" + "X-A: b\r\n".repeat(500_000) + "\r\nhola")
                        .getBytes(UTF_8));
        bombs.put(
                "eml-long-header",
                () -> ("From: a@example.org\r\nDate: x\r\nSubject: " + "x".repeat(8 << 20) + "\r\n\r\nhola")
                        .getBytes(UTF_8));
        bombs.put("eml-nested-messages", () -> {
            String head = "From: a@example.org\r\nDate: x\r\nContent-Type: message/rfc822\r\n\r\n";
            return (head.repeat(300) + "From: a@example.org\r\nDate: x\r\n\r\nhola").getBytes(UTF_8);
        });
        bombs.put(
                "eml-empty-boundary",
                () -> ("From: a@example.org\r\nDate: x\r\nContent-Type: multipart/mixed; boundary=\"\"\r\n\r\n"
                                + "--\r\n".repeat(100_000))
                        .getBytes(UTF_8));
    }

    private static void webArchives(Map<String, Maker> bombs) {
        bombs.put(
                "warc-endless-record",
                () ->
                        ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a/\r\nWARC-Date: 2021-03-14T10:02:00Z\r\n"
                                        + "WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http\r\nContent-Length: 4611686018427387904\r\n\r\nHTTP/1.1 200 OK\r\n\r\n")
                                .getBytes(UTF_8));
        bombs.put(
                "warc-negative-record",
                () -> ("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n").getBytes(UTF_8));
        bombs.put("warc-long-header", () -> ("WARC/1.0\r\nX: " + "x".repeat(8 << 20)).getBytes(UTF_8));
        bombs.put(
                "warc-chunk-of-2^64",
                () -> HealthyFiles.warc(
                        WarcCompression.NONE,
                        HealthyFiles.http(
                                "Transfer-Encoding: chunked\r\n", "ffffffffffffffff\r\nhola\r\n".getBytes(UTF_8))));
        bombs.put(
                "warc-body-bomb",
                () -> HealthyFiles.warc(
                        WarcCompression.NONE, HealthyFiles.http("Content-Encoding: gzip\r\n", gzipOfZeros(1 << 30))));
        bombs.put(
                "warc-compressed-twice",
                () -> HealthyFiles.warc(
                        WarcCompression.GZIP, HealthyFiles.http("Content-Encoding: gzip\r\n", gzipOfZeros(256 << 20))));
        bombs.put("warc-30000-records", () -> {
            byte[] three = HealthyFiles.warc(WarcCompression.NONE, HealthyFiles.http("", new byte[] {'a'}));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int i = 0; i < 10_000; i++) all.writeBytes(three);
            return all.toByteArray();
        });
    }

    static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    private static byte[] cut(byte[] bytes, int end) {
        return Arrays.copyOf(bytes, bytes.length - end);
    }

    private static byte[] zipOfZeros(String name, long length) {
        byte[] packed = PackedZeros.raw(length);
        byte[] written = name.getBytes(UTF_8);
        ByteBuffer sizes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        sizes.putInt(PackedZeros.crc(length)).putInt(packed.length).putInt((int) length);
        ByteBuffer zip = ByteBuffer.allocate(30 + 46 + 22 + 2 * written.length + packed.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) 0)
                .putShort((short) 8)
                .putInt(0);
        zip.put(sizes.array())
                .putShort((short) written.length)
                .putShort((short) 0)
                .put(written)
                .put(packed);
        int directory = zip.position();
        zip.putInt(0x02014b50)
                .putShort((short) 20)
                .putShort((short) 20)
                .putShort((short) 0)
                .putShort((short) 8);
        zip.putInt(0)
                .put(sizes.array())
                .putShort((short) written.length)
                .put(new byte[12])
                .putInt(0)
                .put(written);
        int end = zip.position();
        zip.putInt(0x06054b50).putInt(0).putShort((short) 1).putShort((short) 1);
        zip.putInt(end - directory).putInt(directory).putShort((short) 0);
        return zip.array();
    }

    /// Every layer holds the one below so many times.
    private static byte[] layers(int depth, int wide, byte[] bottom) throws IOException {
        byte[] inner = bottom;
        for (int layer = 0; layer < depth; layer++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (int i = 0; i < wide; i++) {
                    zip.putNextEntry(new ZipEntry("lib " + i + ".zip"));
                    zip.write(inner);
                    zip.write(i);
                }
            }
            inner = bytes.toByteArray();
        }
        return inner;
    }

    private static byte[] nested(int depth) throws IOException {
        byte[] inner = "hola".getBytes(UTF_8);
        for (int i = 0; i < depth; i++) inner = HealthyFiles.zip(Map.of("next.zip", inner));
        return inner;
    }

    private static byte[] manyEntries(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < count; i++) zip.putNextEntry(new ZipEntry("f" + i));
        }
        return bytes.toByteArray();
    }

    private static byte[] sameName() throws IOException {
        byte[] many = manyEntries(10_000);
        String text = new String(many, ISO_8859_1);
        return text.replaceAll("f[0-9]{4}", "f0000").getBytes(ISO_8859_1);
    }

    /// The central directory names one file a thousand times (D. Fifield, A better zip bomb, 2019).
    private static byte[] overlapping() throws IOException {
        byte[] zip = zipOfZeros("a", 64 << 20);
        int end = zip.length - 22;
        ByteBuffer tail = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int start = tail.getInt(end + 16);
        byte[] entry = Arrays.copyOfRange(zip, start, end);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(zip, 0, start);
        for (int i = 0; i < 1000; i++) bomb.writeBytes(entry);
        byte[] last = Arrays.copyOfRange(zip, end, zip.length);
        ByteBuffer.wrap(last)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(8, (short) 1000)
                .putShort(10, (short) 1000)
                .putInt(12, entry.length * 1000);
        bomb.writeBytes(last);
        return bomb.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] gzipOfZeros(long length) {
        byte[] packed = PackedZeros.raw(length);
        ByteBuffer gzip = ByteBuffer.allocate(18 + packed.length).order(ByteOrder.LITTLE_ENDIAN);
        gzip.put(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3}).put(packed);
        return gzip.putInt(PackedZeros.crc(length)).putInt((int) length).array();
    }

    private static byte[] deflate(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] png(int width, int height, byte[] data) {
        return png(width, height, new byte[0], data);
    }

    private static byte[] pngWith(String chunk, byte[] content) throws IOException {
        return png(8, 8, chunk(chunk, content), deflate(new byte[16]));
    }

    private static byte[] png(int width, int height, byte[] between, byte[] data) {
        ByteBuffer head = ByteBuffer.allocate(13);
        head.putInt(width).putInt(height).put(new byte[] {1, 0, 0, 0, 0});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        bytes.writeBytes(chunk("IHDR", head.array()));
        bytes.writeBytes(between);
        bytes.writeBytes(chunk("IDAT", data));
        bytes.writeBytes(chunk("IEND", new byte[0]));
        return bytes.toByteArray();
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] typed = joined(type.getBytes(ISO_8859_1), content);
        CRC32 check = new CRC32();
        check.update(typed);
        ByteBuffer chunk = ByteBuffer.allocate(8 + typed.length);
        chunk.putInt(content.length).put(typed).putInt((int) check.getValue());
        return chunk.array();
    }

    private static byte[] hugeJpeg() throws IOException {
        byte[] photo = HealthyFiles.photo();
        for (int i = 0; i < photo.length - 9; i++) {
            if (photo[i] == (byte) 0xff && photo[i + 1] == (byte) 0xc0) {
                for (int j = 5; j < 9; j++) photo[i + j] = (byte) 0xff;
            }
        }
        return photo;
    }

    /// A TIFF head with one directory whose next directory is where it is told.
    private static byte[] tiff(int next) {
        ByteBuffer tiff = ByteBuffer.allocate(26);
        tiff.put("MM\0*".getBytes(ISO_8859_1)).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(8).putInt(next);
        return tiff.array();
    }

    private static byte[] manyTags() {
        ByteBuffer tiff = ByteBuffer.allocate(10 + 65_535 * 12 + 4);
        tiff.put("MM\0*".getBytes(ISO_8859_1)).putInt(8).putShort((short) 65_535);
        for (int i = 0; i < 65_535; i++) {
            tiff.putShort((short) i)
                    .putShort((short) 2)
                    .putInt(Integer.MAX_VALUE)
                    .putInt(8);
        }
        return tiff.array();
    }

    private static byte[] exif(byte[] photo, byte[] tiff) {
        byte[] content = joined("Exif\0\0".getBytes(ISO_8859_1), tiff);
        ByteBuffer segment = ByteBuffer.allocate(4 + content.length);
        segment.putShort((short) 0xffe1).putShort((short) (2 + content.length)).put(content);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(photo, 0, 2);
        bytes.writeBytes(segment.array());
        bytes.write(photo, 2, photo.length - 2);
        return bytes.toByteArray();
    }
}
