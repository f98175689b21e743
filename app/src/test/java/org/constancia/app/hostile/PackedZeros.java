package org.constancia.app.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;
import java.util.zip.Deflater;

/// Very many zeros, compressed (RFC 1951) without compressing them: one packed mebibyte, as often as it takes.
final class PackedZeros {
    private static final int CHUNK = 1 << 20;
    private static final byte[] PACKED = pack();

    private PackedZeros() {}

    /// @param length a multiple of one mebibyte, or it is rounded up
    static byte[] raw(long length) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (long written = 0; written < length; written += CHUNK) bytes.writeBytes(PACKED);
        bytes.write(3);
        bytes.write(0);
        return bytes.toByteArray();
    }

    /// RFC 1950.
    static byte[] zlib(long length) {
        byte[] raw = raw(length);
        ByteBuffer bytes = ByteBuffer.allocate(6 + raw.length);
        return bytes.put((byte) 0x78)
                .put((byte) 0x9c)
                .put(raw)
                .putInt(sum(new Adler32(), length))
                .array();
    }

    static int crc(long length) {
        return sum(new CRC32(), length);
    }

    private static int sum(Checksum sum, long length) {
        byte[] chunk = new byte[CHUNK];
        for (long done = 0; done < length; done += CHUNK) sum.update(chunk, 0, CHUNK);
        return (int) sum.getValue();
    }

    private static byte[] pack() {
        byte[] packed = new byte[CHUNK];
        try (Deflater deflater = new Deflater(9, true)) {
            deflater.setInput(new byte[CHUNK]);
            int length = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
            return Arrays.copyOf(packed, length);
        }
    }
}
