package org.constancia.evidence.archive;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Digests;
import org.constancia.evidence.digest.Sha256;
import org.jspecify.annotations.Nullable;

/// Reads an archive in one pass. Entries are handed out before the manifest can be checked, so the receiver
/// puts them where they can be thrown away and makes them count only after [#read] has returned.
public final class ArchiveReader {
    private static final int MAX_MANIFEST = 1 << 28;

    private ArchiveReader() {}

    /// Takes the entries in the order in which they were written.
    @FunctionalInterface
    public interface Receiver {
        /// Takes one entry; what it does not read is skipped, and checked all the same.
        void receive(String name, InputStream content) throws IOException;
    }

    /// Reads an archive to its end and checks it.
    ///
    /// @return the digest of each entry, in order
    /// @throws ConstanciaException `BAD_INPUT` with the name of the first entry that is damaged, or when the
    ///     archive is cut off
    public static Map<String, Sha256> read(InputStream archive, Receiver receiver) {
        Map<String, Sha256> found = new LinkedHashMap<>();
        try {
            Seal.Sealed sealed = new Seal.Sealed(archive);
            ZipInputStream zip = new ZipInputStream(sealed, StandardCharsets.UTF_8);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(ArchiveWriter.MANIFEST)) {
                    check(found, zip.readNBytes(MAX_MANIFEST));
                    if (zip.getNextEntry() != null) {
                        throw damaged(ArchiveWriter.MANIFEST, null);
                    }
                    if (!sealed.holdsToTheEnd()) throw damaged("the seal", null);
                    return found;
                }
                if (!ArchiveWriter.isName(entry.getName()) || found.containsKey(entry.getName())) {
                    throw damaged("a name no archive has", null);
                }
                found.put(entry.getName(), receive(entry.getName(), zip, receiver));
            }
        } catch (ZipException | EOFException | IllegalArgumentException failure) {
            throw damaged(found.isEmpty() ? "the beginning" : "after " + lastOf(found), failure);
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.STORAGE_FAILED, "The archive cannot be read", failure)
                    .with("reason", String.valueOf(failure.getMessage()));
        }
        throw damaged("the end is missing", null);
    }

    private static Sha256 receive(String name, ZipInputStream zip, Receiver receiver) throws IOException {
        DigestInputStream digesting = new DigestInputStream(new Unclosed(zip), Digests.sha256());
        receiver.receive(name, digesting);
        digesting.transferTo(OutputStream.nullOutputStream());
        return Sha256.of(digesting.getMessageDigest().digest());
    }

    private static void check(Map<String, Sha256> found, byte[] manifest) {
        StringBuilder expected = new StringBuilder();
        found.forEach((name, digest) ->
                expected.append(digest).append("  ").append(name).append('\n'));
        expected.append("# ").append(found.size()).append(" entries\n");
        String[] wanted = new String(manifest, StandardCharsets.UTF_8).split("\n", -1);
        String[] have = expected.toString().split("\n", -1);
        for (int line = 0; line < Math.max(wanted.length, have.length); line++) {
            if (line >= wanted.length || line >= have.length || !wanted[line].equals(have[line])) {
                throw damaged(line < have.length ? have[line] : wanted[line], null);
            }
        }
    }

    private static String lastOf(Map<String, Sha256> found) {
        return found.keySet().stream().reduce((_, last) -> last).orElse("");
    }

    private static ConstanciaException damaged(String place, @Nullable Exception cause) {
        return new ConstanciaException(
                        Problem.BAD_INPUT, "The archive is damaged or cut off; nothing of it counts", cause)
                .with("place", place);
    }

    /// The receiver may close its stream; the archive goes on.
    private static final class Unclosed extends FilterInputStream {
        private Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the archive's stream belongs to whoever opened it
        }
    }
}
