package org.constancia.evidence.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.constancia.evidence.digest.Digests;
import org.constancia.evidence.digest.Sha256;

/// Writes an archive in one pass, without knowing how long anything is: a ZIP file whose last entry,
/// `MANIFEST`, names the SHA-256 of every other one (as `sha256sum -c` reads it) and ends with their number, and whose
/// last bytes are its [Seal]. A file that was cut off has neither and is therefore no archive.
public final class ArchiveWriter implements AutoCloseable {
    static final String MANIFEST = "MANIFEST";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Seal.Sealing sealing;
    private final ZipOutputStream zip;
    private final Map<String, Sha256> digests = new LinkedHashMap<>();

    /// Writes to this stream; see [AgeEncryption#encrypt] for one that encrypts.
    public ArchiveWriter(OutputStream out) {
        sealing = new Seal.Sealing(out);
        zip = new ZipOutputStream(sealing, StandardCharsets.UTF_8);
        zip.setLevel(1);
    }

    /// Writes the bytes of an entry.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Adds an entry.
    ///
    /// @param name a relative path of letters, digits, `.`, `-`, `_` and `/`, used once
    public void entry(String name, Content content) throws IOException {
        if (!isName(name) || name.equals(MANIFEST) || digests.containsKey(name)) {
            throw new IllegalArgumentException("not a fresh name of an entry: " + name);
        }
        digests.put(name, write(name, content));
    }

    /// Writes the manifest and the end. Only what was finished is an archive.
    public void finish() throws IOException {
        StringBuilder manifest = new StringBuilder();
        digests.forEach((name, digest) ->
                manifest.append(digest).append("  ").append(name).append('\n'));
        manifest.append("# ").append(digests.size()).append(" entries\n");
        write(MANIFEST, out -> out.write(manifest.toString().getBytes(StandardCharsets.UTF_8)));
        zip.setComment(Seal.placeholder());
        zip.finish();
        sealing.finish();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private Sha256 write(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        DigestOutputStream digesting = new DigestOutputStream(new Unclosed(zip), Digests.sha256());
        content.writeTo(digesting);
        digesting.flush();
        zip.closeEntry();
        return Sha256.of(digesting.getMessageDigest().digest());
    }

    /// Whether an entry may have this name.
    public static boolean isName(String name) {
        return name.length() <= 1000 && name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    }

    /// The entry's writer may close its stream; the archive goes on.
    private static final class Unclosed extends FilterOutputStream {
        private Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
