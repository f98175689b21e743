package org.constancia.text.duplicate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// What one run adds to an index of near-duplicates, as one file: the names that are gone or changed, the texts that
/// are new, the pairs found with them.
///
/// The file begins with the four letters `CNDX`, the version of the format and that of the fingerprints, and ends with
/// a checksum (CRC-32C) of all before it. It is written beside its place, forced to the disk and renamed, so that a run
/// that is killed leaves the whole file or none.
///
/// @param whole whether everything before it no longer counts
record IndexSegment(
        boolean whole, List<String> gone, Map<String, KnownText> texts, List<FamilyFinder.Pair<String>> pairs) {
    static final int FORMAT = 1;
    private static final int MAGIC = 0x434E4458;
    private static final int CHECKSUM = Long.BYTES;

    void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(FORMAT);
            out.writeInt(Fingerprint.VERSION);
            out.writeBoolean(whole);
            out.writeInt(gone.size());
            for (String name : gone) write(out, name);
            out.writeInt(texts.size());
            for (Map.Entry<String, KnownText> entry : texts.entrySet()) write(out, entry.getKey(), entry.getValue());
            out.writeInt(pairs.size());
            for (FamilyFinder.Pair<String> pair : pairs) write(out, pair);
            CRC32C checksum = new CRC32C();
            checksum.update(bytes.toByteArray());
            out.writeLong(checksum.getValue());
        }
        Path beside = file.resolveSibling(file.getFileName() + ".partial");
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
            while (buffer.hasRemaining()) channel.write(buffer);
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(DataOutputStream out, String words) throws IOException {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void write(DataOutputStream out, String name, KnownText text) throws IOException {
        write(out, name);
        out.writeLong(text.size());
        out.writeLong(text.modified());
        out.writeLong(text.day() == null ? Long.MIN_VALUE : text.day().toEpochDay());
        write(out, text.text());
        out.write(text.fingerprint().toBytes());
        write(out, text.obstacle());
    }

    private static void write(DataOutputStream out, FamilyFinder.Pair<String> pair) throws IOException {
        write(out, pair.one());
        write(out, pair.other());
        out.writeDouble(pair.likeness().containment());
        out.writeDouble(pair.likeness().coverage());
        out.writeBoolean(pair.likeness().sharesLead());
    }

    static IndexSegment read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length < 3 * Integer.BYTES + CHECKSUM
                || ByteBuffer.wrap(bytes).getInt() != MAGIC) throw damaged(file);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 4, bytes.length - 4));
        int format = in.readInt();
        int fingerprints = in.readInt();
        if (format != FORMAT || fingerprints != Fingerprint.VERSION)
            throw new ConstanciaException(
                            Problem.BAD_INPUT, "The index was written by another version; delete it to make it anew")
                    .with("file", file)
                    .with("version", format + "." + fingerprints)
                    .with("expected", FORMAT + "." + Fingerprint.VERSION);
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, bytes.length - CHECKSUM);
        if (checksum.getValue() != ByteBuffer.wrap(bytes).getLong(bytes.length - CHECKSUM)) throw damaged(file);
        return read(in);
    }

    private static ConstanciaException damaged(Path file) {
        return new ConstanciaException(
                        Problem.BAD_INPUT, "A file of the index is damaged; delete the index to make it anew")
                .with("file", file);
    }

    private static IndexSegment read(DataInputStream in) throws IOException {
        boolean whole = in.readBoolean();
        List<String> gone = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) gone.add(words(in));
        Map<String, KnownText> texts = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) texts.put(words(in), text(in));
        List<FamilyFinder.Pair<String>> pairs = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--)
            pairs.add(new FamilyFinder.Pair<>(
                    words(in), words(in), new Likeness(in.readDouble(), in.readDouble(), in.readBoolean())));
        return new IndexSegment(whole, gone, texts, pairs);
    }

    private static KnownText text(DataInputStream in) throws IOException {
        long size = in.readLong();
        long modified = in.readLong();
        long day = in.readLong();
        return new KnownText(
                size,
                modified,
                day == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(day),
                words(in),
                Fingerprint.ofBytes(in.readNBytes(Fingerprint.BYTES)),
                words(in));
    }

    private static String words(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
