package org.constancia.evidence.archive;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.constancia.evidence.digest.Digests;

/// The last 64 bytes of an archive: the SHA-256, in hexadecimal, of every byte before them. The manifest
/// vouches for the entries; the seal also for what ZIP notes beside them, so that no bit changes unseen.
///
/// What passes is held back by 64 bytes, since the end of a stream is known only when it is reached.
final class Seal {
    private static final int LENGTH = 64;

    private final MessageDigest digest = Digests.sha256();
    private final byte[] held = new byte[LENGTH];
    private int count;

    /// The comment of an archive until its bytes are known.
    static String placeholder() {
        return "0".repeat(LENGTH);
    }

    @FunctionalInterface
    private interface Sink {
        void take(byte[] bytes, int offset, int length) throws IOException;
    }

    private void pass(byte[] bytes, int offset, int length, Sink sink) throws IOException {
        int fromHeld = Math.min(count, Math.max(0, count + length - LENGTH));
        release(held, 0, fromHeld, sink);
        System.arraycopy(held, fromHeld, held, 0, count - fromHeld);
        count -= fromHeld;
        int straight = Math.max(0, length - LENGTH);
        release(bytes, offset, straight, sink);
        System.arraycopy(bytes, offset + straight, held, count, length - straight);
        count += length - straight;
    }

    private void release(byte[] bytes, int offset, int length, Sink sink) throws IOException {
        digest.update(bytes, offset, length);
        sink.take(bytes, offset, length);
    }

    private String expected() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Passes an archive on and puts its seal in the place of the [#placeholder] at its end.
    static final class Sealing extends FilterOutputStream {
        private final Seal seal = new Seal();

        Sealing(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            seal.pass(bytes, offset, length, out::write);
        }

        void finish() throws IOException {
            out.write(seal.expected().getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    /// Passes an archive on and compares its seal when its end is reached.
    static final class Sealed extends FilterInputStream {
        private final Seal seal = new Seal();

        Sealed(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            if (read > 0) seal.pass(bytes, offset, read, (_, _, _) -> {});
            return read;
        }

        @Override
        public long skip(long length) throws IOException {
            return readNBytes((int) Math.min(length, 1 << 16)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        /// Reads what is left, whose last bytes are also what makes an encrypted archive authentic.
        boolean holdsToTheEnd() throws IOException {
            transferTo(OutputStream.nullOutputStream());
            return new String(seal.held, 0, seal.count, StandardCharsets.US_ASCII).equals(seal.expected());
        }
    }
}
