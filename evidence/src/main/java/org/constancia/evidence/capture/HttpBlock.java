package org.constancia.evidence.capture;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.constancia.evidence.digest.Digests;
import org.constancia.evidence.digest.Sha256;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcResponse;

/// The block of a response record, in a file, because it is read more than once: for the digest of the whole, for the
/// digest of the payload, which tools compute over the body as it was sent or without its chunks, and for the body.
final class HttpBlock implements AutoCloseable {
    private final WarcResponse response;
    private final Path file;
    private final boolean cutShort;
    private String decodingFailure = "";

    private HttpBlock(WarcResponse response, Path file, boolean cutShort) {
        this.response = response;
        this.file = file;
        this.cutShort = cutShort;
    }

    static HttpBlock spool(InputStream body, WarcResponse response) throws IOException {
        Path file = Files.createTempFile("block", "");
        boolean cutShort = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            copy(body, out);
        } catch (IOException brokenOff) {
            cutShort = true;
        } catch (RuntimeException tooMuch) {
            Files.deleteIfExists(file);
            throw tooMuch;
        }
        return new HttpBlock(
                response, file, cutShort || Files.size(file) < response.body().size());
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) out.write(buffer, 0, read);
    }

    boolean isCutShort() {
        return cutShort;
    }

    /// Why the body was taken as it was sent; empty when it was decoded.
    String decodingFailure() {
        return decodingFailure;
    }

    /// @param limit how many bytes the body may have when decoded
    CapturedPage page(WebArchive.BodyReceiver receiver, long limit) throws IOException {
        HttpResponse head = head();
        String mediaType = head.headers()
                .first("Content-Type")
                .orElse("")
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
        Body body;
        try {
            body = hand(head.status(), mediaType, receiver, limit, HttpResponse::bodyDecoded);
        } catch (IOException undecodable) {
            decodingFailure = String.valueOf(undecodable.getMessage());
            body = hand(head.status(), mediaType, receiver, limit, HttpResponse::body);
        }
        return new CapturedPage(
                response.target(),
                response.date(),
                head.status(),
                inLowerCase(head.headers().map()),
                mediaType,
                digest(head),
                body.digest(),
                body.length(),
                response.id().toString(),
                null);
    }

    private static Map<String, List<String>> inLowerCase(Map<String, List<String>> headers) {
        Map<String, List<String>> lower = new TreeMap<>();
        headers.forEach((name, values) -> lower.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                .addAll(values));
        return lower;
    }

    private record Body(Sha256 digest, long length) {}

    @FunctionalInterface
    private interface Form {
        MessageBody of(HttpResponse response) throws IOException;
    }

    private HttpResponse head() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return HttpResponse.parse(channel);
        }
    }

    private Body hand(int status, String mediaType, WebArchive.BodyReceiver receiver, long limit, Form form)
            throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            Bounded bounded = new Bounded(form.of(HttpResponse.parse(channel)).stream(), limit);
            DigestInputStream body = new DigestInputStream(bounded, Digests.sha256());
            receiver.receive(response.id().toString(), status, mediaType, body);
            copy(body, OutputStream.nullOutputStream());
            return new Body(Sha256.of(body.getMessageDigest().digest()), bounded.count);
        }
    }

    private CapturedPage.DigestState digest(HttpResponse head) throws IOException {
        Optional<WarcDigest> block = response.blockDigest();
        if (block.isPresent()) {
            Optional<byte[]> found = digestOf(block.get(), 0);
            if (found.isPresent()) return state(found.get(), block.get());
        }
        Optional<WarcDigest> payload = response.payloadDigest();
        if (payload.isEmpty()) return CapturedPage.DigestState.NONE;
        Optional<byte[]> sent = digestOf(payload.get(), bodyOffset());
        if (sent.isEmpty()) return CapturedPage.DigestState.NONE;
        if (state(sent.get(), payload.get()) == CapturedPage.DigestState.HOLDS) return CapturedPage.DigestState.HOLDS;
        boolean chunked = head.headers().first("Transfer-Encoding").isPresent();
        return chunked ? state(digestWithoutChunks(payload.get()), payload.get()) : CapturedPage.DigestState.DIFFERS;
    }

    private static CapturedPage.DigestState state(byte[] found, WarcDigest stated) {
        return MessageDigest.isEqual(found, stated.bytes())
                ? CapturedPage.DigestState.HOLDS
                : CapturedPage.DigestState.DIFFERS;
    }

    /// Empty when the algorithm is unknown here.
    private Optional<byte[]> digestOf(WarcDigest stated, long from) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = stated.getDigester();
            in.skipNBytes(from);
            copy(new DigestInputStream(in, digest), OutputStream.nullOutputStream());
            return Optional.of(digest.digest());
        } catch (NoSuchAlgorithmException unknown) {
            return Optional.empty();
        }
    }

    private byte[] digestWithoutChunks(WarcDigest stated) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            MessageDigest digest = stated.getDigester();
            InputStream body = HttpResponse.parse(channel).body().stream();
            copy(new DigestInputStream(body, digest), OutputStream.nullOutputStream());
            return digest.digest();
        } catch (NoSuchAlgorithmException | IOException notReadable) {
            return new byte[0];
        }
    }

    /// Where the HTTP headers end.
    private long bodyOffset() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            int window = 0;
            long at = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                at++;
                window = window << 8 | next;
                if (window == 0x0d0a0d0a || (window & 0xffff) == 0x0a0a) return at;
            }
            return at;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    private static final class Bounded extends FilterInputStream {
        private final long limit;
        private long count;

        private Bounded(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(0, read);
            if (count > limit) throw WebArchive.beyond(limit);
            return read;
        }
    }
}
