package org.constancia.evidence.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.constancia.evidence.json.Json;

/// The files and the answer of a container that is being taken apart, within a budget. Files are numbered; no name from
/// the container is ever used as one.
final class PartFiles {
    static final String PREFIX = "part-";
    private static final int MOST_REMARKS = 200;
    private static final int LONGEST_TEXT = 500;
    private static final long SMALL = 10L << 20;
    private static final int MOST_GROWTH = 100;

    /// The container holds more than may be taken out of it.
    static final class Full extends IOException {
        private static final long serialVersionUID = 1L;

        Full(String message) {
            super(message);
        }
    }

    private final Path room;
    private final int mostParts;
    private final long mostBytes;
    private final Map<String, Json.Object> parts = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private long bytes;
    private int files;
    private int kept;

    PartFiles(Path room, int mostParts, long mostBytes) {
        this.room = room;
        this.mostParts = mostParts;
        this.mostBytes = mostBytes;
    }

    /// Writes the bytes of a part, and gives the name of the file.
    ///
    /// @param packed how many bytes they are in the container, or -1: what grows more than hundredfold is not taken
    /// @throws Full when the budget is used up; then the file is gone
    String write(InputStream in, long packed) throws IOException {
        if (files >= mostParts) throw new Full("more than %,d parts; the rest was not taken out".formatted(mostParts));
        String name = PREFIX + files++;
        Path file = room.resolve(name);
        long growth = packed < 0 ? Long.MAX_VALUE : Math.max(SMALL, MOST_GROWTH * packed);
        long written = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                written += read;
                if (written > growth) throw new IOException("it unpacks to more than a hundred times its size");
                if (bytes + written > mostBytes) {
                    throw new Full("more than %,d bytes; the rest was not taken out".formatted(mostBytes));
                }
                out.write(buffer, 0, read);
            }
            bytes += written;
            return name;
        } catch (IOException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
    }

    /// How many bytes may still be written.
    long left() {
        return mostBytes - bytes;
    }

    /// Removes a file that was written and is not wanted.
    void discard(String name) throws IOException {
        Path file = room.resolve(name);
        bytes -= Files.size(file);
        Files.delete(file);
    }

    /// @param place made unique when the container names two parts alike
    void add(String place, Json.Object part) {
        String unique = place;
        for (int again = 2; parts.containsKey(unique); again++) unique = place + "#" + again;
        parts.put(unique, part.with("place", unique));
    }

    boolean has(String place) {
        return parts.containsKey(place);
    }

    void remark(String remark) {
        if (remarks.size() < MOST_REMARKS) remarks.add(text(remark));
        else if (remarks.size() == MOST_REMARKS) remarks.add("and more");
    }

    void keep() {
        kept++;
    }

    Json.Object answer(ContainerKind kind) {
        return Json.object()
                .with("kind", kind.code())
                .with("parts", new Json.Array(List.copyOf(parts.values())))
                .with("kept", kept)
                .with("remarks", Json.texts(remarks));
    }

    /// Text of the container, fit to be shown: control characters and half surrogates would not survive.
    static String text(String text) {
        String clean = text.replaceAll("[\\p{Cc}\\p{Cs}]", "\ufffd");
        return clean.length() <= LONGEST_TEXT ? clean : clean.substring(0, LONGEST_TEXT);
    }
}
