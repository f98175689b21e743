package org.constancia.evidence.unpack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.constancia.evidence.digest.Sha256;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcWriter;

/// Containers for tests, with invented pages.
final class Containers {
    static final Instant CAPTURED = Instant.parse("2021-03-14T10:02:00Z");
    static final byte[] PAGE =
            "<html><head><title>Tres muertos en el puente</title></head><body><p>Tres personas murieron en Soacha.</p></body></html>"
                    .getBytes(UTF_8);

    private Containers() {}

    static byte[] warc(WarcCompression compression, WarcRecord... records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), compression)) {
            for (WarcRecord each : records) writer.write(each);
        }
        return bytes.toByteArray();
    }

    static byte[] http(String headers, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("HTTP/1.1 200 OK\r\n" + headers + "\r\n").getBytes(UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    static WarcResponse response(String target, byte[] http) {
        return new WarcResponse.Builder(URI.create(target))
                .date(CAPTURED)
                .body(MediaType.HTTP_RESPONSE, http)
                .blockDigest(new WarcDigest("sha256", Sha256.digestOf(http).bytes()))
                .build();
    }

    static WarcResponse page(String target) {
        return response(target, http("Content-Type: text/html; charset=utf-8\r\n", PAGE));
    }

    static WarcRevisit revisit(WarcResponse of, Instant at) throws IOException {
        return new WarcRevisit.Builder(of.targetURI(), WarcRevisit.SERVER_NOT_MODIFIED_1_1)
                .date(at)
                .refersTo(of.id(), of.targetURI(), of.date())
                .body(MediaType.HTTP_RESPONSE, "HTTP/1.1 304 Not Modified\r\n\r\n".getBytes(UTF_8))
                .build();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    static byte[] chunked(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; at += 40) {
            int length = Math.min(40, body.length - at);
            bytes.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(UTF_8));
            bytes.write(body, at, length);
            bytes.writeBytes("\r\n".getBytes(UTF_8));
        }
        bytes.writeBytes("0\r\n\r\n".getBytes(UTF_8));
        return bytes.toByteArray();
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

    static byte[] message(byte[] attachment) {
        String base64 = Base64.getMimeEncoder().encodeToString(attachment);
        return ("From: =?UTF-8?Q?Colectivo_La_Ceib=C3=A1?= <ceiba@example.org>\r\n"
                        + "Date: Sun, 14 Mar 2021 10:02:00 -0500\r\n"
                        + "Subject: =?UTF-8?B?RWwgcHVlbnRlLCBtYcOxYW5h?=\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=\"b1\"\r\n\r\npreamble\r\n--b1\r\n"
                        + "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                        + "Murieron tres personas ma=F1ana.\r\n--b1\r\n"
                        + "Content-Type: image/jpeg; name=\"old.jpg\"\r\n"
                        + "Content-Disposition: attachment; filename*=UTF-8''foto%20de%20la%20plaza.jpg\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n" + base64 + "\r\n--b1\r\n"
                        + "Content-Type: message/rfc822\r\n\r\nFrom: a@example.org\r\nSubject: dentro\r\n\r\nHola\r\n--b1--\r\n")
                .getBytes(UTF_8);
    }
}
