package org.constancia.evidence.dossier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Digests;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.digest.Sha512;

/// Writes a bag (RFC 8493, BagIt 1.0) in one pass: first the payload; then its manifests of SHA-256 and SHA-512,
/// whose digest can be committed to; then tag files; at the end their manifests.
public final class BagWriter implements AutoCloseable {
    private final BagFiles files;
    private final Map<String, Sha256> payload256 = new TreeMap<>();
    private final Map<String, Sha512> payload512 = new TreeMap<>();
    private final Map<String, Sha512> tags512 = new TreeMap<>();
    private final Map<String, Sha256> tags256 = new TreeMap<>();
    private long payloadBytes;
    private boolean sealed;

    public BagWriter(BagFiles files) {
        this.files = files;
    }

    /// Writes a payload file, below `data/`.
    ///
    /// @return its digest
    public Sha256 payload(BagPath path, InputStream content) throws IOException {
        if (sealed) {
            throw new IllegalStateException("the payload is sealed");
        }
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

    /// Ends the payload and writes its manifests.
    ///
    /// @return the digest of `manifest-sha512.txt`, which stands for every byte of the payload
    public Sha512 seal() throws IOException {
        sealed = true;
        byte[] manifest = manifest(payload512);
        tag(new BagPath("manifest-sha256.txt"), manifest(payload256));
        tag(new BagPath("manifest-sha512.txt"), manifest);
        return Sha512.digestOf(manifest);
    }

    /// Writes a tag file, beside `data/`.
    public void tag(BagPath path, byte[] content) throws IOException {
        Written written = write(path.value(), new ByteArrayInputStream(content));
        tags512.put(path.value(), written.sha512());
        tags256.put(path.value(), written.sha256());
    }

    /// Writes `bagit.txt`, `bag-info.txt` and the manifests of the tag files, and finishes the bag.
    ///
    /// @param day the bagging date
    /// @param info further lines of `bag-info.txt`, such as `Source-Organization`
    public void finish(LocalDate day, Map<String, String> info) throws IOException {
        if (!sealed) {
            seal();
        }
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
        byte[] tagManifest256 = manifest(tags256);
        byte[] tagManifest512 = manifest(tags512);
        write("tagmanifest-sha256.txt", new ByteArrayInputStream(tagManifest256));
        write("tagmanifest-sha512.txt", new ByteArrayInputStream(tagManifest512));
        files.finish();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    private record Written(Sha256 sha256, Sha512 sha512, long length) {}

    private Written write(String name, InputStream content) throws IOException {
        if (payload256.containsKey(name) || tags256.containsKey(name)) {
            throw new ConstanciaException(Problem.BUG, "Two files of a dossier have one name").with("name", name);
        }
        MessageDigest sha256 = Digests.sha256();
        MessageDigest sha512 = Digests.sha512();
        byte[] buffer = new byte[1 << 16];
        long length = 0;
        try (OutputStream out = files.begin(name)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                sha256.update(buffer, 0, read);
                sha512.update(buffer, 0, read);
                out.write(buffer, 0, read);
                length += read;
            }
        }
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
