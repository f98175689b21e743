package org.constancia.app.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.constancia.app.sources.Reception;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/// One whole file of each kind, from which damaged ones are made.
final class HealthyFiles {
    private static final String TEXT = "Tres personas murieron el lunes en Soacha, dijo la Cruz Roja.";
    private static final String WORD = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

    private HealthyFiles() {}

    static Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("pdf", pdf());
        all.put("docx", docx("<w:p><w:r><w:t>" + TEXT + "</w:t></w:r></w:p>"));
        all.put("xlsx", xlsx());
        all.put("jpg", photo());
        all.put("png", image("png"));
        all.put("tiff", image("tiff"));
        all.put("mp4", mp4());
        all.put("zip", zip(Map.of("a.html", html(), "b/c.jpg", photo())));
        all.put("eml", eml());
        all.put("warc", warc(WarcCompression.NONE));
        all.put("html", html());
        all.put("svg", svg().getBytes(UTF_8));
        return all;
    }

    static byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int number = 0; number < 3; number++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                    content.newLineAtOffset(72, 700);
                    content.showText(TEXT);
                    content.endText();
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    static byte[] docx(String body) throws IOException {
        return docx("", body);
    }

    /// @param prologue before the root element
    static byte[] docx(String prologue, String body) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>".getBytes(UTF_8));
        parts.put(
                "word/document.xml",
                (prologue + "<w:document " + WORD + "><w:body>" + body + "</w:body></w:document>").getBytes(UTF_8));
        return zip(parts);
    }

    private static byte[] xlsx() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types/>".getBytes(UTF_8));
        parts.put("xl/workbook.xml", "<workbook><sheets><sheet name='a'/></sheets></workbook>".getBytes(UTF_8));
        parts.put("xl/worksheets/sheet1.xml", ("<worksheet><c><v>" + TEXT + "</v></c></worksheet>").getBytes(UTF_8));
        return zip(parts);
    }

    static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    static byte[] photo() throws IOException {
        try (InputStream photo = Reception.class.getResourceAsStream("photo.jpg")) {
            return Objects.requireNonNull(photo).readAllBytes();
        }
    }

    private static byte[] image(String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    static byte[] mp4() {
        byte[] mvhd = new byte[100];
        byte[] moov = box("moov", box("mvhd", mvhd));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(box("ftyp", "isom\0\0\2\0isomiso2mp41".getBytes(ISO_8859_1)));
        bytes.writeBytes(moov);
        bytes.writeBytes(box("mdat", new byte[300]));
        return bytes.toByteArray();
    }

    static byte[] box(String type, byte[] content) {
        ByteBuffer box = ByteBuffer.allocate(8 + content.length);
        box.putInt(8 + content.length).put(type.getBytes(ISO_8859_1)).put(content);
        return box.array();
    }

    private static byte[] eml() throws IOException {
        return ("From: ceiba@example.org\r\nDate: Sun, 14 Mar 2021 10:02:00 -0500\r\nSubject: Fotos\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=b1\r\n\r\n--b1\r\nContent-Type: text/plain\r\n\r\n"
                        + TEXT
                        + "\r\n--b1\r\nContent-Type: image/jpeg; name=a.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(photo()) + "\r\n--b1--\r\n")
                .getBytes(UTF_8);
    }

    private static byte[] warc(WarcCompression compression) throws IOException {
        return warc(compression, http("", html()));
    }

    static byte[] warc(WarcCompression compression, byte[] http) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), compression)) {
            for (int i = 0; i < 3; i++) {
                writer.write(new WarcResponse.Builder(URI.create("https://example.org/" + i))
                        .date(Instant.parse("2021-03-14T10:02:00Z"))
                        .body(MediaType.HTTP_RESPONSE, http)
                        .build());
            }
        }
        return bytes.toByteArray();
    }

    static byte[] http(String headers, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + headers + "\r\n").getBytes(UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    static byte[] html() {
        return ("<!doctype html><html lang=es><head><title>Nota</title></head><body><h1>Nota</h1><p>" + TEXT
                        + "</p><table><tr><td>a</td></tr></table></body></html>")
                .getBytes(UTF_8);
    }

    private static String svg() {
        return "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><text>" + TEXT
                + "</text></svg>";
    }
}
