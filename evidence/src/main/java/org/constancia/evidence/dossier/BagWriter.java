package org.constancia.evidence.dossier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Digests;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.digest.Sha512;

/// Writes a bag (RFC 8493, BagIt 1.0) as a ZIP file in one pass: payload and tag files as they come, manifests
/// of SHA-256 and SHA-512 at the end. The same files in the same order give the same bytes; times inside are
/// fixed.
public final class BagWriter implements AutoCloseable {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final String root;
    private final Map<String, Sha256> payload256 = new TreeMap<>();
    private final Map<String, Sha512> payload512 = new TreeMap<>();
    private final Map<String, Sha512> tags512 = new TreeMap<>();
    private final Map<String, Sha256> tags256 = new TreeMap<>();
    private long payloadBytes;

    /// @param name of the one directory inside the ZIP file
    public BagWriter(OutputStream out, String name) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.root = new BagPath(name).value() + "/";
    }

    /// Writes a payload file, below `data/`.
    ///
    /// @return its digest
    public Sha256 payload(BagPath path, InputStream content) throws IOException {
        String name = "data/" + path.value();
        Written written = write(name, content);
        payload256.put(name, written.sha256());
        payload512.put(name, written.sha512());
        payloadBytes += written.length();
        return written.sha256();
    }

    public Sha256 payload(BagPath path, byte[] content) throws IOException {
        return payload(path, new ByteArrayInputStream(content));
    }

    /// Writes a tag file, beside `data/`.
    public void tag(BagPath path, byte[] content) throws IOException {
        Written written = write(path.value(), new ByteArrayInputStream(content));
        tags512.put(path.value(), written.sha512());
        tags256.put(path.value(), written.sha256());
    }

    /// Writes `bagit.txt`, `bag-info.txt` and the manifests, and finishes the ZIP file.
    ///
    /// @param day the bagging date
    /// @param info further lines of `bag-info.txt`, such as `Source-Organization`
    public void finish(LocalDate day, Map<String, String> info) throws IOException {
        StringBuilder bagInfo = new StringBuilder()
                .append("Bagging-Date: ")
                .append(day)
                .append("\nPayload-Oxum: ")
                .append(payloadBytes)
                .append('.')
                .append(payload256.size())
                .append('\n');
        new TreeMap<>(info)
                .forEach((label, value) -> bagInfo.append(label)
                        .append(": ")
                        .append(value.replaceAll("[\r\n]+", " "))
                        .append('\n'));
        tag(new BagPath("bagit.txt"), utf8("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
        tag(new BagPath("bag-info.txt"), utf8(bagInfo.toString()));
        tag(new BagPath("manifest-sha256.txt"), manifest(payload256));
        tag(new BagPath("manifest-sha512.txt"), manifest(payload512));
        byte[] tagManifest256 = manifest(tags256);
        byte[] tagManifest512 = manifest(tags512);
        write("tagmanifest-sha256.txt", new ByteArrayInputStream(tagManifest256));
        write("tagmanifest-sha512.txt", new ByteArrayInputStream(tagManifest512));
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private record Written(Sha256 sha256, Sha512 sha512, long length) {}

    private Written write(String name, InputStream content) throws IOException {
        if (payload256.containsKey(name) || tags256.containsKey(name)) {
            throw new ConstanciaException(Problem.BUG, "Two files of a dossier have one name").with("name", name);
        }
        ZipEntry entry = new ZipEntry(root + name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        MessageDigest sha256 = Digests.sha256();
        MessageDigest sha512 = Digests.sha512();
        byte[] buffer = new byte[1 << 16];
        long length = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            sha256.update(buffer, 0, read);
            sha512.update(buffer, 0, read);
            zip.write(buffer, 0, read);
            length += read;
        }
        zip.closeEntry();
        return new Written(Sha256.of(sha256.digest()), Sha512.of(sha512.digest()), length);
    }

    private static byte[] manifest(Map<String, ?> digests) {
        StringBuilder manifest = new StringBuilder();
        digests.forEach((path, digest) ->
                manifest.append(digest).append("  ").append(path).append('\n'));
        return utf8(manifest.toString());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
