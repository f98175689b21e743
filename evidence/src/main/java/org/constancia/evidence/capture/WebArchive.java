package org.constancia.evidence.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Digests;
import org.constancia.evidence.digest.Sha256;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/// Reads the responses of a WARC file (ISO 28500) or of the WARC files in a WACZ file. What cannot be read is
/// reported, not thrown: the file itself is kept whatever it holds.
public final class WebArchive {
    private static final int MAX_ENTRIES = 10_000;

    private final List<CapturedPage> pages = new ArrayList<>();
    private final List<String> rejections = new ArrayList<>();
    private final long maxBytes;
    private long bytes;

    private WebArchive(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /// What was found.
    ///
    /// @param pages the responses in the order of the file
    /// @param rejections what could not be read, one line each
    public record Contents(List<CapturedPage> pages, List<String> rejections) {
        public Contents {
            pages = List.copyOf(pages);
            rejections = List.copyOf(rejections);
        }
    }

    /// Takes the body of a page, decoded as a browser would.
    @FunctionalInterface
    public interface BodyReceiver {
        void receive(String target, String mediaType, InputStream body) throws IOException;
    }

    /// Reads a WARC file, compressed or not.
    ///
    /// @param maxBytes how many bytes of bodies are read in all, against archives that unpack without end
    public static Contents readWarc(InputStream warc, long maxBytes, BodyReceiver receiver) {
        WebArchive archive = new WebArchive(maxBytes);
        archive.warc("warc", warc, receiver);
        return new Contents(archive.pages, archive.rejections);
    }

    /// Reads the WARC files of a WACZ file.
    public static Contents readWacz(InputStream wacz, long maxBytes, BodyReceiver receiver) {
        WebArchive archive = new WebArchive(maxBytes);
        try {
            ZipInputStream zip = new ZipInputStream(wacz);
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MAX_ENTRIES) {
                    archive.rejections.add("more than 10,000 entries; the rest was not read");
                    break;
                }
                String name = entry.getName();
                if (name.startsWith("archive/") && (name.endsWith(".warc") || name.endsWith(".warc.gz"))) {
                    archive.warc(name, new Unclosed(zip), receiver);
                }
            }
            if (archive.pages.isEmpty() && archive.rejections.isEmpty()) {
                archive.rejections.add("no WARC file in it");
            }
        } catch (IOException | IllegalArgumentException failure) {
            archive.rejections.add("not a whole ZIP file: " + failure.getMessage());
        }
        return new Contents(archive.pages, archive.rejections);
    }

    private void warc(String name, InputStream stream, BodyReceiver receiver) {
        long position = 0;
        try {
            WarcReader reader = new WarcReader(stream);
            reader.calculateBlockDigest();
            for (Optional<WarcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                position = reader.position();
                WarcRecord warcRecord = next.get();
                if (warcRecord instanceof WarcResponse response) {
                    response(name, response, receiver);
                }
            }
        } catch (ConstanciaException tooLarge) {
            rejections.add(name + ": " + tooLarge.getMessage());
        } catch (IOException | RuntimeException malformed) {
            // jwarc throws unchecked exceptions for some malformed headers.
            rejections.add("%s: record at byte %d cannot be read: %s".formatted(name, position, malformed));
        }
    }

    private void response(String name, WarcResponse response, BodyReceiver receiver) throws IOException {
        HttpResponse http = response.http();
        String mediaType = http.headers().first("Content-Type").orElse("");
        String base = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        DigestInputStream body =
                new DigestInputStream(new Counted(new Unclosed(http.bodyDecoded().stream())), Digests.sha256());
        long before = bytes;
        receiver.receive(response.target(), base, body);
        body.transferTo(OutputStream.nullOutputStream());
        Sha256 digest = Sha256.of(body.getMessageDigest().digest());
        response.body().consume();
        pages.add(new CapturedPage(
                response.target(),
                response.date(),
                http.status(),
                http.headers().map(),
                base,
                state(response),
                digest,
                bytes - before,
                response.id().toString()));
        if (pages.getLast().digest() == CapturedPage.DigestState.DIFFERS) {
            rejections.add(name + ": the bytes of " + response.target() + " are not those its record states");
        }
    }

    private static CapturedPage.DigestState state(WarcResponse response) throws IOException {
        Optional<WarcDigest> stated = response.blockDigest();
        Optional<WarcDigest> found = response.calculatedBlockDigest();
        if (stated.isEmpty() || found.isEmpty()) {
            return CapturedPage.DigestState.NONE;
        }
        return stated.get().equals(found.get()) ? CapturedPage.DigestState.HOLDS : CapturedPage.DigestState.DIFFERS;
    }

    private final class Counted extends FilterInputStream {
        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            bytes += Math.max(0, read);
            if (bytes > maxBytes) {
                throw new ConstanciaException(Problem.TOO_LARGE, "The web archive unpacks to more than the limit")
                        .with("limit", maxBytes);
            }
            return read;
        }
    }

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
