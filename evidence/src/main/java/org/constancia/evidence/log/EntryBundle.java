package org.constancia.evidence.log;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Entries one after the other, each after its length in two bytes (C2SP tlog-tiles, "entry bundles").
final class EntryBundle {
    private EntryBundle() {}

    static byte[] write(List<byte[]> entries) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            bundle.write(entry.length >>> 8);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return bundle.toByteArray();
    }

    /// The entries, or nothing when the bytes are not a bundle.
    static Optional<List<byte[]>> read(byte[] bundle) {
        List<byte[]> entries = new ArrayList<>();
        int position = 0;
        while (position < bundle.length) {
            if (position + 2 > bundle.length) {
                return Optional.empty();
            }
            int length = (bundle[position] & 0xff) << 8 | (bundle[position + 1] & 0xff);
            position += 2;
            if (position + length > bundle.length) {
                return Optional.empty();
            }
            entries.add(Arrays.copyOfRange(bundle, position, position + length));
            position += length;
        }
        return Optional.of(entries);
    }
}
