package org.constancia.evidence.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTruncationReason;

/// Reads the responses of a WARC file (ISO 28500) or of the WARC files in a WACZ file. What cannot be read is
/// reported, not thrown: the file itself is kept whatever it holds.
public final class WebArchive {
    private static final int MAX_ENTRIES = 10_000;

    private final List<CapturedPage> pages = new ArrayList<>();
    private final List<String> rejections = new ArrayList<>();
    private final long maxBytes;
    private final Map<String, CapturedPage> bodies = new HashMap<>();
    private long bytes;
    private long spooled;

    private WebArchive(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /// What was found.
    ///
    /// @param pages the responses in the order of the file, revisits among them
    /// @param rejections what could not be read, one line each
    public record Contents(List<CapturedPage> pages, List<String> rejections) {
        public Contents {
            pages = List.copyOf(pages);
            rejections = List.copyOf(rejections);
        }
    }

    /// Takes the body of a page, decoded as a browser would. When it turns out that the body cannot be decoded, it is
    /// offered once more as it was sent.
    @FunctionalInterface
    public interface BodyReceiver {
        /// @param record the record's id
        void receive(String record, int status, String mediaType, InputStream body) throws IOException;
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
                switch (next.get()) {
                    case WarcResponse response -> response(name, response, receiver);
                    case WarcRevisit revisit -> revisit(name, revisit);
                    default -> {}
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
        if (!response.contentType().base().equals(MediaType.HTTP)) return;
        try (HttpBlock block = HttpBlock.spool(new Counted(response.body().stream()), response)) {
            if (block.isCutShort()) rejections.add(name + ": " + response.target() + " breaks off before its end");
            if (!response.truncated().equals(WarcTruncationReason.NOT_TRUNCATED)) {
                rejections.add("%s: %s was cut short when it was captured: %s"
                        .formatted(name, response.target(), response.truncated()));
            }
            CapturedPage page = block.page(receiver, maxBytes - bytes);
            bytes += page.bodyLength();
            if (!block.decodingFailure().isEmpty()) {
                rejections.add("%s: the body of %s is kept as it was sent: %s"
                        .formatted(name, response.target(), block.decodingFailure()));
            }
            if (page.digest() == CapturedPage.DigestState.DIFFERS) {
                rejections.add(name + ": the bytes of " + response.target() + " are not those its record states");
            }
            pages.add(page);
            bodies.put(page.record(), page);
            response.payloadDigest().ifPresent(digest -> bodies.putIfAbsent(digest.toString(), page));
            bodies.putIfAbsent(page.target() + " " + page.capturedAt(), page);
        }
    }

    /// A page that was met again unchanged; its body is in an earlier record, which may be in another archive.
    private void revisit(String name, WarcRevisit revisit) {
        Optional<CapturedPage> earlier = revisit.refersTo()
                .map(id -> bodies.get(id.toString()))
                .or(() -> revisit.payloadDigest().map(digest -> bodies.get(digest.toString())))
                .or(() -> revisit.refersToTargetURI()
                        .flatMap(target -> revisit.refersToDate().map(date -> bodies.get(target + " " + date))));
        if (earlier.isEmpty()) {
            rejections.add("%s: %s was met unchanged on %s; the archive does not hold the capture it refers to"
                    .formatted(name, revisit.target(), revisit.date()));
            return;
        }
        CapturedPage first = earlier.get();
        pages.add(new CapturedPage(
                revisit.target(),
                revisit.date(),
                first.status(),
                first.headers(),
                first.mediaType(),
                CapturedPage.DigestState.NONE,
                first.body(),
                0,
                revisit.id().toString(),
                first.record()));
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
            spooled += Math.max(0, read);
            if (spooled > maxBytes) throw beyond(maxBytes);
            return read;
        }
    }

    static ConstanciaException beyond(long limit) {
        return new ConstanciaException(Problem.TOO_LARGE, "The web archive unpacks to more than the limit")
                .with("limit", limit);
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
